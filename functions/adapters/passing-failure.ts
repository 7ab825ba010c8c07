/** Codes of Node for a service that cannot be reached; the SDK names a connection that ends midway `TimeoutError`. */
const unreachable: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * Whether a service failed for its own reasons, which pass: it could not be reached, or answered 5xx. What was asked may
 * have been done all the same; every write of ours may be asked for again.
 */
export function isPassingFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && unreachable.has(error.code)) return true;
  const status = '$metadata' in error && typeof error.$metadata === 'object' && error.$metadata !== null && 'httpStatusCode' in error.$metadata ? error.$metadata.httpStatusCode : undefined;
  return typeof status === 'number' && status >= 500;
}
