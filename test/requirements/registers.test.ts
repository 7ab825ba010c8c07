import { describe, expect, it, onTestFinished } from 'vitest';
import { Installation, type Answer } from '../e2e/installation.ts';
import { outgoingText, Story } from '../e2e/story.ts';

/** Clauses on what stands in the registers. */
describe('registers', () => {
  const start = async (routine: string) => {
    const at = await Installation.start({ now: '2026-11-23T08:00:00Z', routine });
    onTestFinished(() => at.stop());
    return at;
  };
  const codes = (answer: Answer) => (answer.body.errors ?? []).map(({ code }: { code: string }) => code);
  const hemgang = { kind: 'agreement', agreementId: 'hemgang', agreementVersion: 2, clauseId: '2.1', text: '' };

  it('G1a a report may leave the breached clause, sending may not', { timeout: 120_000 }, async () => {
    const at = await start('goteborg');
    const story = await new Story(at).submitted({ category: 'dischargeCoordination' });
    await story.done('maj', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await story.done('maj', 'edit-outgoing-text', { text: outgoingText });
    await story.done('maj', 'confirm-outgoing-text', { form: 'identified' });
    expect((await story.read()).sendingBlockedBy).toEqual(['breach-missing']);
    expect(codes(await story.command('maj', 'send-case'))).toEqual(['breach-missing']);
    // Words alone do not settle it, nor a clause that binds somebody else.
    await story.done('maj', 'set-breach', { breach: { kind: 'agreement', text: 'Den om hemgång' } });
    expect((await story.read()).sendingBlockedBy).toEqual(['breach-missing']);
    expect(codes(await story.command('maj', 'set-breach', { breach: { ...hemgang, clauseId: '9.9' } }))).toEqual(['clause-unknown']);
    await story.done('maj', 'set-breach', { breach: hemgang });
    await story.done('maj', 'send-case');
    expect((await story.read()).breach).toMatchObject({ clause: { agreementId: 'hemgang', agreementVersion: 2, clauseId: '2.1', title: { sv: 'Överenskommelse om trygg och säker hemgång' } } });
    expect((await story.read()).timeline.map(({ type }: { type: string }) => type)).toContain('breachSet');
    // Named by the reporter, it is there from the beginning.
    expect((await (await new Story(at).submitted({ category: 'dischargeCoordination', breach: hemgang })).read()).sendingBlockedBy).not.toContain('breach-missing');
  });

  it('G1b an agreement has versions with dates: the one in force when it happened applies, a published one never changes', { timeout: 120_000 }, async () => {
    const at = await start('goteborg');
    const row = async (key: string) => (await at.as('sixten', 'read-register-row', { body: { register: 'agreements', key } })).body.row;
    const second = await row('hemgang#0002');
    const put = (value: object, version: number | null) => at.as('sixten', 'put-register-row', { body: { entry: { register: 'agreements', value }, version } });
    const changed = await put({ ...second.entry.value, title: { sv: 'Annan titel', en: 'Another title' } }, second.version);
    expect(changed).toMatchObject({ status: 422, body: { errors: [{ pointer: '/entry/value/version', code: 'agreement-published' }] } });
    const named = await (await new Story(at).submitted({ breach: hemgang })).read();
    const third = { ...second.entry.value, version: 3, validFrom: '2026-12-01', clauses: [{ id: '2.1', text: { sv: 'Hemgång meddelas två dagar före.', en: 'The return home is told two days before.' } }] };
    expect(await put(third, null)).toMatchObject({ status: 200, body: { row: { version: 1 } } });
    expect((await row('hemgang#0002')).entry.value.validTo).toBe('2026-11-30');
    // What happened in November is judged by the version of November, before and after the new one.
    const submitted = (report: object) => at.as('siri', 'submit-deviation', { body: { report: { ...named.report, ...report } } });
    expect(codes(await submitted({ breach: { ...hemgang, agreementVersion: 3 } }))).toEqual(['agreement-not-in-force']);
    expect(codes(await submitted({ breach: { ...hemgang, agreementVersion: 1 } }))).toEqual(['agreement-not-in-force']);
    await at.advance('P14D');
    const later = { happenedAt: '2026-12-03T09:00:00Z', discoveredAt: '2026-12-03T10:00:00Z' };
    expect((await submitted({ ...later, breach: { ...hemgang, agreementVersion: 3 } })).status).toBe(201);
    expect(codes(await submitted({ ...later, breach: hemgang }))).toEqual(['agreement-not-in-force']);
    expect((await submitted({ breach: hemgang })).status).toBe(201);
  });

  it('N3 who takes part goes by area and type of party', { timeout: 120_000 }, async () => {
    const at = await start('sodra-alvsborg');
    const report = (more: object) => at.as('siri', 'submit-deviation', { body: { report: {
      happenedAt: '2026-11-20T09:00:00Z', discoveredAt: '2026-11-20T10:00:00Z', unitId: 'hemsjukvard-norr', counterpartId: 'norrviks-sjukhus', externalUnitId: null, legalBasis: 'hsl', category: 'dischargeCoordination',
      whatHappened: 'Ingen ringde före hemgång.', immediateAction: 'Vi ringde upp.', harm: 'risk', ...more,
    } } });
    expect((await report({})).status).toBe(201);
    expect(await report({ counterpartId: 'dosia' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/report/counterpartId', code: 'party-not-eligible' }] } });
    // A hospital elsewhere is of the right type, but of no area that the routine covers.
    const put = (register: string, value: object) => at.as('sixten', 'put-register-row', { body: { entry: { register, value }, version: null } });
    expect((await put('areas', { id: 'fjarran', name: 'Fjärran' })).status).toBe(200);
    expect((await put('organisations', { id: 'fjarran-sjukhus', name: 'Fjärrans sjukhus', type: 'hospital', own: false, areas: ['fjarran'] })).status).toBe(200);
    expect(codes(await report({ counterpartId: 'fjarran-sjukhus' }))).toEqual(['party-not-eligible']);
    const options = (await at.as(null, 'read-intake-options')).body.organisations.map(({ id }: { id: string }) => id);
    expect(options).toContain('bjorkens-vardcentral');
    expect(options).not.toContain('dosia');
  });
});
