import type { output, ZodMiniType } from 'zod/mini';
import type { operations, OperationId } from '../contracts/operations.ts';
import type { Caller, Idempotency } from '../use-cases/ports.ts';
import type { LinkCaller, SessionCaller } from '../use-cases/reply-caller.ts';

type OperationOf<Id extends OperationId> = (typeof operations)[Id];
type BodyOf<Id extends OperationId> = OperationOf<Id> extends { readonly body: infer Body extends ZodMiniType } ? output<Body> : undefined;
type QueryOf<Id extends OperationId> = OperationOf<Id> extends { readonly query?: infer Query } ? ([Query] extends [ZodMiniType] ? output<Query> : undefined) : undefined;
type ParameterNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | ParameterNames<Rest> : never;

interface CallerByAuth {
  readonly staff: Caller;
  readonly link: SessionCaller;
  readonly none: LinkCaller;
}

/** A request that has passed the stack: everything in it has the shape that the operation's contract names. */
export interface ParsedRequest<Id extends OperationId> {
  readonly caller: CallerByAuth[OperationOf<Id>['auth']];
  readonly parameters: Readonly<Record<ParameterNames<OperationOf<Id>['path']>, string>>;
  readonly query: QueryOf<Id>;
  readonly body: BodyOf<Id>;
  readonly idempotency: OperationOf<Id>['command'] extends true ? Idempotency : undefined;
}
export type ResponseOf<Id extends OperationId> = output<OperationOf<Id>['response']>;

/** The answer's body, with cookies to set. */
export class WithCookies<Body> {
  readonly body: Body;
  readonly cookies: readonly string[];
  constructor(body: Body, cookies: readonly string[]) {
    this.body = body;
    this.cookies = cookies;
  }
}
