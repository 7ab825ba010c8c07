import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asRecord, asText } from './json.ts';

/** One synthesized stack, as it lies in the cloud assembly. */
export interface AssemblyStack {
  readonly name: string;
  readonly region: string | undefined;
  readonly accountId: string | undefined;
  readonly template: Record<string, unknown>;
}

export interface Assembly {
  readonly stacks: readonly AssemblyStack[];
  /** Absolute path of each asset by its hash. */
  readonly assets: ReadonlyMap<string, string>;
}

/**
 * Reads a cloud assembly (`cdk.out`): its manifest, its stacks' templates and its assets, nested assemblies included.
 *
 * @throws Error when the manifest or a template is missing or is not JSON
 */
export function readAssembly(folder: string): Assembly {
  const stacks: AssemblyStack[] = [];
  const assets = new Map<string, string>();
  collect(resolve(folder), stacks, assets);
  return { stacks, assets };
}

function collect(folder: string, stacks: AssemblyStack[], assets: Map<string, string>): void {
  const manifest = readJson(join(folder, 'manifest.json'));
  for (const [id, value] of Object.entries(asRecord(manifest['artifacts']))) {
    const artifact = asRecord(value);
    const properties = asRecord(artifact['properties']);
    if (artifact['type'] === 'aws:cloudformation:stack') {
      const [, accountId, region] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(asText(artifact['environment']) ?? '') ?? [];
      stacks.push({
        name: asText(properties['stackName']) ?? id,
        region: region === 'unknown-region' ? undefined : region,
        accountId: accountId === 'unknown-account' ? undefined : accountId,
        template: readJson(join(folder, asText(properties['templateFile']) ?? `${id}.template.json`)),
      });
    } else if (artifact['type'] === 'cdk:asset-manifest') {
      collectAssets(folder, join(folder, asText(properties['file']) ?? ''), assets);
    } else if (artifact['type'] === 'cdk:cloud-assembly') {
      collect(join(folder, asText(properties['directoryName']) ?? ''), stacks, assets);
    }
  }
}

function collectAssets(folder: string, file: string, assets: Map<string, string>): void {
  for (const [hash, value] of Object.entries(asRecord(readJson(file)['files']))) {
    const path = asText(asRecord(asRecord(value)['source'])['path']);
    if (path !== undefined) assets.set(hash, resolve(folder, path));
  }
}

function readJson(file: string): Record<string, unknown> {
  return asRecord(JSON.parse(readFileSync(file, 'utf8')));
}
