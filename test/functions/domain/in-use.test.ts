import { describe, expect, it } from 'vitest';
import { askHandOver, handOverUnits } from '../../../functions/domain/commands/asking.ts';
import { assign } from '../../../functions/domain/commands/handling.ts';
import { shareReply } from '../../../functions/domain/commands/replying.ts';
import { addAction, changeAction } from '../../../functions/domain/follow-up/actions.ts';
import { recordFeedback } from '../../../functions/domain/harm/recording.ts';
import { addInvestigators, assignIncoming, redirectCase, setConcernedUnits } from '../../../functions/domain/incoming/people.ts';
import { onCallAt } from '../../../functions/domain/on-call.ts';
import { ekdala } from '../ekdala.ts';
import { incomingContext, led, registered } from './incoming-case.ts';
import { acknowledged, answered, context, received } from './outgoing-case.ts';

const without = <Row extends { readonly id: string }>(rows: readonly Row[], ...ids: readonly string[]): Row[] => rows.map((row) => (ids.includes(row.id) ? { ...row, active: false } : row));
const register = { ...ekdala, users: without(ekdala.users, 'frans', 'rut'), units: without(ekdala.units, 'nattpatrull', 'bjorken') };
const outgoing = context({ register });
const incoming = incomingContext({ register });
const planned = { kind: 'systematic', text: 't', responsibleUserId: 'frans', due: '2026-04-01', doneAt: null } as const;

describe('who and what is out of use is given nothing new', () => {
  it.each<[string, () => unknown, string]>([
    ['a lead', () => assign(received(), { leadInvestigatorId: 'frans', coInvestigatorIds: [] }, outgoing), '/leadInvestigatorId'],
    ['a co-investigator', () => assign(received(), { leadInvestigatorId: 'maj', coInvestigatorIds: ['maj', 'rut'] }, outgoing), '/coInvestigatorIds/1'],
    ['a person a reply is shared with', () => shareReply(answered(), { unitIds: [], userIds: ['frans'], message: '' }, outgoing), '/userIds/0'],
    ['a unit a reply is shared with', () => shareReply(answered(), { unitIds: ['nattpatrull'], userIds: [], message: '' }, outgoing), '/unitIds/0'],
    ['a unit that is handed over to', () => askHandOver(acknowledged(), { toUnitId: 'bjorken', reason: 'r' }, outgoing), '/toUnitId'],
    ['whose action it is', () => addAction(received(), planned, outgoing), '/responsibleUserId'],
    ['a unit that is fed back to', () => recordFeedback(answered(), { text: 't', unitIds: ['nattpatrull'] }, outgoing), '/unitIds/0'],
    ['an incoming lead', () => assignIncoming(registered(), { leadInvestigatorId: 'frans', coInvestigatorIds: [] }, incoming), '/leadInvestigatorId'],
    ['another investigator', () => addInvestigators(registered(), { userIds: ['rut'] }, incoming), '/userIds/0'],
    ['a unit concerned', () => setConcernedUnits(registered(), { unitIds: ['hemsjukvard-norr', 'nattpatrull'] }, incoming), '/unitIds/1'],
    ['a unit that it is redirected to', () => redirectCase(registered(), { toUnitId: 'nattpatrull', reason: 'r' }, incoming), '/toUnitId'],
  ])('%s', (_, act, pointer) => {
    let faults: unknown;
    try {
      act();
    } catch (error) {
      faults = error;
    }
    expect(faults).toMatchObject({ faults: [{ pointer }] });
  });

  it('but what they have goes on', () => {
    // Rut investigates already.
    expect(assignIncoming(led(registered()), { leadInvestigatorId: 'enok', coInvestigatorIds: ['rut'] }, incoming).case.coInvestigatorIds).toEqual(['rut']);
    const withAction = { ...received(), actions: [{ ...planned, id: 'action-1', unitId: 'rehab', effect: '' }] };
    expect(changeAction(withAction, { actionId: 'action-1', text: 'Ny', responsibleUserId: 'frans', due: '2026-05-01' }, outgoing).case.actions[0]?.text).toBe('Ny');
    expect(handOverUnits(acknowledged(), register).map(({ id }) => id)).not.toContain('bjorken');
  });

  it('and times that ended make nothing on call', () => {
    const at = '2026-11-28T01:10:00Z';
    expect(onCallAt(at, 'hemsjukvard-norr', ekdala.onCall).automatic).toBe(true);
    expect(onCallAt(at, 'hemsjukvard-norr', { ...ekdala.onCall, calendar: ekdala.onCall.calendar.map((time) => ({ ...time, active: false })) }).automatic).toBe(false);
  });
});
