import { randomUUID } from 'node:crypto';
import { AwsError } from './aws-error.ts';
import type { StepFunctions } from './step-functions.ts';

export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const TARGET = /^AWSStepFunctions\.(\w+)$/;

/** Answers one request in the awsJson1_0 protocol, as the SDKs and the aws CLI speak it. Signatures are not checked. */
export async function handleStatesRequest(
  stepFunctions: StepFunctions, headers: Readonly<Record<string, string | readonly string[] | undefined>>, body: string | Uint8Array,
): Promise<WireResponse> {
  try {
    const action = TARGET.exec(header(headers, 'x-amz-target'))?.[1];
    if (action === undefined) {
      throw new AwsError('UnknownOperationException', 'The request names no action of AWSStepFunctions');
    }
    return respond(200, await stepFunctions.handle(action, parsed(typeof body === 'string' ? body : Buffer.from(body).toString())));
  } catch (error) {
    if (error instanceof AwsError) {
      return respond(error.statusCode, { __type: error.code, message: error.message });
    }
    const message = error instanceof Error ? error.message : String(error);
    return respond(500, { __type: 'InternalFailure', message });
  }
}

function parsed(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body === '' ? '{}' : body);
    return value;
  } catch {
    throw new AwsError('SerializationException', 'The request body is no JSON');
  }
}

function header(headers: Readonly<Record<string, string | readonly string[] | undefined>>, name: string): string {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof found === 'string' ? found : found?.[0] ?? '';
}

function respond(status: number, body: unknown): WireResponse {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() }, body: JSON.stringify(body) };
}
