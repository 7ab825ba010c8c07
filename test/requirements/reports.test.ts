import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation } from '../e2e/installation.ts';
import { Story } from '../e2e/story.ts';

const breach = (clauseId: string) => ({ kind: 'agreement', agreementId: 'hemgang', agreementVersion: 2, clauseId, text: '' });
const leader = 'processledning@samverkansradet.example';
const text = 'Hemgång meddelades för sent, och hjälpmedlen fanns inte på plats.';

/** Clauses on what is compiled of the cases, over one quarter and the turn of a year. */
describe('periodic reports', () => {
  let at: Installation;
  const report = async (user: string, reportId: string) => (await at.as(user, 'read-report', { path: { reportId } })).body;
  const list = async (user: string) => (await at.as(user, 'list-reports')).body;
  const command = async (user: string, operation: 'edit-report' | 'submit-report' | 'change-report' | 'record-report-feedback', reportId: string, body: object = {}) => {
    const answer = await at.as(user, operation, { path: { reportId }, body: { version: (await report('maj', reportId)).version, ...body } });
    await at.rest();
    return answer;
  };
  const sentCase = async (clauseId: string, targetGroup?: string): Promise<Story> => {
    const { now } = await list('maj');
    const ago = (hours: number) => new Date(Date.parse(now) - hours * 3_600_000).toISOString().replace(/\.\d+/, '');
    const story = await new Story(at).submitted({ category: 'dischargeCoordination', breach: breach(clauseId), happenedAt: ago(5), discoveredAt: ago(4), ...(targetGroup !== undefined && { targetGroup }) });
    await story.done('maj', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await story.done('maj', 'edit-outgoing-text', { text });
    await story.done('maj', 'confirm-outgoing-text', { form: 'deidentified' });
    return story.done('maj', 'send-case');
  };
  const quarter = 'brister-i-samverkan_2026-Q4';

  beforeAll(async () => {
    at = await Installation.start({ now: '2026-12-01T08:00:00Z', routine: 'goteborg' });
    await at.advance('P1D');
    for (let count = 0; count < 3; count += 1) await sentCase('2.1');
    for (let count = 0; count < 2; count += 1) await sentCase('2.4');
    for (let count = 0; count < 3; count += 1) await sentCase('2.4', 'psychiatryAddiction');
    await at.rest();
    // The fourth working day of the quarter: 8 January, after New Year's Day, a weekend and Epiphany.
    await at.advance('P37D');
  }, 240_000);
  afterAll(() => at.stop());

  it('G2 only recurring shortfalls of sent cases are in the report', async () => {
    const { draft, status } = await report('maj', quarter);
    expect(status).toBe('draft');
    expect(draft.edition.lines.map(({ key, count }: { key: string; count: number }) => [key, count])).toEqual([['sjoland~hemgang~2.1', 3]]);
  });

  it('G4 exceptions go to their group as de-identified copies, and are not in the report', async () => {
    expect((await report('maj', quarter)).draft.routedAway).toMatchObject([{ targetGroup: 'psychiatryAddiction', count: 3 }]);
    const [box] = (await list('saga')).copies;
    expect(box.copies).toHaveLength(3);
    expect(box.copies[0]).toMatchObject({ text, counterpart: 'Region Sjöland' });
    expect((await list('enok')).copies).toEqual([]);
  });

  it('G3a the form is drafted on its day, edited, reminded of and submitted', { timeout: 120_000 }, async () => {
    expect((await at.mailsTo('maj@ekdala.example')).some(({ subject }) => subject.includes('klar att redigera'))).toBe(true);
    await at.advance('P3D');
    expect((await at.mailsTo('maj@ekdala.example')).some(({ subject }) => subject.includes('är inte inlämnad'))).toBe(true);
    // No name leaves, and nobody but its function edits it.
    expect((await command('maj', 'edit-report', quarter, { summary: 'Karin Svensson fick vänta.', lines: [] })).status).toBe(200);
    expect((await command('maj', 'submit-report', quarter)).body.code).toBe('identifying-in-text');
    expect((await command('enok', 'edit-report', quarter, { summary: '', lines: [] })).status).toBe(404);
    expect((await command('maj', 'edit-report', quarter, { summary: 'Hemgång meddelas för sent.', lines: [{ key: 'sjoland~hemgang~2.1', text: 'Samma avdelning.', systemFault: true }] })).status).toBe(200);
    const submitted = await command('maj', 'submit-report', quarter);
    expect(submitted, JSON.stringify(submitted.body)).toMatchObject({ status: 200, body: { status: 'submitted', edition: 1 } });
  });

  it('G3b a submitted form is locked and versioned: a case that is reopened does not alter it', { timeout: 120_000 }, async () => {
    const [before] = (await report('maj', quarter)).editions;
    const story = await sentCase('2.1');
    await at.rest();
    await story.done('maj', 'withdraw-case', { reason: 'Skickad av misstag.' });
    await at.rest();
    expect((await report('maj', quarter)).editions).toEqual([before]);
    expect((await command('maj', 'edit-report', quarter, { summary: 'x', lines: [] })).status).toBe(409);
    await command('maj', 'change-report', quarter, { change: 'reopen', reason: 'En kommentar saknades.' });
    await command('maj', 'submit-report', quarter);
    const { editions } = await report('maj', quarter);
    expect(editions.map(({ edition }: { edition: number }) => edition)).toEqual([2, 1]);
    expect(editions[1]).toEqual(before);
  });

  it('G5a feedback comes by the link within 60 days, with a reminder before', { timeout: 120_000 }, async () => {
    await at.advance('P54D');
    const mails = (await at.mailsTo(leader)).filter((mail) => mail.text.includes('2026-Q4') || mail.subject.includes('2026-Q4'));
    expect(mails.some(({ subject }) => subject.startsWith('Påminnelse'))).toBe(true);
    const secret = /#([A-Za-z0-9_-]{43})/.exec(mails[0]?.text ?? '')?.[1] ?? '';
    expect((await at.as(null, 'request-report-code', { body: { secret } })).status).toBe(200);
    await at.rest();
    const code = (await at.mailsTo(leader)).map((mail) => /\b(\d{6})\b/.exec(mail.text)?.[1]).find((found) => found !== undefined) ?? '';
    const session = await at.as(null, 'verify-report-code', { body: { secret, code } });
    expect(session, JSON.stringify(session.body)).toMatchObject({ status: 200 });
    const cookie = session.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
    const read = await at.withCookie(cookie, 'read-submitted-report');
    expect(read.body.report).toMatchObject({ edition: 2, lines: [{ key: 'sjoland~hemgang~2.1', count: 3, systemFault: true }] });
    const given = await at.withCookie(cookie, 'give-report-feedback', { body: { text: 'Avdelningen har ändrat sin rutin.', actions: [{ text: 'Checklista vid utskrivning', state: 'done' }] } });
    expect(given, JSON.stringify(given.body)).toMatchObject({ status: 200 });
    expect(await report('maj', quarter)).toMatchObject({ status: 'done', feedback: [{ by: null, actions: [{ state: 'done' }] }] });
  });

  it('G5b a fault of the system goes on to the county group', async () => {
    expect((await command('maj', 'change-report', quarter, { change: 'forward-fault', lineKey: null, text: 'Karin Svensson fick vänta.' })).body.code).toBe('identifying-in-text');
    expect((await command('maj', 'change-report', quarter, { change: 'forward-fault', lineKey: null, text: 'Meddelandena mellan systemen kommer inte fram på helger.' })).status).toBe(200);
    expect((await list('petra')).forwarded).toMatchObject([{ text: 'Meddelandena mellan systemen kommer inte fram på helger.' }]);
  });

  it('L11a V13a the yearly statistics for the patient safety account are drafted so that they are ready before 1 March', async () => {
    const yearly = await report('maj', 'patientsakerhet_2026');
    expect(yearly).toMatchObject({ content: 'figures', dueAt: '2027-02-28T22:59:59.000Z' });
    expect(yearly.draft.edition.sections[0]).toMatchObject({ section: 'totals', direction: 'outgoing' });
  });

  it('V13a statistics go into the yearly patient safety report', async () => {
    const submitted = await command('maj', 'submit-report', 'patientsakerhet_2026');
    expect(submitted, JSON.stringify(submitted.body)).toMatchObject({ status: 200, body: { status: 'done', edition: 1 } });
  });

  it('L11b what is below three is in no report', async () => {
    const [edition] = (await report('maj', 'patientsakerhet_2026')).editions;
    const counts = edition.sections.flatMap(({ rows }: { rows: { now: number | null; before: number | null }[] }) => rows.flatMap(({ now, before }) => [now, before])).filter((count: number | null) => count !== null);
    expect(counts.every((count: number) => count >= 3)).toBe(true);
  });

  it('R8a the compilation has a follow-up with a date', async () => {
    const { parseRoutine } = await import('../../functions/contracts/routine.ts');
    const { default: reko } = await import('../../workflows/routines/reko.json', { with: { type: 'json' } });
    expect(parseRoutine(reko).reports.find(({ id }) => id === 'sammanstallning')).toMatchObject({ every: 'year', receiver: { groupKind: 'steeringBody' }, feedback: { days: 180 } });
  });
});
