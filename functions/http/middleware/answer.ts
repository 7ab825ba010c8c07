import type { MiddlewareObj } from '@middy/core';
import { isKnownError } from '../../domain/errors.ts';
import { errorFields, type Log } from '../../use-cases/ports-log.ts';
import type { HttpEvent, HttpResponse } from '../event.ts';
import { toProblem } from '../problem.ts';
import { RequestRefused } from '../refusal.ts';

export const commonHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
} as const;

/** The last word: every answer gets its headers and one log line, every error becomes a problem (RFC 9457). */
export function answer(operation: string, log: Log): MiddlewareObj<HttpEvent, HttpResponse> {
  return {
    name: 'answer',
    after: ({ event, response }) => {
      log.info('request-handled', { operation, correlationId: event.requestContext.requestId, status: response?.statusCode ?? 0 });
    },
    onError: (request) => {
      const correlationId = request.event.requestContext.requestId;
      const problem = toProblem(request.error, correlationId);
      const fields = { operation, correlationId, status: problem.status, code: problem.code };
      if (isKnownError(request.error) || request.error instanceof RequestRefused) {
        log.info('request-refused', request.error.code === 'not-allowed' && 'reason' in request.error ? { ...fields, reason: request.error.reason } : fields);
      } else {
        log.error('request-failed', { ...fields, ...errorFields(request.error) });
      }
      request.response = {
        statusCode: problem.status,
        headers: {
          ...commonHeaders,
          'content-type': 'application/problem+json',
          ...(problem.retryAfter === undefined ? {} : { 'retry-after': String(problem.retryAfter) }),
        },
        body: JSON.stringify(problem),
      };
    },
  };
}
