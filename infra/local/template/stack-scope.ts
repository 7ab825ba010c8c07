import type { AssemblyStack } from './assembly.ts';
import { replaceDynamicReferences } from './dynamic-reference.ts';
import { identify, type Identity } from './identities.ts';
import { noValue, resolveCondition, resolveValue, type Scope } from './intrinsics.ts';
import { asRecord, asText } from './json.ts';
import type { Resource } from './resolved-template.ts';
import type { Secrets } from './secrets.ts';
import { reasonNotServed } from './served-types.ts';

/** What one stack asks of all stacks of the app. */
export interface Neighbours {
  exported(name: string): unknown;
  secretString(nameOrArn: string): string | undefined;
  ssmParameter(name: string): string | undefined;
  readonly secrets: Secrets;
}

/** One stack's names: resolves what its template refers to, each resource when it is first needed. */
export class StackScope implements Scope {
  readonly region: string;
  readonly #accountId: string;
  readonly #stack: AssemblyStack;
  readonly #parameters: Readonly<Record<string, string>>;
  readonly #neighbours: Neighbours;
  readonly #declarations: Record<string, unknown>;
  readonly #identities = new Map<string, Identity>();
  readonly #conditions = new Map<string, boolean>();

  constructor(stack: AssemblyStack, place: { region: string; accountId: string }, parameters: Readonly<Record<string, string>>, neighbours: Neighbours) {
    this.#stack = stack;
    this.region = place.region;
    this.#accountId = place.accountId;
    this.#parameters = parameters;
    this.#neighbours = neighbours;
    this.#declarations = asRecord(stack.template['Resources']);
  }

  /** Resources whose condition holds, by name and type alone. */
  declared(): readonly { stack: string; logicalId: string; type: string }[] {
    return Object.entries(this.#declarations)
      .filter(([, declaration]) => this.#wanted(declaration))
      .map(([logicalId, declaration]) => ({ stack: this.#stack.name, logicalId, type: asText(asRecord(declaration)['Type']) ?? '' }));
  }

  resources(): readonly Resource[] {
    return this.declared().map(({ stack, logicalId, type }) =>
      this.#naming(logicalId, () => {
        const { physicalId, arn } = this.#identity(logicalId);
        const declaration = asRecord(this.#declarations[logicalId]);
        const properties = asRecord(resolveValue(declaration['Properties'] ?? {}, this));
        return { stack, logicalId, type, properties, physicalId, arn, metadata: asRecord(declaration['Metadata']) };
      }),
    );
  }

  *outputs(): Iterable<[string, unknown]> {
    for (const [name, output] of Object.entries(asRecord(this.#stack.template['Outputs']))) {
      if (this.#wanted(output)) yield [name, this.#naming(name, () => resolveValue(asRecord(output)['Value'], this))];
    }
  }

  exported(name: string): unknown {
    for (const output of Object.values(asRecord(this.#stack.template['Outputs']))) {
      const exportName = asRecord(asRecord(output)['Export'])['Name'];
      if (exportName !== undefined && resolveValue(exportName, this) === name) return resolveValue(asRecord(output)['Value'], this);
    }
    for (const declaration of Object.values(this.#declarations)) {
      if (asRecord(declaration)['Type'] !== 'Custom::CrossRegionExportWriter') continue;
      const exports = asRecord(asRecord(asRecord(asRecord(declaration)['Properties'])['WriterProps'])['exports']);
      if (name in exports) return resolveValue(exports[name], this);
    }
    return undefined;
  }

  secretString(nameOrArn: string): string | undefined {
    for (const { logicalId, type, stack } of this.declared()) {
      if (type !== 'AWS::SecretsManager::Secret') continue;
      const { arn, attributes } = this.#identity(logicalId);
      if (arn !== nameOrArn && attributes['Id'] !== nameOrArn) continue;
      return this.#neighbours.secrets.value(`${stack}/${logicalId}`, asRecord(resolveValue(asRecord(this.#declarations[logicalId])['Properties'] ?? {}, this)));
    }
    return undefined;
  }

  ssmParameter(name: string): string | undefined {
    for (const { logicalId, type } of this.declared()) {
      if (type !== 'AWS::SSM::Parameter' || this.#identity(logicalId).physicalId !== name) continue;
      return this.#identity(logicalId).attributes['Value'];
    }
    return undefined;
  }

  ref(name: string): unknown {
    switch (name) {
      case 'AWS::Region':
        return this.region;
      case 'AWS::AccountId':
        return this.#accountId;
      case 'AWS::StackName':
        return this.#stack.name;
      case 'AWS::StackId':
        return `arn:aws:cloudformation:${this.region}:${this.#accountId}:stack/${this.#stack.name}/local`;
      case 'AWS::Partition':
        return 'aws';
      case 'AWS::URLSuffix':
        return 'amazonaws.com';
      case 'AWS::NotificationARNs':
        return [];
      case 'AWS::NoValue':
        return noValue;
      default:
        return name in this.#declarations ? this.#identity(name).physicalId : this.#parameter(name);
    }
  }

  getAtt(logicalId: string, attribute: string): unknown {
    const { arn, attributes } = this.#identity(logicalId);
    const type = asText(asRecord(this.#declarations[logicalId])['Type']) ?? '';
    if (type === 'Custom::CrossRegionExportReader') return this.importValue(attribute);
    const value = attribute === 'Arn' ? arn : attributes[attribute];
    if (value !== undefined) return value;
    // What an irrelevant resource would answer only reaches other irrelevant resources.
    if (reasonNotServed(type) !== undefined) return `${logicalId}.${attribute}`;
    throw new Error(`${logicalId} in ${this.#stack.name} (${type}) has no attribute ${attribute} in the local runtime`);
  }

  condition(name: string): boolean {
    const known = this.#conditions.get(name);
    if (known !== undefined) return known;
    const declared = asRecord(this.#stack.template['Conditions'])[name];
    if (declared === undefined) throw new Error(`${this.#stack.name} has no condition ${name}`);
    const value = resolveCondition(declared, this);
    this.#conditions.set(name, value);
    return value;
  }

  importValue(exportName: string): unknown {
    const value = this.#neighbours.exported(exportName);
    if (value === undefined) throw new Error(`${this.#stack.name} imports ${exportName}, which no stack exports`);
    return value;
  }

  mapping(map: string, firstKey: string, secondKey: string): unknown {
    const value = asRecord(asRecord(asRecord(this.#stack.template['Mappings'])[map])[firstKey])[secondKey];
    if (value === undefined) throw new Error(`${this.#stack.name} has no mapping ${map}.${firstKey}.${secondKey}`);
    return value;
  }

  dynamicReference(text: string): string {
    return replaceDynamicReferences(
      text,
      (secret) => found(this.#neighbours.secretString(secret), `secret ${secret}`),
      (name) => found(this.#neighbours.ssmParameter(name), `parameter ${name}`),
    );
  }

  #parameter(name: string): unknown {
    const declared = asRecord(this.#stack.template['Parameters'])[name];
    if (declared === undefined) throw new Error(`${this.#stack.name} refers to ${name}, which it does not declare`);
    const given = this.#parameters[name] ?? asRecord(declared)['Default'];
    if (given === undefined) throw new Error(`The parameter ${name} of ${this.#stack.name} has no value and no default`);
    const text = String(given);
    const type = asText(asRecord(declared)['Type']) ?? 'String';
    if (type.startsWith('AWS::SSM::Parameter::Value')) return this.#neighbours.ssmParameter(text) ?? text;
    return type === 'CommaDelimitedList' || type.startsWith('List<') ? text.split(',').map((item) => item.trim()) : text;
  }

  #identity(logicalId: string): Identity {
    const known = this.#identities.get(logicalId);
    if (known) return known;
    const declaration = this.#declarations[logicalId];
    if (declaration === undefined) throw new Error(`${this.#stack.name} refers to ${logicalId}, which it does not declare`);
    const properties = asRecord(asRecord(declaration)['Properties']);
    const place = { stack: this.#stack.name, logicalId, region: this.region, accountId: this.#accountId };
    const identity = identify(asText(asRecord(declaration)['Type']) ?? '', place, (name) => (properties[name] === undefined ? undefined : resolveValue(properties[name], this)));
    this.#identities.set(logicalId, identity);
    return identity;
  }

  #wanted(declaration: unknown): boolean {
    const condition = asText(asRecord(declaration)['Condition']);
    return condition === undefined || this.condition(condition);
  }

  #naming<Value>(what: string, resolve: () => Value): Value {
    try {
      return resolve();
    } catch (error) {
      throw new Error(`${what} in ${this.#stack.name} cannot be resolved: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
}

function found(value: string | undefined, what: string): string {
  if (value === undefined) throw new Error(`There is no ${what} in the template`);
  return value;
}
