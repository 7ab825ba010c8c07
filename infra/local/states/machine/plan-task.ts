import type { TaskState } from '../definition/model.ts';
import { evaluateInteger, evaluateTemplate, wrongType } from '../evaluation/template.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../json.ts';
import type { Call, Frame } from '../store/frame.ts';
import { data } from './flow.ts';
import { scopeOf, type Situation } from './situation.ts';
import type { Commit, Transition } from './transition.ts';

/**
 * Schedules a task. A token is minted before the arguments are evaluated and kept with the frame before anybody is
 * asked, so that whoever got it can use it whatever happens to this process.
 */
export async function planTask(state: TaskState, plain: Situation): Promise<Commit> {
  const token = state.resource.waitsForToken ? plain.newToken() : null;
  const situation = token === null ? plain : { ...plain, context: { ...plain.context, Task: { Token: token } } };
  const scope = scopeOf(situation);
  const argument = state.arguments === undefined ? parseJson(situation.frame.input) : await evaluateTemplate(state.arguments, scope, 'Arguments');
  const timeout = state.timeoutSeconds === undefined ? undefined : await evaluateInteger(state.timeoutSeconds, scope, 'TimeoutSeconds', 1);
  const heartbeat = state.heartbeatSeconds === undefined ? undefined : await evaluateInteger(state.heartbeatSeconds, scope, 'HeartbeatSeconds', 1);
  const call = callOf(state, argument, situation);
  return (transition, frame) => {
    frame.attempt += 1;
    frame.call = JSON.stringify(call);
    frame.token = token;
    frame.timeoutAt = timeout === undefined ? null : transition.now + timeout * 1000;
    frame.heartbeatSeconds = heartbeat ?? null;
    frame.heartbeatAt = heartbeat === undefined ? null : transition.now + heartbeat * 1000;
    recordScheduled(transition, frame, state, call, argument, {
      ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
      ...(heartbeat === undefined || state.resource.functionArn !== undefined ? {} : { heartbeatInSeconds: heartbeat }),
    });
    transition.move(frame, 'invoke');
  };
}

function recordScheduled(transition: Transition, frame: Frame, state: TaskState, call: Call, argument: Json, limits: JsonObject): void {
  if (state.resource.functionArn !== undefined) {
    transition.record(frame, 'LambdaFunctionScheduled', {
      lambdaFunctionScheduledEventDetails: { resource: call.functionArn, ...data('input', call.payload), ...limits },
    });
    transition.record(frame, 'LambdaFunctionStarted');
    return;
  }
  const names = resourceNames(state);
  transition.record(frame, 'TaskScheduled', {
    taskScheduledEventDetails: { ...names, region: transition.region, parameters: JSON.stringify(argument), ...limits },
  });
  transition.record(frame, 'TaskStarted', { taskStartedEventDetails: names });
}

export function resourceNames(state: TaskState): { readonly resourceType: string; readonly resource: string } {
  return { resourceType: 'lambda', resource: state.resource.waitsForToken ? 'invoke.waitForTaskToken' : 'invoke' };
}

function callOf(state: TaskState, argument: Json, situation: Situation): Call {
  if (state.resource.functionArn !== undefined) {
    return { functionArn: state.resource.functionArn, payload: JSON.stringify(argument) };
  }
  const fields: JsonObject = isJsonObject(argument) ? argument : {};
  const name = fields['FunctionName'];
  if (typeof name !== 'string' || name === '') {
    throw wrongType('Arguments/FunctionName', 'the name or the ARN of a function');
  }
  if (fields['InvocationType'] !== undefined && fields['InvocationType'] !== 'RequestResponse') {
    throw wrongType('Arguments/InvocationType', 'RequestResponse, the only type served here');
  }
  return { functionArn: functionArn(name, situation), payload: JSON.stringify(fields['Payload'] ?? {}) };
}

function functionArn(name: string, situation: Situation): string {
  return name.startsWith('arn:') ? name : `arn:aws:lambda:${situation.region}:${situation.accountId}:function:${name}`;
}
