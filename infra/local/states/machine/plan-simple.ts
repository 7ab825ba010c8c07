import type { ChoiceState, FailState, PassState, SucceedState, WaitState } from '../definition/model.ts';
import { evaluateInteger, evaluateTemplate, evaluateText, wrongType } from '../evaluation/template.ts';
import { parseJson } from '../json.ts';
import { NO_CHOICE_MATCHED } from './errors.ts';
import { failFrame, leaveState, placed, settle } from './flow.ts';
import { planExit } from './plan-settle.ts';
import { scopeOf, type Situation } from './situation.ts';
import type { Commit } from './transition.ts';

/** The states that ask nobody: Pass, Succeed, Fail, Choice, Wait. */
export function planSimple(state: PassState | SucceedState | FailState | ChoiceState | WaitState, situation: Situation): Promise<Commit> {
  switch (state.type) {
    case 'Pass':
    case 'Succeed':
      return planPass(state, situation);
    case 'Fail':
      return planFail(state, situation);
    case 'Choice':
      return planChoice(state, situation);
    case 'Wait':
      return planWait(state, situation);
  }
}

async function planPass(state: PassState | SucceedState, situation: Situation): Promise<Commit> {
  const literal = state.type === 'Pass' ? state.result : undefined;
  const exit = await planExit(state.name, state.type === 'Pass' ? state.next : undefined, state, '', literal ?? parseJson(situation.frame.input), scopeOf(situation));
  return (transition, frame) => { leaveState(transition, frame, state, exit); };
}

async function planFail(state: FailState, situation: Situation): Promise<Commit> {
  const scope = scopeOf(situation);
  const error = state.error === undefined ? undefined : await evaluateText(state.error, scope, 'Error');
  const cause = state.cause === undefined ? undefined : await evaluateText(state.cause, scope, 'Cause');
  return (transition, frame) => { failFrame(transition, frame, error, cause); };
}

async function planChoice(state: ChoiceState, situation: Situation): Promise<Commit> {
  const scope = scopeOf(situation);
  const input = parseJson(situation.frame.input);
  for (const [index, rule] of state.choices.entries()) {
    const field = `Choices[${String(index)}]/`;
    const holds = await evaluateTemplate(rule.condition, scope, `${field}Condition`);
    if (typeof holds !== 'boolean') {
      throw wrongType(`${field}Condition`, 'a boolean');
    }
    if (holds) {
      const exit = await planExit(state.name, rule.next, { output: rule.output ?? state.output, assign: rule.assign }, field, input, scope);
      return (transition, frame) => { leaveState(transition, frame, state, exit); };
    }
  }
  if (state.default === undefined) {
    const reason = `Failed to transition out of the state '${state.name}'. The state does not point to a next state.`;
    return (transition, frame) => { failFrame(transition, frame, NO_CHOICE_MATCHED, placed(frame, reason)); };
  }
  const exit = await planExit(state.name, state.default, state, '', input, scope);
  return (transition, frame) => { leaveState(transition, frame, state, exit); };
}

async function planWait(state: WaitState, situation: Situation): Promise<Commit> {
  const until = await wakeInstant(state, situation);
  const result = situation.frame.input;
  return (transition, frame) => {
    if (until <= transition.now) {
      settle(transition, frame, { ok: true, result });
      return;
    }
    frame.outcome = JSON.stringify({ ok: true, result });
    frame.wakeAt = until;
    transition.move(frame, 'rest');
  };
}

async function wakeInstant(state: WaitState, situation: Situation): Promise<number> {
  const { field, value } = state.until;
  if (field === 'Seconds') {
    return situation.now + 1000 * await evaluateInteger(value, scopeOf(situation), 'Seconds', 0);
  }
  const text = await evaluateText(value, scopeOf(situation), 'Timestamp');
  const instant = Date.parse(text);
  if (Number.isNaN(instant) || !/^\d{4}-\d\d-\d\d[Tt]/.test(text)) {
    throw wrongType('Timestamp', 'an RFC 3339 timestamp');
  }
  return instant;
}
