import { setTimeout as pause } from 'node:timers/promises';
import type { WireAnswer } from './aws-endpoint.ts';
import type { FunctionResult } from './states/step-functions.ts';

/**
 * What tests let go wrong around the functions; nothing a user starts can ask for it. Each is asked anew for every
 * call, so that a test chooses by service, rate and seed.
 */
export interface Faults {
  readonly wire?: ((call: WireCall) => WireFault | undefined) | undefined;
  /** What a function gets instead of the records of a stream that are there: doubled, shuffled, or earlier ones again. */
  readonly stream?: ((records: readonly Record<string, unknown>[]) => readonly Record<string, unknown>[]) | undefined;
  /** How an invocation ends that does not reach its function. */
  readonly invocation?: ((functionName: string) => FunctionResult | undefined) | undefined;
}

export type WireService = 'dynamodb' | 'states' | 'ses' | 'secrets' | 'lambda';

/** One request at the AWS endpoint, such as `dynamodb` `TransactWriteItems`. */
export interface WireCall {
  readonly service: WireService;
  readonly action: string;
}

export type WireFault =
  /** Refused with the service's own error code; not done. */
  | { readonly kind: 'throttle' }
  /** A 5xx answer, before or after the effect: the client cannot know which. */
  | { readonly kind: 'failure'; readonly effect: 'before' | 'after' }
  /** The answer comes late by this much real time; the effect is at once. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** The connection ends without an answer. */
  | { readonly kind: 'cut'; readonly effect: 'before' | 'after' };

/** Which call a request is; undefined for what the endpoint does not serve. */
export function callOf(target: string, isInvoke: boolean, form: URLSearchParams | undefined): WireCall | undefined {
  const [prefix = '', action = ''] = target.split('.');
  if (prefix.startsWith('DynamoDB')) return { service: 'dynamodb', action };
  if (prefix === 'AWSStepFunctions') return { service: 'states', action };
  if (prefix === 'secretsmanager') return { service: 'secrets', action };
  if (isInvoke) return { service: 'lambda', action: 'Invoke' };
  return form === undefined ? undefined : { service: 'ses', action: form.get('Action') ?? '' };
}

/** Performs the call under the fault. Undefined: the connection is to be cut. */
export async function undergo(fault: WireFault, call: WireCall, perform: () => Promise<WireAnswer>): Promise<WireAnswer | undefined> {
  switch (fault.kind) {
    case 'throttle':
      return throttled(call);
    case 'slow': {
      const answer = await perform();
      await pause(fault.milliseconds, undefined, { ref: false });
      return answer;
    }
    case 'failure':
      if (fault.effect === 'after') await perform();
      return failed(call);
    case 'cut':
      if (fault.effect === 'after') await perform();
      return undefined;
  }
}

/** As each service words it: the SDK's retries and our adapters go by the code. */
function throttled({ service, action }: WireCall): WireAnswer {
  switch (service) {
    case 'dynamodb':
      if (action === 'TransactWriteItems') {
        return json(400, 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException', 'Transaction cancelled, please refer cancellation reasons for specific reasons [ThrottlingError]', {
          CancellationReasons: [{ Code: 'ThrottlingError', Message: 'Throughput exceeds the current capacity of your table or index.' }],
        });
      }
      return json(400, 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException', 'The level of configured provisioned throughput for the table was exceeded.');
    case 'states':
    case 'secrets':
      return json(400, 'ThrottlingException', 'Rate exceeded');
    case 'lambda':
      return json(429, 'TooManyRequestsException', 'Rate Exceeded.');
    case 'ses':
      return xml(400, 'Sender', 'Throttling', 'Maximum sending rate exceeded.');
  }
}

function failed({ service }: WireCall): WireAnswer {
  switch (service) {
    case 'dynamodb':
      return json(500, 'com.amazonaws.dynamodb.v20120810#InternalServerError', 'Internal server error');
    case 'states':
      return json(500, 'InternalFailure', 'The request processing has failed because of an unknown error, exception or failure.');
    case 'secrets':
      return json(500, 'InternalServiceError', 'An error occurred on the server side.');
    case 'lambda':
      return json(500, 'ServiceException', 'Internal Error.');
    case 'ses':
      return xml(500, 'Receiver', 'InternalFailure', 'The request processing has failed because of an unknown error, exception or failure.');
  }
}

function json(status: number, code: string, message: string, rest: Record<string, unknown> = {}): WireAnswer {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': code }, body: JSON.stringify({ __type: code, message, ...rest }) };
}

function xml(status: number, type: string, code: string, message: string): WireAnswer {
  const body = `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>${type}</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>00000000-0000-0000-0000-000000000000</RequestId></ErrorResponse>`;
  return { status, headers: { 'content-type': 'text/xml' }, body };
}
