import jsonata from 'jsonata';
import aslValidator from 'asl-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { clockSteps } from '../../functions/domain/vocabulary.ts';
import { layOut } from '../../workflows/layout.ts';
import { outgoingDeviationDefinition } from '../../infra/machine-definition.ts';
import { resolvedDefinition, type Machine } from './resolved-definition.ts';

let machine: Machine;
beforeAll(() => { machine = resolvedDefinition(); });

interface Expression { readonly at: string; readonly text: string }
function expressionsIn(value: unknown, at: string): readonly Expression[] {
  if (typeof value === 'string') return value.startsWith('{%') ? [{ at, text: value.slice(2, -2).trim() }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => expressionsIn(item, `${at}.${key}`));
}

const reading = { clockRevision: 4, awaits: 'reply', next: { step: 'remindBefore', at: '2026-03-25T07:00:00.000Z' }, until: '2026-03-25T07:00:00.000Z' };
const context = {
  Execution: { Id: 'arn', Input: { caseId: 'case-1', generation: 1 }, Name: 'case-1-1', StartTime: '2026-03-02T08:00:00.000Z' },
  State: { EnteredTime: '2026-03-20T07:00:00.000Z', Name: 'Await reply', RetryCount: 0 },
  Task: { Token: 'token' },
};
const sample = (payload: unknown) => ({
  states: { input: {}, result: { Payload: payload, StatusCode: 200 }, context, errorOutput: { Error: 'States.Timeout', Cause: '' } },
  until: reading.until, awaits: reading.awaits, step: 'remindBefore', stepAt: reading.next.at, clockRevision: 4,
});
const evaluate = (text: string, payload: unknown = reading): Promise<unknown> => jsonata(text).evaluate({}, sample(payload));

describe('the machine of an outgoing deviation', () => {
  it('is a valid machine', () => {
    const { isValid, errorsText } = aslValidator(machine);
    expect([isValid, errorsText()]).toEqual([true, '']);
    const broken = { ...machine, States: { ...machine.States, 'Read case': { ...machine.States['Read case'], Next: 'Nowhere' } } };
    expect(aslValidator(broken).isValid).toBe(false);
  });

  it('names its states as an administrator would, and says of each what it is for', () => {
    expect(Object.keys(machine.States).sort()).toEqual([
      'Await acknowledgement', 'Await closing', 'Await reply', 'Await sending', 'Case ended', 'Escalate to managers', 'Expire link', 'Read case',
      'Remind after due', 'Remind before due', 'Remind on due day', 'Report handling overdue', 'Report not acknowledged', 'Start next generation',
      'What is awaited?', 'What is due?',
    ]);
    expect(Object.entries(machine.States).filter(([, state]) => (state.Comment ?? '').length < 20).map(([name]) => name)).toEqual([]);
    expect(machine.QueryLanguage).toBe('JSONata');
  });

  it('compiles and evaluates every expression', async () => {
    const expressions = expressionsIn(machine.States, 'States');
    expect(expressions.length).toBeGreaterThan(60);
    const undefinedOnes: Expression[] = [];
    for (const expression of expressions) {
      for (const payload of [reading, { ...reading, next: null }]) {
        if ((await evaluate(expression.text, payload)) === undefined) undefinedOnes.push(expression);
      }
    }
    expect(undefinedOnes).toEqual([]);
  });

  it('uses nothing that makes an execution depend on when or where it is evaluated', () => {
    expect(expressionsIn(machine.States, 'States').filter(({ text }) => /\$(eval|now|millis|random|uuid)\b|\?\?|\?:/.test(text))).toEqual([]);
  });

  it.each([
    ['an hour', '2026-03-20T08:00:00.000Z', 3600],
    ['a part of a second', '2026-03-20T07:00:00.200Z', 1],
    ['an instant that has passed', '2026-03-01T07:00:00.000Z', 1],
    ['longer than Step Functions waits', '2036-03-20T07:00:00.000Z', 99_999_999],
  ])('waits for %s as whole seconds within the limits', async (_, until, seconds) => {
    const text = String(machine.States['Await reply']?.['TimeoutSeconds']).slice(2, -2);
    expect(await jsonata(text).evaluate({}, { ...sample(reading), until })).toBe(seconds);
  });

  it('never retries a time-out and catches nothing else', () => {
    const errorsOf = (rules: unknown): readonly string[] => (Array.isArray(rules) ? rules.flatMap((rule: { ErrorEquals: string[] }) => rule.ErrorEquals) : []);
    const states = Object.entries(machine.States);
    expect(states.filter(([, state]) => errorsOf(state['Retry']).some((error) => error.startsWith('States.')))).toEqual([]);
    expect(states.filter(([, state]) => errorsOf(state['Catch']).length > 0).map(([name, state]) => [name, errorsOf(state['Catch'])])).toEqual(
      ['Await sending', 'Await acknowledgement', 'Await reply', 'Await closing'].map((name) => [name, ['States.Timeout']]),
    );
    const tried = ['Conflict', 'Throttled', 'Lambda.TooManyRequestsException'];
    expect(states.filter(([, state]) => state.Type === 'Task' && !tried.every((error) => errorsOf(state['Retry']).includes(error)))).toEqual([]);
  });

  it('knows every step of the clock', () => {
    const choices = JSON.stringify(machine.States['What is due?']);
    for (const step of clockSteps) expect(choices).toContain(`\\"${step}\\"`);
  });

  it('hands on identifiers and instants only', () => {
    const fields = new Set(Object.values(machine.States).flatMap((state) => {
      const { Arguments: given } = state;
      return typeof given === 'object' && given !== null && 'Payload' in given && typeof given.Payload === 'object' && given.Payload !== null ? Object.keys(given.Payload) : [];
    }));
    expect([...fields].sort()).toEqual(['at', 'awaits', 'caseId', 'clockRevision', 'generation', 'now', 'retryCount', 'startedAt', 'step', 'token', 'until']);
  });
});

describe('the drawing of the machine', () => {
  it('has every state and every way on, none on top of another', () => {
    const drawing = layOut(outgoingDeviationDefinition());
    expect(drawing.states.map(({ name }) => name).sort()).toEqual(Object.keys(machine.States).sort());
    expect(drawing.edges).toHaveLength(31);
    expect(drawing.edges.every(({ points }) => points.length >= 2)).toBe(true);
    const overlapping = drawing.states.flatMap((one) => drawing.states
      .filter((other) => one.name < other.name && Math.abs(one.x - other.x) < (one.width + other.width) / 2 && Math.abs(one.y - other.y) < (one.height + other.height) / 2)
      .map((other) => [one.name, other.name]));
    expect(overlapping).toEqual([]);
  });
});
