import jsonata from 'jsonata';
import aslValidator from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { awaitedEvents, clockSteps, machines, type Machine as MachineName } from '../../functions/domain/vocabulary.ts';
import { layOut } from '../../workflows/layout.ts';
import { machineDefinition } from '../../infra/machine-definition.ts';
import { resolvedDefinition, type Machine, type State } from './resolved-definition.ts';


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

/** The states of each, as an administrator reads them; all clocks of a case have three in common. */
const titles: Readonly<Record<MachineName, readonly string[]>> = {
  'outgoing-deviation': [
    'Await acknowledgement', 'Await closing', 'Await reply', 'Await sending', 'Case ended', 'Escalate to managers', 'Expire link', 'Remind after due',
    'Remind before due', 'Remind on due day', 'Report handling overdue', 'Report not acknowledged', 'Start next generation',
  ],
  'incoming-deviation': [
    'Await information', 'Await investigation', 'Await registration', 'Await reply', 'Case ended', 'Escalate to managers', 'Remind after due',
    'Remind before due', 'Remind on due day', 'Report registration overdue', 'Start next generation',
  ],
  'dose-pharmacy': ['Await pharmacy notification', 'Remind of pharmacy notification', 'Track ended'],
  'effect-review': ['Ask for effect review', 'Await effect review', 'Escalate effect review', 'Remind of effect review', 'Track ended'],
  'register-import': ['Check file', 'Import ended', 'Put in force', 'What is next?', 'Write rows'],
  escalation: ['Await decision basis', 'Await group', 'Await information on the decision', 'Await nearest managers', 'Await steering body', 'Escalate overdue level', 'Remind before the level is due', 'Remind that the level is overdue', 'Track ended'],
  'periodic-report': ['Await drafting day', 'Await feedback', 'Await submission', 'Draft report', 'Escalate report', 'Remind of feedback', 'Remind of report', 'Report ended', 'Report feedback overdue', 'Start next generation'],
  'harm-decision': ['Await harm decision', 'Escalate harm decision', 'Remind of harm decision', 'Track ended'],
  dispute: ['Await court', 'Await heads of administration', 'Await line managers', 'Escalate dispute', 'Remind before dispute date', 'Remind of dispute', 'Track ended'],
  'archive-export': ['Choose cases', 'Package ended', 'What is next?', 'Write manifest', 'Write volume'],
};
/** A clock of a case begins by reading it; these are of no case. */
const firstOfNoCase: Readonly<Partial<Record<MachineName, string>>> = { 'periodic-report': 'Read report', 'register-import': 'Check file', 'archive-export': 'Choose cases' };
const isClock = (name: MachineName): boolean => name === 'periodic-report' || firstOfNoCase[name] === undefined;
const firstState = (name: MachineName): string => firstOfNoCase[name] ?? 'Read case';
const errorsOf = (rules: unknown): readonly string[] => (Array.isArray(rules) ? rules.flatMap((rule: { ErrorEquals: string[] }) => rule.ErrorEquals) : []);
const statesOf = (name: MachineName): readonly (readonly [string, State])[] => Object.entries(resolvedDefinition(name).States);

describe.each(machines)('the machine %s', (name) => {
  it('is a valid machine', () => {
    const machine: Machine = resolvedDefinition(name);
    const { isValid, errorsText } = aslValidator(machine);
    expect([isValid, errorsText()]).toEqual([true, '']);
    const broken = { ...machine, States: { ...machine.States, [firstState(name)]: { ...machine.States[firstState(name)], Next: 'Nowhere' } } };
    expect(aslValidator(broken).isValid).toBe(false);
  });

  it('names its states as an administrator would, and says of each what it is for', () => {
    const machine = resolvedDefinition(name);
    expect(Object.keys(machine.States).sort()).toEqual([...(isClock(name) ? [firstState(name), 'What is awaited?', 'What is due?'] : []), ...titles[name]].sort());
    expect(statesOf(name).filter(([, state]) => (state.Comment ?? '').length < 20).map(([title]) => title)).toEqual([]);
    expect([machine.QueryLanguage, machine.StartAt]).toEqual(['JSONata', firstState(name)]);
  });

  it('compiles and evaluates every expression', async () => {
    const expressions = expressionsIn(resolvedDefinition(name).States, 'States');
    expect(expressions.length).toBeGreaterThan(isClock(name) ? 25 : 10);
    const undefinedOnes: Expression[] = [];
    for (const expression of expressions) {
      for (const payload of [reading, { ...reading, next: null }]) {
        if ((await evaluate(expression.text, payload)) === undefined) undefinedOnes.push(expression);
      }
    }
    expect(undefinedOnes).toEqual([]);
  });

  it('uses nothing that makes an execution depend on when or where it is evaluated', () => {
    expect(expressionsIn(resolvedDefinition(name).States, 'States').filter(({ text }) => /\$(eval|now|millis|random|uuid)\b|\?\?|\?:/.test(text))).toEqual([]);
  });

  it('never retries a time-out and catches nothing else', () => {
    expect(statesOf(name).filter(([, state]) => errorsOf(state['Retry']).some((error) => error.startsWith('States.')))).toEqual([]);
    const waits = statesOf(name).filter(([title]) => title.startsWith('Await '));
    expect(statesOf(name).filter(([, state]) => errorsOf(state['Catch']).length > 0).map(([title, state]) => [title, errorsOf(state['Catch'])])).toEqual(
      waits.map(([title]) => [title, ['States.Timeout']]),
    );
    const tried = ['Conflict', 'Throttled', 'Lambda.TooManyRequestsException'];
    expect(statesOf(name).filter(([, state]) => state.Type === 'Task' && !tried.every((error) => errorsOf(state['Retry']).includes(error)))).toEqual([]);
  });

  it('hands on identifiers and instants only', () => {
    const fields = new Set(statesOf(name).flatMap(([, state]) => {
      const { Arguments: given } = state;
      return typeof given === 'object' && given !== null && 'Payload' in given && typeof given.Payload === 'object' && given.Payload !== null ? Object.keys(given.Payload) : [];
    }));
    const allowed = ['at', 'awaits', 'caseId', 'clockRevision', 'generation', 'machine', 'now', 'retryCount', 'startedAt', 'step', 'token', 'until'];
    expect([...fields].filter((field) => !allowed.includes(field))).toEqual([]);
    expect(fields.has('machine')).toBe(['dose-pharmacy', 'effect-review', 'harm-decision', 'dispute', 'escalation', 'periodic-report'].includes(name));
  });

  it('is drawn with every state and every way on, none on top of another', () => {
    const drawing = layOut(machineDefinition(name));
    expect(drawing.states.map((state) => state.name).sort()).toEqual(Object.keys(resolvedDefinition(name).States).sort());
    const ways = statesOf(name).reduce((sum, [, state]) => sum + (state.Next === undefined ? 0 : 1) + errorsOf(state['Catch']).length + (Array.isArray(state['Choices']) ? state['Choices'].length : 0), 0);
    expect(drawing.edges).toHaveLength(ways);
    expect(drawing.edges.every(({ points }) => points.length >= 2)).toBe(true);
    const overlapping = drawing.states.flatMap((one) => drawing.states
      .filter((other) => one.name < other.name && Math.abs(one.x - other.x) < (one.width + other.width) / 2 && Math.abs(one.y - other.y) < (one.height + other.height) / 2)
      .map((other) => [one.name, other.name]));
    expect(overlapping).toEqual([]);
  });
});

describe('the machines together', () => {
  const choicesOf = (title: string): string => machines.map((name) => JSON.stringify(resolvedDefinition(name).States[title])).join(' ');
  it('know every step of the clock and every turn', () => {
    for (const step of clockSteps) expect(choicesOf('What is due?')).toContain(`\\"${step}\\"`);
    for (const awaited of awaitedEvents) expect(choicesOf('What is awaited?')).toContain(`\\"${awaited}\\"`);
  });

  it.each([
    ['an hour', '2026-03-20T08:00:00.000Z', 3600],
    ['a part of a second', '2026-03-20T07:00:00.200Z', 1],
    ['an instant that has passed', '2026-03-01T07:00:00.000Z', 1],
    ['longer than Step Functions waits', '2036-03-20T07:00:00.000Z', 99_999_999],
  ])('waits for %s as whole seconds within the limits', async (_, until, seconds) => {
    const text = String(resolvedDefinition('outgoing-deviation').States['Await reply']?.['TimeoutSeconds']).slice(2, -2);
    expect(await jsonata(text).evaluate({}, { ...sample(reading), until })).toBe(seconds);
  });
});
