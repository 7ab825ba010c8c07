import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asNumber, asRecord, asText } from '../template/json.ts';
import type { Resource, ResolvedTemplate } from '../template/resolved-template.ts';

/** What the template says of one function. */
export interface FunctionDefinition {
  readonly name: string;
  readonly arn: string;
  /** File that exports the handler. */
  readonly entry: string;
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** `ReservedConcurrentExecutions`; undefined when the function shares the account's. */
  readonly reservedConcurrency: number | undefined;
}

/**
 * @throws Error when the function's code or runtime is not one that this machine runs
 */
export function readFunction(resource: Resource, template: ResolvedTemplate): FunctionDefinition {
  const { properties, logicalId, arn } = resource;
  const runtime = asText(properties['Runtime']) ?? '';
  if (!runtime.startsWith('nodejs')) throw new Error(`The function ${logicalId} runs on ${runtime || 'an image'}; the local runtime runs Node.js functions`);
  const key = asText(asRecord(properties['Code'])['S3Key']);
  if (key === undefined || arn === undefined) throw new Error(`The code of the function ${logicalId} is not an asset`);
  const [file, handler] = splitHandler(asText(properties['Handler']) ?? 'index.handler');
  const folder = template.assetPath(key);
  const entry = ['.mjs', '.js', '.cjs'].map((ending) => join(folder, `${file}${ending}`)).find((path) => existsSync(path));
  if (entry === undefined) throw new Error(`The asset of the function ${logicalId} has no ${file}.mjs`);
  const variables = asRecord(asRecord(properties['Environment'])['Variables']);
  return {
    name: resource.physicalId,
    arn,
    entry,
    handler,
    environment: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)])),
    timeoutSeconds: asNumber(properties['Timeout']) ?? 3,
    memoryMegabytes: asNumber(properties['MemorySize']) ?? 128,
    reservedConcurrency: asNumber(properties['ReservedConcurrentExecutions']),
  };
}

function splitHandler(handler: string): [string, string] {
  const dot = handler.lastIndexOf('.');
  return [handler.slice(0, dot), handler.slice(dot + 1)];
}
