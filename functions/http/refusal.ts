import type { ProblemCode } from '../contracts/problem.ts';

/** What the HTTP stack itself refuses, before any use case is asked. */
export type StackCode = Extract<
  ProblemCode,
  'invalid-body' | 'invalid-query' | 'body-too-large' | 'not-json' | 'idempotency-key-missing' | 'not-signed-in' | 'origin-refused' | 'not-found'
>;

export interface Fault {
  /** JSON pointer into the body, or the name of a query parameter. */
  readonly pointer: string;
  readonly code: string;
}

export class RequestRefused extends Error {
  readonly code: StackCode;
  readonly faults: readonly Fault[];
  constructor(code: StackCode, faults: readonly Fault[] = []) {
    super(code);
    this.name = 'RequestRefused';
    this.code = code;
    this.faults = faults;
  }
}
