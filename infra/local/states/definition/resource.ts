import { isJsonObject, type Json } from '../json.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { TaskResource } from './model.ts';

const INVOKE = /^arn:aws[a-z-]*:states:::lambda:invoke(\.waitForTaskToken)?$/;
const FUNCTION_ARN = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]+(:[A-Za-z0-9$_-]+)?$/;

/** The integrations served here; every other one is refused by its name. */
export function parseResource(resource: string, at: string, log: Diagnostics): TaskResource {
  const invoke = INVOKE.exec(resource);
  if (invoke !== null) {
    return { functionArn: undefined, waitsForToken: invoke[1] !== undefined };
  }
  if (FUNCTION_ARN.test(resource)) {
    return { functionArn: resource, waitsForToken: false };
  }
  log.schema(
    `The resource '${resource}' is not served here: only lambda:invoke, lambda:invoke.waitForTaskToken and a function's ARN are`,
    `${at}/Resource`,
  );
  return { functionArn: undefined, waitsForToken: false };
}

const INVOKE_ARGUMENTS = new Set(['FunctionName', 'Payload', 'InvocationType', 'Qualifier', 'ClientContext', 'LogType']);

/** The arguments of `lambda:invoke` are those of the Lambda API; answers are always waited for here. */
export function checkInvokeArguments(value: Json | undefined, at: string, log: Diagnostics): void {
  if (!isJsonObject(value)) {
    return;
  }
  if (value['FunctionName'] === undefined) {
    log.schema("The field 'FunctionName' is required but was missing", at);
  }
  for (const name of Object.keys(value).filter((one) => !INVOKE_ARGUMENTS.has(one))) {
    log.schema(`The field '${name}' is not supported by Step Functions`, `${at}/${name}`);
  }
  const type = value['InvocationType'];
  if (typeof type === 'string' && !type.startsWith('{%') && type !== 'RequestResponse') {
    log.schema(`The InvocationType '${type}' is not served here: only RequestResponse is`, `${at}/InvocationType`);
  }
}
