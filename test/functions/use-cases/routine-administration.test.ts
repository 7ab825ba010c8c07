import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewPorts, routinePorts } from '../../../functions/adapters/routine-ports.ts';
import { routineChanges } from '../../../functions/domain/routine/changes.ts';
import { checkRoutine } from '../../../functions/use-cases/check-routine.ts';
import { discardRoutineDraft } from '../../../functions/use-cases/discard-routine-draft.ts';
import { listRoutines } from '../../../functions/use-cases/list-routines.ts';
import { publishRoutine } from '../../../functions/use-cases/publish-routine.ts';
import { readRoutine } from '../../../functions/use-cases/read-routine.ts';
import { recordRoutineReview } from '../../../functions/use-cases/record-routine-review.ts';
import { remindOfRoutineReview } from '../../../functions/use-cases/remind-of-routine-review.ts';
import { saveRoutineDraft } from '../../../functions/use-cases/save-routine-draft.ts';
import { tryRoutine } from '../../../functions/use-cases/try-routine.ts';
import { withdrawRoutine } from '../../../functions/use-cases/withdraw-routine.ts';
import { startEdgeWorld, type EdgeWorld } from '../edge-world.ts';
import { vaxjo } from '../ekdala.ts';

const now = '2026-11-23T09:00:00.000Z';
const by = (userId: string, at = now) => ({ userId, now: at, correlationId: 'c' });
const key = (n: number) => ({ key: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, bodyHash: `hash-${n}` });
/** The preset's own version, and those that follow it. */
const [v1, v2, v3] = [vaxjo.version, vaxjo.version + 1, vaxjo.version + 2];
const sixty = { ...vaxjo, outgoing: { ...vaxjo.outgoing, deadlines: { ...vaxjo.outgoing.deadlines, replyDays: 60 } } };

describe('administration of the routine', () => {
  let world: EdgeWorld;
  const list = (user = 'sixten', at = now) => listRoutines(routinePorts(), { caller: by(user, at) });
  const save = (document: object, revision: number, user = 'sixten') => saveRoutineDraft(routinePorts(), { caller: by(user), routineId: 'vaxjo', body: { document: { ...document }, revision } });
  const publish = (n: number, revision: number, validFrom: string, user = 'sixten', at = now) =>
    publishRoutine(routinePorts(), { caller: by(user, at), idempotency: key(n), routineId: 'vaxjo', body: { revision, validFrom } });
  const active = async (at: string) => {
    const { registers } = routinePorts();
    return registers.activeRoutine(await registers.read(), at);
  };
  beforeAll(async () => {
    world = await startEdgeWorld();
  });
  afterAll(() => world.stop());

  it('begins with one version, read by those responsible, changed by system administrators', async () => {
    await world.sentCase('2026-11-20T09:00:00.000Z');
    expect(await list()).toMatchObject({ routineId: 'vaxjo', today: '2026-11-23', mayPublish: true, draft: null, versions: [{ version: v1, state: 'active', validFrom: null, openCases: 1 }] });
    expect(await list('maj')).toMatchObject({ mayPublish: false });
    for (const other of ['siri', 'enok', 'hanna', 'ulla']) await expect(list(other)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(save(sixty, 0, 'maj')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(publish(1, 1, '2026-12-01', 'maj')).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('keeps a draft with its faults, and refuses to save over somebody else\'s', async () => {
    expect(await save({ ...sixty, documentId: '' }, 0)).toMatchObject({ revision: 1 });
    await expect(save(sixty, 0)).rejects.toMatchObject({ code: 'stale-version', currentVersion: 1 });
    expect(await save(sixty, 1)).toMatchObject({ revision: 2 });
  });

  it('throws a draft away as it was seen, and nothing where there is none', async () => {
    const discard = (revision: number, user = 'sixten') => discardRoutineDraft(routinePorts(), { caller: by(user), routineId: 'vaxjo', revision });
    await expect(discard(2, 'maj')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(discard(1)).rejects.toMatchObject({ code: 'stale-version', currentVersion: 2 });
    expect(await discard(2)).toEqual({});
    expect((await list()).draft).toBeNull();
    expect(await discard(2)).toEqual({});
    expect(await save(sixty, 0)).toMatchObject({ revision: 1 });
    expect(await save(sixty, 1)).toMatchObject({ revision: 2 });
  });

  it('says all that is wrong, and what changes', async () => {
    const checked = await checkRoutine(routinePorts(), { caller: by('sixten'), routineId: 'vaxjo', body: { document: { ...sixty }, validFrom: '2026-12-01' } });
    expect(checked.faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
    expect(checked.changes).toEqual([{ pointer: '/outgoing/deadlines/replyDays', from: 30, to: 60 }]);
    const faulty = await checkRoutine(routinePorts(), { caller: by('sixten'), routineId: 'vaxjo', body: { document: { ...sixty, title: {} }, validFrom: '2026-11-01' } });
    expect(faulty.faults.map(({ code }) => code)).toEqual(expect.arrayContaining(['translation-missing', 'valid-from-past']));
  });

  it('publishes what was seen, once, and brings it into force by its date alone', async () => {
    await expect(publish(2, 1, '2026-12-01')).rejects.toMatchObject({ code: 'stale-version', currentVersion: 2 });
    await expect(publish(2, 2, '2026-11-22')).rejects.toMatchObject({ code: 'invalid-body', faults: [{ pointer: '/validFrom', code: 'valid-from-past' }] });
    expect(await publish(3, 2, '2026-12-01')).toEqual({ routineId: 'vaxjo', version: v2 });
    expect(await publish(3, 2, '2026-12-01')).toEqual({ routineId: 'vaxjo', version: v2 });
    await expect(publishRoutine(routinePorts(), { caller: by('sixten'), idempotency: { ...key(3), bodyHash: 'other' }, routineId: 'vaxjo', body: { revision: 2, validFrom: '2026-12-02' } })).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect((await active('2026-11-30T22:59:00.000Z')).version).toBe(v1);
    expect(await active('2026-11-30T23:01:00.000Z')).toMatchObject({ version: v2, validFrom: '2026-12-01', outgoing: { deadlines: { replyDays: 60 } } });
    expect(await list()).toMatchObject({
      draft: null, versions: [{ version: v2, state: 'coming', validFrom: '2026-12-01', publishedBy: { name: 'Sixten Systemansvarig' } }, { version: v1, state: 'active', standsUntil: '2026-12-01' }],
      log: [{ kind: 'published', version: v2, by: { id: 'sixten' }, changes: [{ pointer: '/outgoing/deadlines/replyDays', from: 30, to: 60 }] }],
    });
    const read = await readRoutine(routinePorts(), { caller: by('maj'), routineId: 'vaxjo', version: `${v2}`, query: { against: `${v1}` } });
    expect(read.changes).toEqual([{ pointer: '/outgoing/deadlines/replyDays', from: 30, to: 60 }]);
    await expect(readRoutine(routinePorts(), { caller: by('maj'), routineId: 'vaxjo', version: '99', query: {} })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes back what has not come into force, and nothing else', async () => {
    const withdraw = (n: number, version: string, at = now) => withdrawRoutine(routinePorts(), { caller: by('sixten', at), idempotency: key(n), routineId: 'vaxjo', version, body: {} });
    await expect(withdraw(4, `${v1}`)).rejects.toMatchObject({ code: 'routine-in-force' });
    await expect(withdraw(4, `${v2}`, '2026-12-01T08:00:00.000Z')).rejects.toMatchObject({ code: 'routine-in-force' });
    expect(await withdraw(5, `${v2}`)).toEqual({ routineId: 'vaxjo', version: v2 });
    expect(await withdraw(5, `${v2}`)).toEqual({ routineId: 'vaxjo', version: v2 });
    await expect(withdraw(6, `${v2}`)).rejects.toMatchObject({ code: 'routine-in-force' });
    expect((await active('2027-01-01T08:00:00.000Z')).version).toBe(v1);
    // Its number is not used again.
    await save(sixty, 0);
    expect(await publish(7, 1, '2026-11-23')).toEqual({ routineId: 'vaxjo', version: v3 });
    expect((await active(now)).version).toBe(v3);
    expect((await list()).versions.map(({ version, state }) => [version, state])).toEqual([[v3, 'active'], [v2, 'withdrawn'], [v1, 'past']]);
  });

  it('says how past cases would have gone', async () => {
    const sent = await world.sentCase('2026-09-01T08:00:00.000Z');
    await world.change(sent.id, '2026-10-20T08:00:00.000Z', (concerned) => ({ case: { ...concerned, status: 'closed', closedAt: '2026-10-20T08:00:00.000Z', version: concerned.version + 1 }, events: [], outbox: [] }));
    const trial = (document: object) => tryRoutine(routinePorts(), { caller: by('sixten'), routineId: 'vaxjo', body: { document: { ...document } } });
    expect((await trial(sixty)).outgoing).toMatchObject({ cases: 1, overdue: { before: 1, after: 0 }, escalated: { before: 1, after: 0 }, otherResponsible: 0 });
    // One that is answered and still open counts as well, one that waits for its answer does not.
    const answered = await world.sentCase('2026-09-01T08:00:00.000Z');
    await world.change(answered.id, '2026-09-20T08:00:00.000Z', (concerned) => ({ case: { ...concerned, status: 'answered', version: concerned.version + 1 }, events: [], outbox: [] }));
    expect((await trial(sixty)).outgoing).toMatchObject({ cases: 2, overdue: { before: 1, after: 0 } });
    const toMar = { ...vaxjo, outgoing: { ...vaxjo.outgoing, responsibility: [{ responsible: 'mar', owningUnit: 'responsible' }] } };
    expect((await trial(toMar)).outgoing).toMatchObject({ overdue: { before: 1, after: 1 }, otherResponsible: 2 });
    await expect(trial({ ...sixty, title: {} })).rejects.toMatchObject({ code: 'invalid-body' });
  });

  it('records that the routine was gone through, and asks again the year after (R8)', async () => {
    expect((await list('maj')).review).toMatchObject({ dueOn: '2027-01-15', overdue: false, role: 'mas', mayRecord: true });
    expect((await list('maj', '2027-01-20T08:00:00.000Z')).review).toMatchObject({ dueOn: '2027-01-15', overdue: true });
    const review = (user: string) => recordRoutineReview(routinePorts(), { caller: by(user, '2027-01-20T08:00:00.000Z'), idempotency: key(8), routineId: 'vaxjo', body: { outcome: 'unchanged', note: 'Gått igenom på mötet.' } });
    await expect(review('siri')).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await review('maj')).toEqual({ routineId: 'vaxjo', version: v3 });
    const after = await list('maj', '2027-01-20T08:00:00.000Z');
    expect(after.review).toMatchObject({ dueOn: '2028-01-15', overdue: false });
    expect(after.log[0]).toMatchObject({ kind: 'reviewed', by: { id: 'maj' }, review: { outcome: 'unchanged', note: 'Gått igenom på mötet.' } });
  });

  it('tells the role\'s holders when it is due, and reminds once, by mail', async () => {
    const remind = (at: string) => remindOfRoutineReview(reviewPorts(), at);
    const subjects = async () => {
      await world.deliver();
      return world.letters.filter(({ mailId }) => mailId.startsWith('routine-vaxjo')).map(({ to, subject }) => `${to}: ${subject}`);
    };
    expect(await remind('2028-01-14T04:30:00.000Z')).toEqual({ reminded: 0 });
    expect(await remind('2028-01-15T04:30:00.000Z')).toEqual({ reminded: 1 });
    expect(await remind('2028-01-16T04:30:00.000Z')).toEqual({ reminded: 0 });
    expect(await subjects()).toEqual(['maj@ekdala.example: Dags att se över rutinen']);
    expect(await remind('2028-02-20T04:30:00.000Z')).toEqual({ reminded: 1 });
    expect(await remind('2028-03-20T04:30:00.000Z')).toEqual({ reminded: 0 });
    expect(await subjects()).toEqual(['maj@ekdala.example: Dags att se över rutinen', 'maj@ekdala.example: Påminnelse: rutinen ska ses över']);
    expect(world.letters.at(-1)?.text).toContain('https://brygga.example/administration/routines');
  });
});

describe('differences between routines', () => {
  it.each([
    ['the same in another order', { ...vaxjo, outgoing: { ...vaxjo.outgoing, mayClose: vaxjo.outgoing.mayClose.toReversed() } }, []],
    ['a number', sixty, [{ pointer: '/outgoing/deadlines/replyDays', from: 30, to: 60 }]],
    ['a list of roles', { ...vaxjo, outgoing: { ...vaxjo.outgoing, mayClose: ['mas'] } }, [{ pointer: '/outgoing/mayClose', from: vaxjo.outgoing.mayClose, to: ['mas'] }]],
    ['a text', { ...vaxjo, title: { sv: 'Ny', en: 'New' } }, [{ pointer: '/title', from: vaxjo.title, to: { sv: 'Ny', en: 'New' } }]],
    ['something that was not there', { ...vaxjo, onCall: { requiredFields: ['nurseOnDuty'] } }, [{ pointer: '/onCall', from: null, to: { requiredFields: ['nurseOnDuty'] } }]],
    ['a rule less', { ...vaxjo, outgoing: { ...vaxjo.outgoing, responsibility: vaxjo.outgoing.responsibility.slice(0, 1).concat(vaxjo.outgoing.responsibility.slice(2)) } }, 'three rules'],
    ['a reason less', { ...vaxjo, incoming: { ...vaxjo.incoming, rejectionReasons: vaxjo.incoming.rejectionReasons.slice(1) } }, [{ pointer: '/incoming/rejectionReasons/notOurCare', from: vaxjo.incoming.rejectionReasons[0], to: null }]],
    ['version and date', { ...vaxjo, version: 9, validFrom: '2027-01-01' }, []],
  ])('names %s', (_, to, expected) => {
    const found = routineChanges(vaxjo, to);
    if (typeof expected === 'string') expect(found.map(({ pointer }) => pointer)).toEqual([1, 2, 3].map((index) => `/outgoing/responsibility/${index}`));
    else expect(found).toEqual(expected);
  });
});
