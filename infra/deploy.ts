import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { argv, env, execPath, exit, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { readNamedSettings, type Settings } from './settings.ts';

/**
 * `cdk deploy` of all stacks from a fresh build, then the pages: `node infra/deploy.ts [options of cdk deploy]`.
 * The edge stack goes first; its ACL reaches the application stack as the parameter WebAclArn, because
 * CloudFormation has no references between regions. Prerequisites: infra/README.md, "Deploy".
 */
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const { stage, region } = settingsOfStage();
const stack = (name: string): string => `Brygga-${stage}-${name}`;
const options = argv.slice(2);
const outputsFile = `${root}/.brygga-build/outputs.json`;
const outputs = z.record(z.string(), z.record(z.string(), z.string()));
const deployed = (): z.infer<typeof outputs> => outputs.parse(JSON.parse(readFileSync(outputsFile, 'utf8')));

run(execPath, [`${root}/infra/build.ts`]);
cdk(['deploy', stack('Edge')]);
const webAclArn = deployed()[stack('Edge')]?.['WebAclArn'] ?? fail('The edge stack has no output WebAclArn');
cdk(['deploy', ...['Data', 'Application', 'StaffApi', 'CollaborationApi', 'AdministrationApi', 'OpenApi', 'Monitoring'].map(stack), '--parameters', `${stack('Application')}:WebAclArn=${webAclArn}`]);
deployPages(deployed()[stack('Application')] ?? fail('The application stack has no outputs'));

function cdk(parameters: readonly string[]): void {
  run(execPath, [`${root}/node_modules/aws-cdk/bin/cdk`, '--app', `${root}/cdk.out`, ...parameters, '--outputs-file', outputsFile, ...options]);
}

/** Files of the pages' asset, with the caching that the bucket's metadata says; files that are gone stay as old versions. */
function deployPages(application: Readonly<Record<string, string>>): void {
  const { SiteBucketName: bucket, DistributionId: distribution } = application;
  if (bucket === undefined || distribution === undefined) fail('The application stack names no bucket or distribution');
  const { asset, cacheControl } = siteOf(JSON.parse(readFileSync(`${root}/cdk.out/${stack('Application')}.template.json`, 'utf8')));
  const folder = `${root}/cdk.out/asset.${asset}`;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1));
  // Hashed files first, so that a page never names one that is not there yet.
  for (const [index, { pattern, value }] of cacheControl.entries()) {
    const own = files.filter((file) => cacheControl.findIndex((rule) => matches(rule.pattern, file)) === index);
    if (own.length === 0) continue;
    run('aws', ['s3', 'cp', folder, `s3://${bucket}/`, '--recursive', '--only-show-errors', '--cache-control', value,
      '--exclude', '*', '--include', pattern, ...cacheControl.slice(0, index).flatMap((rule) => ['--exclude', rule.pattern]), '--region', region]);
  }
  const invalidation = execFileSync('aws', ['cloudfront', 'create-invalidation', '--distribution-id', distribution, '--paths', '/*', '--query', 'Invalidation.Id', '--output', 'text'], { encoding: 'utf8' });
  stderr.write(`Pages are up; invalidation ${invalidation.trim()} is on its way to the edge\n`);
}

function siteOf(template: unknown): { readonly asset: string; readonly cacheControl: readonly { readonly pattern: string; readonly value: string }[] } {
  const site = z.object({ asset: z.string(), cacheControl: z.array(z.object({ pattern: z.string(), value: z.string() })) });
  const { Resources } = z.object({ Resources: z.record(z.string(), z.object({ Metadata: z.optional(z.record(z.string(), z.unknown())) })) }).parse(template);
  for (const { Metadata } of Object.values(Resources)) if (Metadata?.['brygga:site'] !== undefined) return site.parse(Metadata['brygga:site']);
  return fail('The application template names no site');
}

/** As the aws CLI matches: `*` is any run of characters, slashes too. */
function matches(pattern: string, file: string): boolean {
  return pattern === '*' || matchesGlob(file, pattern.replace(/\*$/, '**'));
}

function run(command: string, parameters: readonly string[]): void {
  const { status, error } = spawnSync(command, [...parameters], { cwd: root, stdio: 'inherit' });
  if (error) fail(`${command} can not be started: ${error.message}`);
  if (status !== 0) exit(status ?? 1);
}

function settingsOfStage(): Settings {
  try {
    return readNamedSettings(env);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(message: string): never {
  stderr.write(`${message}\n`);
  exit(1);
}
