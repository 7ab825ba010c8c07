import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DynamoDbPassThrough } from './dynamodb/pass-through.ts';
import type { AsyncInvocations } from './events/async-invocations.ts';
import type { DeadLetters } from './events/dead-letters.ts';
import { handleQueuesRequest } from './events/queues-wire.ts';
import { callOf, undergo, type Faults } from './faults.ts';
import { handleInvoke, isInvoke } from './lambda/invoke-wire.ts';
import type { Functions } from './lambda/functions.ts';
import { objectLimit, type S3 } from './s3/s3.ts';
import type { Ses } from './ses/ses.ts';
import type { StepFunctions } from './states/step-functions.ts';
import { handleStatesRequest } from './states/wire.ts';
import { handleSecretsRequest } from './template/secrets-wire.ts';
import type { Secrets } from './template/secrets.ts';
import type { ResolvedTemplate } from './template/resolved-template.ts';

/** An answer of any of the wire protocols. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export interface AwsEndpointDependencies {
  readonly template: ResolvedTemplate;
  readonly secrets: Secrets;
  readonly dynamoDb: DynamoDbPassThrough;
  readonly stepFunctions: StepFunctions;
  readonly ses: Ses;
  readonly s3: S3;
  readonly functions: Functions;
  readonly invocations: AsyncInvocations;
  readonly deadLetters: DeadLetters;
  /** Tests only. */
  readonly faults?: Faults['wire'];
}

/** As on AWS for the largest request of any service here (a batch of DynamoDB writes). */
const bodyLimit = 17 * 1024 * 1024;

const servedServices = 'It serves DynamoDB, DynamoDB Streams, Step Functions, SES (v1), S3 (single objects of the buckets that send events or are locked), Lambda Invoke, SQS GetQueueAttributes and Secrets Manager GetSecretValue.';

/** One address for every AWS service that the system uses, in their real wire protocols. */
export function createAwsEndpoint(dependencies: AwsEndpointDependencies): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    answer(dependencies, request)
      .catch((error: unknown) => json(500, 'InternalFailure', error instanceof Error ? error.message : String(error)))
      .then((given) => {
        if (given === undefined) {
          response.destroy();
          return;
        }
        const { status, headers, body } = given;
        response.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), ...headers });
        response.end(body);
      })
      .catch(() => response.destroy());
  };
}

/** Undefined: the connection is to be cut (tests only). */
async function answer(dependencies: AwsEndpointDependencies, request: IncomingMessage): Promise<WireAnswer | undefined> {
  const { headers, method = 'GET' } = request;
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (dependencies.s3.serves(path)) {
    // A page from elsewhere may guess an address here; the site's own is of this very host.
    if (headers['sec-fetch-site'] === 'cross-site') return json(403, 'AccessDeniedException', 'Requests from other sites are refused');
    const file = await readBody(request, objectLimit);
    return file === undefined
      ? { status: 400, headers: { 'content-type': 'application/xml' }, body: '<Error><Code>EntityTooLarge</Code><Message>Your proposed upload exceeds the maximum allowed size</Message></Error>' }
      : dependencies.s3.handle({ method, url: request.url ?? '/', headers, body: file });
  }
  // Browsers say where they come from; SDKs and the aws CLI do not. No page may speak AWS here.
  if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) return json(403, 'AccessDeniedException', 'Requests from web pages are refused');
  if (method === 'GET' && path === '/' && headers.authorization !== undefined) return dependencies.s3.list();
  const body = await readBody(request, bodyLimit);
  if (body === undefined) return json(413, 'RequestEntityTooLargeException', `Request must be smaller than ${bodyLimit} bytes`);
  const target = String(headers['x-amz-target'] ?? '');
  const isForm = String(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const perform = (): Promise<WireAnswer> => dispatch(dependencies, { headers, method, path, target, isForm }, body);
  if (dependencies.faults === undefined) return perform();
  const call = callOf(target, isInvoke(method, path), isForm ? new URLSearchParams(body.toString()) : undefined);
  const fault = call && dependencies.faults(call);
  return call === undefined || fault === undefined ? perform() : undergo(fault, call, perform);
}

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly method: string;
  readonly path: string;
  readonly target: string;
  readonly isForm: boolean;
}

async function dispatch(dependencies: AwsEndpointDependencies, { headers, method, path, target, isForm }: Received, body: Buffer): Promise<WireAnswer> {
  if (target.startsWith('DynamoDB')) return dependencies.dynamoDb.handle(headers, body);
  if (target.startsWith('AWSStepFunctions.')) return handleStatesRequest(dependencies.stepFunctions, headers, body.toString());
  if (target.startsWith('secretsmanager.')) return handleSecretsRequest(dependencies.template, dependencies.secrets, target, body.toString());
  if (target.startsWith('AmazonSQS.')) return handleQueuesRequest(dependencies.template, dependencies.deadLetters, target, body.toString());
  if (isInvoke(method, path)) return handleInvoke(dependencies.functions, (name, event) => dependencies.invocations.put(name, event), path, headers, body.toString());
  if (isForm) {
    const form = new URLSearchParams(body.toString());
    return form.get('Version') === '2010-12-01' ? dependencies.ses.handle(body.toString()) : xml(400, 'UnknownOperationException', `The local runtime does not serve ${form.get('Action') ?? 'this action'} ${form.get('Version') ?? ''}. ${servedServices}`);
  }
  return json(400, 'UnknownOperationException', `The local runtime does not serve ${target || `${method} ${path}`}. ${servedServices}`);
}

async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    // Reading on to the end lets the client read our answer.
    if (length <= limit) chunks.push(chunk);
  }
  return length > limit ? undefined : Buffer.concat(chunks);
}

function json(status: number, code: string, message: string): WireAnswer {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID(), 'x-amzn-errortype': code },
    body: JSON.stringify({ __type: code, message }),
  };
}

/** The query protocol's error, for services that speak it; the action is the caller's own text. */
function xml(status: number, code: string, message: string): WireAnswer {
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return {
    status,
    headers: { 'content-type': 'text/xml' },
    body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${text}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  };
}
