import type { DatabaseSync } from 'node:sqlite';
import { readAssembly, type AssemblyStack } from './assembly.ts';
import type { ResolvedTemplate } from './resolved-template.ts';
import { Secrets } from './secrets.ts';
import { checkServed } from './served-types.ts';
import { StackScope, type Neighbours } from './stack-scope.ts';

export interface TemplateInput {
  /** The cloud assembly, usually `cdk.out`. */
  readonly folder: string;
  /** Values of CloudFormation parameters, given to every stack that declares them. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Where generated secrets are kept. */
  readonly db: DatabaseSync;
  /** Used where the assembly does not fix a region or account. */
  readonly region: string;
  readonly accountId: string;
}

/**
 * Reads the synthesized app and resolves it as a deployment would.
 *
 * @throws UnservedResource when a resource's type is neither served nor irrelevant
 * @throws Error when a value cannot be resolved; the message names stack and resource
 */
export function loadTemplate(input: TemplateInput): ResolvedTemplate {
  const assembly = readAssembly(input.folder);
  const secrets = new Secrets(input.db);
  const scopes: StackScope[] = [];
  const neighbours: Neighbours = {
    exported: (name) => first(scopes, (scope) => scope.exported(name)),
    secretString: (nameOrArn) => first(scopes, (scope) => scope.secretString(nameOrArn)),
    ssmParameter: (name) => first(scopes, (scope) => scope.ssmParameter(name)),
    secrets,
  };
  for (const stack of assembly.stacks) {
    scopes.push(new StackScope(stack, { region: stack.region ?? input.region, accountId: stack.accountId ?? input.accountId }, input.parameters, neighbours));
  }
  const declared = scopes.flatMap((scope) => scope.declared());
  checkServed(declared);
  const resources = scopes.flatMap((scope) => scope.resources());
  const outputs = new Map(scopes.flatMap((scope) => [...scope.outputs()]));
  const byArn = new Map(resources.flatMap((resource) => (resource.arn === undefined ? [] : [[resource.arn, resource]])));
  const byPhysicalId = new Map(resources.map((resource) => [resource.physicalId, resource]));
  const home = homeStack(assembly.stacks);
  return {
    resources,
    outputs,
    ofType: (type) => resources.filter((resource) => resource.type === type),
    byArn: (arn) => byArn.get(arn),
    byPhysicalId: (id) => byPhysicalId.get(id),
    region: home?.region ?? input.region,
    accountId: home?.accountId ?? input.accountId,
    assetPath: (hash) => assetPath(assembly.assets, hash),
  };
}

/** The stack with the functions decides which region the runtime is in. */
function homeStack(stacks: readonly AssemblyStack[]): AssemblyStack | undefined {
  return stacks.toSorted((one, other) => countFunctions(other) - countFunctions(one))[0];
}

function countFunctions(stack: AssemblyStack): number {
  return JSON.stringify(stack.template).split('"AWS::Lambda::Function"').length;
}

function assetPath(assets: ReadonlyMap<string, string>, hash: string): string {
  const path = assets.get(hash) ?? assets.get(hash.replace(/\.[a-z]+$/, '')) ?? assets.get(hash.split('/').at(-1)?.split('.')[0] ?? '');
  if (path === undefined) throw new Error(`The cloud assembly has no asset ${hash}`);
  return path;
}

function first<Item, Value>(items: readonly Item[], find: (item: Item) => Value | undefined): Value | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

