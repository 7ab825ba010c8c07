import type { Problem } from '../../../functions/contracts/problem.ts';

/**
 * Why a call failed, as the pages tell it: the API's own problem, the gateway's answer put in the same
 * words (the gateway speaks no problem+json), or no answer at all.
 */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly problem: Problem | null;
  constructor(problem: Problem | null) {
    super(problem?.code ?? 'network');
    this.problem = problem;
  }
  get code(): Problem['code'] | 'network' {
    return this.problem?.code ?? 'network';
  }
}

const gatewayCodes: Readonly<Record<number, Problem['code']>> = {
  400: 'invalid-body', 401: 'not-signed-in', 403: 'not-allowed', 404: 'not-found', 408: 'unavailable', 413: 'body-too-large',
  429: 'rate-limited', 502: 'unavailable', 503: 'unavailable', 504: 'unavailable',
};

/** The gateway's, the edge's or a firewall's answer as a problem; `instance` is its request id where it says one. */
export function problemOfGateway(status: number, requestId: string | null): Problem {
  const code = gatewayCodes[status] ?? 'internal';
  return { type: `urn:brygga:problem:${code}`, code, title: code, status, instance: requestId ?? '' };
}
