import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { FunctionEntry } from './function-list.ts';
import { NodeFunction, type FunctionFrame } from './node-function.ts';
import type { Grant, Permission } from './permissions.ts';

export interface MadeFunction {
  readonly name: string;
  readonly entry: FunctionEntry;
  readonly node: NodeFunction;
}

/** Makes functions from their list entries: one place turns permissions into environment and statements. */
export class FunctionMaker {
  readonly made: MadeFunction[] = [];
  readonly #frame: FunctionFrame;
  readonly #grants: Readonly<Record<Permission, Grant>>;

  constructor(frame: FunctionFrame, grants: Readonly<Record<Permission, Grant>>) {
    this.#frame = frame;
    this.#grants = grants;
  }

  make(scope: Construct, name: string, entry: FunctionEntry, deadLetterQueue?: IQueue, more: readonly PolicyStatement[] = []): NodeFunction {
    const grants = entry.permissions.map((permission) => this.#grants[permission]);
    const node = new NodeFunction(scope, {
      name,
      frame: this.#frame,
      description: entry.description,
      environment: Object.assign({ STAGE: this.#frame.stage }, ...grants.map((grant) => grant.environment)),
      statements: [...grants.flatMap((grant) => grant.statements.map((statement) => statement.copy())), ...more],
      timeout: entry.timeout,
      memory: entry.memory,
      deadLetterQueue,
    });
    this.made.push({ name, entry, node });
    return node;
  }
}
