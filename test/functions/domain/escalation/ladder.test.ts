import { describe, expect, it } from 'vitest';
import { folderSeen, staffMember } from '../../../../functions/domain/access.ts';
import type { Case } from '../../../../functions/domain/case.ts';
import type { Outcome } from '../../../../functions/domain/command.ts';
import { takeClockStep } from '../../../../functions/domain/clock-step.ts';
import { editFolder, forwardCase, raiseCase, recordAgreement, returnCase } from '../../../../functions/domain/escalation/climbing.ts';
import { consultGroup, decideEscalation, informOfDecision, writeBasis } from '../../../../functions/domain/escalation/deciding.ts';
import { asOfClimb } from '../../../../functions/domain/escalation/escalation.ts';
import { groupsForLevel } from '../../../../functions/domain/escalation/groups.ts';
import { ladderActions, type LadderAction } from '../../../../functions/domain/escalation/words.ts';
import { withGuest } from '../../../../functions/domain/groups/guests.ts';
import { readLifecycle } from '../../../../functions/domain/lifecycle.ts';
import { permit } from '../../../../functions/domain/permission.ts';
import { tracksOf } from '../../../../functions/domain/tracks.ts';
import { monday } from '../../ekdala.ts';
import { by, reko, rekoRegister, reported } from './reko.ts';

const raised = (concerned: Case = reported()) => raiseCase(concerned, { reason: 'Olöst.', ofPrinciple: false }, by('enok')).case;
const foldered = () => editFolder(raised(), { text: 'Patienter kommer hem utan lista.' }, by('enok')).case;
const up = { because: 'unsolved', reason: 'Olöst.' } as const;
const atCouncil = () => forwardCase(foldered(), up, by('enok')).case;
const atFour = () => forwardCase(atCouncil(), { ...up, because: 'ofPrinciple' }, by('sten')).case;
const prepared = () => writeBasis(atFour(), { text: 'Underlag.', measures: ['Checklista'] }, by('maj')).case;
const atTop = () => forwardCase(prepared(), up, by('edla')).case;
const decision = { text: 'Checklistan införs.', measures: [], workingGroup: null };
const decided = () => decideEscalation(atTop(), decision, by('birger')).case;
const told = () => informOfDecision(decided(), { text: 'Ny checklista.', unitIds: ['rehab'] }, by('edla')).case;
const mails = ({ outbox }: Outcome) => outbox.flatMap((entry) => (entry.kind === 'mail' && entry.recipient.kind === 'user' ? [`${entry.mail} → ${entry.recipient.userId} (${entry.data['place']})`] : []));

describe('the way of a case (R6, R7)', () => {
  it.each<[string, () => Case, number, string, string[], string]>([
    ['raised', raised, 2, 'ladderManagers', [], 'climbing'],
    ['forwarded to the council', atCouncil, 3, 'ladderGroup', ['avvikelseradet'], 'climbing'],
    ['forwarded to level 4', atFour, 4, 'ladderPreparation', ['strategigruppen', 'expertradet'], 'climbing'],
    ['forwarded to the steering body', atTop, 5, 'ladderDecision', ['reko'], 'climbing'],
    ['decided', decided, 4, 'ladderInformation', ['expertradet'], 'informing'],
  ])('%s', (_, make, level, awaits, groupIds, state) => {
    const { escalation, ...rest } = make();
    expect(escalation).toMatchObject({ level, awaits, groupIds, state });
    expect(tracksOf({ ...rest, escalation } as Case)).toMatchObject([{ machine: 'escalation', generation: escalation?.stations.length, run: 1, awaits, dueAt: escalation?.dueAt }]);
  });
  it('is over when those concerned have been told, and begins a new climb when it is raised again', () => {
    const over = told();
    expect(over.escalation).toMatchObject({ state: 'ended', level: 1, groupIds: [] });
    expect(tracksOf(over)).toEqual([]);
    const again = raised(over);
    expect(again.escalation).toMatchObject({ number: 2, level: 2 });
    expect(tracksOf(again)).toMatchObject([{ generation: 6, run: 1 }]);
  });
  it('goes on when the case closes, and stops when it is withdrawn', () => {
    expect(tracksOf({ ...atCouncil(), status: 'closed' })).toHaveLength(1);
    expect(tracksOf({ ...atCouncil(), status: 'withdrawn' })).toEqual([]);
  });
  it('comes down to a level where it has been, or to the staff', () => {
    expect(returnCase(atFour(), { toLevel: 3, reason: 'Hör till rådet.' }, by('edla')).case.escalation).toMatchObject({ level: 3, groupIds: ['avvikelseradet'] });
    expect(returnCase(atFour(), { toLevel: 2, reason: 'Hör till cheferna.' }, by('edla')).case.escalation).toMatchObject({ level: 2, awaits: 'ladderManagers' });
    expect(returnCase(atCouncil(), { toLevel: 1, reason: 'Löst.' }, by('sten')).case.escalation).toMatchObject({ state: 'ended' });
    expect(() => returnCase(atCouncil(), { toLevel: 3, reason: 'x' }, by('sten'))).toThrow(/level-unknown/);
  });
});

describe('what is refused', () => {
  it.each<[string, () => Outcome, string]>([
    ['raising twice', () => raiseCase(raised(), { reason: 'r', ofPrinciple: false }, by('enok')), 'not-at-this-level'],
    ['forwarding without a folder', () => forwardCase(raised(), up, by('enok')), 'text-not-confirmed'],
    ['a number in the folder', () => forwardCase(editFolder(raised(), { text: 'Om 19121212-1212.' }, by('enok')).case, up, by('enok')), 'personal-number-in-text'],
    ['a phone number in the reason', () => forwardCase(foldered(), { ...up, reason: 'Ring 070-123 45 67.' }, by('enok')), 'identifying-in-text'],
    ['a group of another kind', () => forwardCase(foldered(), { ...up, groupIds: ['reko'] }, by('enok')), 'group-unknown'],
    ['no group for the target group', () => forwardCase({ ...foldered(), report: reported().report, classification: { targetGroup: null, causeAreas: [] } } as Case, up, by('enok')), 'group-missing'],
    ['going on without a basis', () => forwardCase(atFour(), up, by('edla')), 'basis-missing'],
    ['a basis by the group that is consulted', () => writeBasis(atFour(), { text: 't', measures: [] }, by('sigrid')), 'not-at-this-level'],
    ['a decision below the top', () => decideEscalation(atFour(), decision, by('edla')), 'not-at-this-level'],
    ['a working group that was to be done yesterday', () => decideEscalation(atTop(), { ...decision, workingGroup: { name: 'n', task: 't', due: '2026-03-01' } }, by('birger')), 'date-missing'],
    ['telling before the decision', () => informOfDecision(atTop(), { text: 't', unitIds: [] }, by('birger')), 'not-at-this-level'],
    ['telling somebody else’s unit', () => informOfDecision(decided(), { text: 't', unitIds: ['norrvik-34'] }, by('edla')), 'unit-unknown'],
    ['an agreement once groups have it', () => recordAgreement(atCouncil(), { who: 'w', what: 'w', how: 'h' }, by('enok')), 'not-at-this-level'],
    ['another text once groups have it', () => editFolder(atCouncil(), { text: 't' }, by('enok')), 'not-at-this-level'],
  ])('%s', (_, run, code) => {
    expect(run).toThrow(expect.objectContaining({ code }));
  });
  it('answers a question once', () => {
    const asked = consultGroup(atFour(), { kind: 'ask', text: 'Finns det ett beslut?' }, by('maj')).case;
    const answered = consultGroup(asked, { kind: 'answer', consultationId: 'consultation-1', text: 'Nej.' }, by('saga')).case;
    expect(answered.escalation?.consultations).toMatchObject([{ answer: { groupId: 'strategigruppen', text: 'Nej.' } }]);
    expect(() => consultGroup(answered, { kind: 'answer', consultationId: 'consultation-1', text: 'Jo.' }, by('saga'))).toThrow(/already-there/);
    expect(() => consultGroup(asked, { kind: 'answer', consultationId: 'consultation-1', text: 'Nej.' }, by('maj'))).toThrow(/not-at-this-level/);
  });
});

it('tells the groups by a link to the folder, and the staff by one to the case', () => {
  expect(mails(forwardCase(foldered(), up, by('enok')))).toEqual(['ladderReached → sten (folder)', 'ladderReached → kajsa (folder)']);
  expect(mails(informOfDecision(decided(), { text: 'Ny checklista.', unitIds: ['rehab'] }, by('edla')))).toEqual(['ladderDecided → enok (case)', 'ladderDecided → maj (case)', 'ladderDecided → siri (case)', 'ladderDecided → rut (folder)']);
});

describe('time at a level', () => {
  const execution = { machine: 'escalation', generation: 2, startedAt: monday } as const;
  it('reminds before and at the date, then tells the next convener and the administrators', () => {
    const concerned = atCouncil();
    const seen: [string, string, string[]][] = [];
    let current = concerned;
    for (;;) {
      const { next } = readLifecycle(current, reko, execution, monday);
      if (next === null) break;
      const outcome = takeClockStep(current, next.step, { now: next.at, routine: reko, register: rekoRegister }, execution)!;
      seen.push([next.step, next.at.slice(0, 10), mails({ case: current, events: [], outbox: outcome.outbox })]);
      current = { ...current, steps: { ...current.steps, ...outcome.steps } };
    }
    expect(seen).toEqual([
      ['ladderRemind', '2026-04-06', ['ladderReminder → sten (folder)']], ['ladderOverdue', '2026-04-13', ['ladderReminder → sten (folder)']],
      ['ladderEscalate', '2026-04-20', ['ladderEscalation → sten (folder)', 'ladderEscalation → sigrid (groups)', 'ladderEscalation → edla (groups)', 'ladderEscalation → hanna (console)']],
    ]);
    // The next level has its own reminders.
    expect(readLifecycle(forwardCase(current, up, by('sten')).case, reko, { ...execution, generation: 3 }, monday).next?.step).toBe('ladderRemind');
    expect(readLifecycle(forwardCase(current, up, by('sten')).case, reko, execution, monday).awaits).toBe('nothing');
  });
});

describe('which council (R6)', () => {
  const council = reko.escalation!.levels[1]!;
  it.each([['olderPeople', ['norra-sjoland'], ['avvikelseradet']], ['psychiatryAddiction', ['norra-sjoland'], ['avvikelseradet-psykiatri']], ['childrenYouth', ['norra-sjoland'], ['avvikelseradet-barn']], ['olderPeople', ['sodra-sjoland'], []], [null, ['norra-sjoland'], []]] as const)('%s in %s', (targetGroup, areaIds, expected) => {
    expect(groupsForLevel(rekoRegister, council, { targetGroup, areaIds }).map(({ id }) => id)).toEqual(expected);
  });
});

/** R7, R9: who may what, at each level; guests read. */
describe('the access matrix of the ladder', () => {
  const guests = { ...rekoRegister, groups: rekoRegister.groups.map((group) => (group.id === 'expertradet' ? withGuest(group, { kind: 'add', userId: 'gunn', from: '2026-03-02', to: '2026-03-05' }, '2026-03-02') : group)) };
  const levels = { reported, raised, foldered, atCouncil, atFour, prepared, atTop, decided, told };
  type Name = keyof typeof levels;
  const table: Readonly<Record<string, Readonly<Partial<Record<Name, readonly LadderAction[]>>>>> = {
    // The manager of the unit, and MAS, who handles; MAS is a member of the expert council too.
    enok: { reported: ['raise-case'], raised: ['record-agreement', 'edit-folder'], foldered: ['record-agreement', 'edit-folder', 'forward-case'], told: ['raise-case'] },
    sten: { atCouncil: ['forward-case', 'return-case'] },
    kajsa: {},
    sigrid: { atFour: [], prepared: [] },
    edla: { atFour: ['return-case', 'consult-group', 'write-basis'], prepared: ['forward-case', 'return-case', 'consult-group', 'write-basis'], decided: ['inform-of-decision'] },
    marta: { atFour: ['consult-group', 'write-basis'], prepared: ['consult-group', 'write-basis'] },
    birger: { atTop: ['return-case', 'decide-escalation'] },
    saga: {},
    gunn: {},
    konrad: {},
    sixten: {},
    // The manager of a unit that is told, and whoever reported: the one reads the decision alone, the other what the case says of it.
    rut: {},
    siri: {},
  };
  const readers: Readonly<Record<Name, readonly string[]>> = {
    reported: [], raised: ['enok'], foldered: ['enok'], atCouncil: ['enok', 'sten', 'kajsa'], atFour: ['enok', 'sten', 'kajsa', 'sigrid', 'edla', 'marta', 'saga', 'gunn'], prepared: ['enok', 'sten', 'kajsa', 'sigrid', 'edla', 'marta', 'saga', 'gunn'],
    atTop: ['enok', 'sten', 'kajsa', 'sigrid', 'edla', 'marta', 'saga', 'gunn', 'birger'], decided: ['enok', 'sten', 'kajsa', 'sigrid', 'edla', 'marta', 'saga', 'gunn', 'birger'], told: ['enok', 'sten', 'kajsa', 'sigrid', 'edla', 'marta', 'saga', 'gunn', 'birger', 'rut'],
  };
  it.each(Object.keys(levels) as Name[])('%s', (name) => {
    const concerned = levels[name]();
    for (const [userId, rows] of Object.entries(table)) {
      const member = staffMember(guests, userId, monday);
      const given = ladderActions.filter((action) => permit(member, action, concerned, reko).allowed);
      expect(given, `${userId} at ${name}`).toEqual(ladderActions.filter((action) => (action === 'read-folder' ? readers[name].includes(userId) : rows[name]?.includes(action) === true)));
      // R9: a group gives no way to the case.
      if (!['enok', 'siri'].includes(userId)) expect(permit(member, 'read-case', concerned, reko).allowed, userId).toBe(false);
    }
  });
  it('tells a member why: only the convener', () => {
    expect(permit(staffMember(guests, 'kajsa', monday), 'forward-case', atCouncil(), reko)).toEqual({ allowed: false, reason: 'convener-only' });
    expect(permit(staffMember(guests, 'gunn', monday), 'write-basis', atFour(), reko)).toMatchObject({ allowed: false });
  });
  it('shows the manager of a unit that was told the decision alone, and of a protected identity nothing to who only follows', () => {
    const extent = (userId: string, concerned: Case) => folderSeen(staffMember(guests, userId, monday), concerned, reko)?.extent ?? null;
    expect(['rut', 'enok', 'gunn', 'siri'].map((userId) => extent(userId, told()))).toEqual(['decision', 'folder', 'folder', null]);
    expect(['enok', 'maj'].map((userId) => extent(userId, { ...raised(), protectedIdentity: true }))).toEqual([null, 'folder']);
  });
  it('keeps for the groups of an earlier climb what they had, though the case is raised again', () => {
    const again = forwardCase(editFolder(raised(told()), { text: 'En ny text.' }, by('enok')).case, { ...up, groupIds: ['avvikelseradet-psykiatri'] }, by('enok')).case;
    const seen = (userId: string) => asOfClimb(again.escalation!, folderSeen(staffMember(guests, userId, monday), again, reko)!.climb);
    expect(seen('birger')).toMatchObject({ number: 1, state: 'ended', folder: { text: 'Patienter kommer hem utan lista.' }, decision: { text: 'Checklistan införs.' } });
    for (const userId of ['konrad', 'enok']) expect(seen(userId)).toMatchObject({ number: 2, state: 'climbing', folder: { text: 'En ny text.' } });
    expect(seen('konrad').decision).toBeUndefined();
    expect(folderSeen(staffMember(guests, 'rut', monday), again, reko)).toMatchObject({ extent: 'decision', climb: 1 });
    expect(raised(told()).escalation?.folder).not.toHaveProperty('confirmedAt');
  });
  it('ends a guest’s reading by the date', () => {
    const reads = (now: string) => permit(staffMember(guests, 'gunn', now), 'read-folder', atFour(), reko).allowed;
    expect(['2026-03-01T12:00:00Z', '2026-03-02T12:00:00Z', '2026-03-05T22:30:00Z', '2026-03-05T23:30:00Z'].map(reads)).toEqual([false, true, true, false]);
  });
});

describe('guests (R7)', () => {
  const [group] = rekoRegister.groups.filter(({ id }) => id === 'expertradet');
  it.each<[string, Parameters<typeof withGuest>[1], string]>([
    ['who is a member', { kind: 'add', userId: 'marta', from: '2026-03-02', to: '2026-03-03' }, 'already-there'],
    ['who convenes', { kind: 'add', userId: 'edla', from: '2026-03-02', to: '2026-03-03' }, 'already-there'],
    ['whose last day is before the first', { kind: 'add', userId: 'gunn', from: '2026-03-03', to: '2026-03-02' }, 'date-missing'],
    ['whose days are over', { kind: 'add', userId: 'gunn', from: '2026-02-01', to: '2026-03-01' }, 'date-missing'],
    ['who is none', { kind: 'end', userId: 'gunn' }, 'user-unknown'],
  ])('refuses one %s', (_, change, code) => {
    expect(() => withGuest(group!, change, '2026-03-02')).toThrow(expect.objectContaining({ code }));
  });
  it('lets one go before its days are over', () => {
    const added = withGuest(group!, { kind: 'add', userId: 'gunn', from: '2026-03-01', to: '2026-03-09' }, '2026-03-01');
    expect(withGuest(added, { kind: 'end', userId: 'gunn' }, '2026-03-02').guests).toEqual([{ userId: 'gunn', from: '2026-03-01', to: '2026-03-01' }]);
    expect(withGuest(added, { kind: 'end', userId: 'gunn' }, '2026-03-01').guests).toEqual([]);
  });
});
