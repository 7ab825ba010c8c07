import { describe, expect, it } from 'vitest';
import type { OutgoingCase } from '../../../functions/domain/case.ts';
import { changeDispute } from '../../../functions/domain/dispute/changing.ts';
import { openDisputeOf, visitOf } from '../../../functions/domain/dispute/dispute.ts';
import { ownsDispute } from '../../../functions/domain/dispute/access.ts';
import { openDispute } from '../../../functions/domain/dispute/opening.ts';
import { staffMember } from '../../../functions/domain/access.ts';
import { InvalidInput, WrongStatus } from '../../../functions/domain/errors.ts';
import { pendingSteps } from '../../../functions/domain/lifecycle.ts';
import { takeClockStep } from '../../../functions/domain/clock-step.ts';
import { tracksOf } from '../../../functions/domain/tracks.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';
import { context } from './outgoing-case.ts';
import { inStatus } from './outgoing-case.ts';

const opening = { subject: 'cost', about: 'Vem betalar?', amount: 100, owner: { kind: 'user', userId: 'enok' } } as const;
const opened = (concerned: OutgoingCase = inStatus('closed')): OutgoingCase => openDispute(concerned, opening, context()).case;
const dispute = (concerned: OutgoingCase) => openDisputeOf(concerned)!;

/** G7 as a table: what may follow what, and what each step leaves for the clock. */
describe('a dispute', () => {
  it('begins at the first step of the routine, with its date, beside a case in any status', () => {
    const after = opened();
    expect(after.status).toBe('closed');
    expect(visitOf(dispute(after))).toMatchObject({ number: 1, stage: 'lineManagers', dueAt: expect.stringMatching(/^2026-04-01/) });
    expect(tracksOf(after)).toMatchObject([{ machine: 'dispute', generation: 1, awaits: 'disputeLineManagers' }]);
  });
  it('is owned by the role of the step where nobody is named', () => {
    expect(dispute(openDispute(inStatus('sent'), { ...opening, owner: null }, context()).case).owner).toEqual({ kind: 'role', role: 'unitManager' });
  });
  it('has somebody of that role, for the unit that the case is about whichever unit has it in hand, and is refused where there is none', () => {
    const elsewhere = { ...inStatus('sent'), owningUnitId: 'mas-funktionen' };
    const { outbox, case: after } = openDispute(elsewhere, { ...opening, owner: null }, context());
    expect(JSON.stringify(outbox)).toMatch(/disputeAssigned.*"enok"/);
    const enok = staffMember(ekdala, 'enok', monday);
    expect(ownsDispute(enok, dispute(after), after)).toBe(true);
    const nobody = context({ register: { ...ekdala, roles: ekdala.roles.filter(({ role }) => role !== 'unitManager') } });
    expect(() => openDispute(elsewhere, { ...opening, owner: null }, nobody)).toThrow(InvalidInput);
  });
  it('is one at a time', () => expect(() => openDispute(opened(), opening, context())).toThrow(WrongStatus));
  it.each([[{ owner: { kind: 'user', userId: 'nobody' } }], [{ counterpartId: 'ekdala' }], [{ counterpartId: 'x' }]])('refuses %j', (wrong) => {
    expect(() => openDispute(inStatus('sent'), { ...opening, ...wrong } as typeof opening, context())).toThrow(InvalidInput);
  });
  it('gets an execution for each step that it is taken to, more time at the same one among them', () => {
    const moved = changeDispute(opened(), { kind: 'move', stage: 'lineManagers', reason: 'r' }, context());
    expect(tracksOf(moved.case)).toMatchObject([{ generation: 2, awaits: 'disputeLineManagers' }]);
    expect(moved.outbox).toMatchObject(expect.arrayContaining([expect.objectContaining({ kind: 'signal', machine: 'dispute' }), expect.objectContaining({ kind: 'start', generation: 2, machine: 'dispute' })]));
    const onward = changeDispute(moved.case, { kind: 'move', stage: 'court', reason: 'r', owner: null }, context());
    expect(tracksOf(onward.case)).toMatchObject([{ generation: 3, awaits: 'disputeCourt' }]);
    expect(dispute(onward.case).owner).toEqual({ kind: 'role', role: 'investigator' });
  });
  const ending = { kind: 'end', outcome: 'settled', decidedAt: '2026-03-02', note: 'n', reference: '' } as const;
  it.each([
    ['before it is in court', { ...ending, outcome: 'courtRuling', reference: 'r' }, WrongStatus],
    ['in the future', { ...ending, decidedAt: '2027-01-01' }, InvalidInput],
  ] as const)('does not end %s', (_, end, error) => expect(() => changeDispute(opened(), end, context())).toThrow(error));
  it('ends, leaves no wait, and cannot be changed after that', () => {
    const { case: after, outbox } = changeDispute(opened(), ending, context());
    expect(tracksOf(after)).toEqual([]);
    expect(outbox).toMatchObject(expect.arrayContaining([expect.objectContaining({ kind: 'signal', machine: 'dispute' })]));
    expect(() => changeDispute(after, ending, context())).toThrow(WrongStatus);
    // A later one counts its steps on.
    expect(visitOf(dispute(openDispute(after, opening, context()).case)).number).toBe(2);
  });
  it('reminds its owner before the date and on it, then tells managers and whoever opened it; the next step begins anew', () => {
    let concerned = opened();
    const execution = { machine: 'dispute', generation: 1 } as const;
    const told: string[][] = [];
    for (let now = monday; pendingSteps(concerned, vaxjo, now, execution).pending.length > 0;) {
      const [next] = pendingSteps(concerned, vaxjo, now, execution).pending;
      now = next!.at;
      const outcome = takeClockStep(concerned, next!.step, { now, routine: vaxjo, register: ekdala }, execution)!;
      expect(outcome.overdue).toBe(concerned.overdue);
      told.push(outcome.outbox.map((entry) => (entry.kind === 'mail' && entry.recipient.kind === 'user' ? `${entry.mail} ${entry.recipient.userId}` : '')));
      concerned = { ...concerned, steps: { ...concerned.steps, ...outcome.steps } };
    }
    expect(told.slice(0, 2)).toEqual([['disputeReminder enok'], ['disputeReminder enok']]);
    expect(told[2]).toEqual(expect.arrayContaining(['disputeEscalation enok', 'disputeEscalation maj']));
    expect(changeDispute(concerned, { kind: 'move', stage: 'court', reason: 'r' }, context()).case.steps).toEqual({});
  });
});
