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
