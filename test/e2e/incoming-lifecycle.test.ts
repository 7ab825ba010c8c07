import { describe, expect, it, onTestFinished } from 'vitest';
import { clinicMailbox, IncomingStory, incomingReport, investigation, replyText } from './incoming-story.ts';
import { Installation } from './installation.ts';

/** Monday. Registration by 30 November; our reply by 23 December. */
const monday = '2026-11-23T08:00:00Z';
const relative = 'anhorig@post.example';

/** Every wait of the incoming lifecycle and its tracks on the real process, the clock stepped. */
describe('an incoming case', () => {
  const install = async () => {
    const installation = await Installation.start({ now: monday });
    onTestFinished(() => installation.stop());
    return installation;
  };
  const subjects = async (at: Installation, to: string) => (await at.mailsTo(to)).map(({ subject }) => subject.replace(/[A-Z0-9]{3,4}-[A-Z0-9]{3,4}/, '№')).toReversed();
  const cookieOf = ({ headers }: { readonly headers: Headers }) => headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
  const newestCode = async (at: Installation, mailbox: string) => {
    await at.rest();
    return /\b(\d{6})\b/.exec((await at.mailsTo(mailbox, /Kod|Code/))[0]?.text ?? '')?.[1] ?? '';
  };
  const { partyOrganisationId: _party, partyUnitId: _unit, ...report } = incomingReport;
  const filed = async (at: Installation, who: Record<string, unknown>, mailbox: string, more: Record<string, unknown> = {}) => {
    const { body: { intake } } = await at.as(null, 'request-intake-code', { body: who });
    const session = await at.as(null, 'verify-intake-code', { body: { intake, code: await newestCode(at, mailbox) } });
    const receipt = await at.withCookie(cookieOf(session), 'submit-intake', { body: { report: { ...report, legalBasis: 'unknown', ...more } } });
    expect(receipt, JSON.stringify(receipt.body)).toMatchObject({ status: 201 });
    await at.rest();
    const story = new IncomingStory(at);
    story.number = receipt.body.number;
    story.caseId = (await at.as('maj', 'list-cases', { query: { view: 'inbox', number: story.number } })).body.cases[0].id;
    return story;
  };
  const secretIn = async (at: Installation, mailbox: string) =>
    (await at.mailsTo(mailbox)).map(({ text }) => /\/status#([A-Za-z0-9_-]{43})/.exec(text)?.[1]).find((found) => found !== undefined) ?? '';
  const status = async (at: Installation, mailbox: string) => {
    const secret = await secretIn(at, mailbox);
    await at.as(null, 'request-code', { body: { secret } });
    return cookieOf(await at.as(null, 'verify-code', { body: { secret, code: await newestCode(at, mailbox) } }));
  };
  const settled = { principal: 'mas', legalBasis: 'hsl', category: 'nursingCare', harm: 'risk', seriousRisk: false, concernedUnitIds: ['hemsjukvard-norr'] };
  const executionOf = async (at: Installation, id: string) => (await at.as('sixten', 'read-execution', { path: { executionId: id } })).body;

  it('goes from a relative\'s report to the reply on the status page, and to the review of effect', async () => {
    const at = await install();
    const story = await filed(at, { kind: 'public', mailbox: relative, language: 'sv' }, relative);
    expect(await executionOf(at, `${story.caseId}-1`)).toMatchObject({ status: 'RUNNING', currentState: 'Await registration', stateMachine: expect.stringContaining('incoming-deviation') });
    await story.done('maj', 'accept-deviation', settled);
    await story.led();
    await story.done('maj', 'request-information', { question: 'Vilken dag var det?' });
    await at.rest();
    expect((await executionOf(at, `${story.caseId}-1`)).currentState).toBe('Await information');
    const cookie = await status(at, relative);
    expect((await at.withCookie(cookie, 'read-status')).body).toMatchObject({ state: 'needsInfo', question: { text: 'Vilken dag var det?' } });
    expect(await at.withCookie(cookie, 'provide-filer-information', { body: { answer: 'I tisdags.' } })).toMatchObject({ status: 202 });
    await story.done('enok', 'save-investigation', investigation);
    await story.plan('enok');
    await story.done('enok', 'report-investigation-done', { message: '' });
    await at.rest();
    expect((await executionOf(at, `${story.caseId}-1`)).currentState).toBe('Await reply');
    await story.done('maj', 'edit-outgoing-text', { text: replyText, notPersonalNumbers: [] });
    await story.done('maj', 'confirm-outgoing-text');
    await story.done('maj', 'send-incoming-reply', { dispatch: 'link' });
    await at.rest();
    expect(await subjects(at, relative)).toEqual(['Kod för att anmäla en avvikelse', 'Ärende № har kommit in', 'Fråga om ärende №', 'Kod för ärende №', 'Svar i ärende №']);
    expect((await at.withCookie(await status(at, relative), 'read-status')).body).toMatchObject({ state: 'answered', reply: { text: replyText } });
    expect(await executionOf(at, `${story.caseId}-1`)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await executionOf(at, `${story.caseId}-effect-1`)).toMatchObject({ status: 'RUNNING', currentState: 'Await effect review', stateMachine: expect.stringContaining('effect-review') });

    expect((await at.as('sixten', 'list-executions')).body.executions).toMatchObject([{ id: `${story.caseId}-effect-1`, waitsFor: 'effectReview' }]);
    expect((await at.as('sixten', 'list-executions', { query: { filter: 'ended' } })).body.executions).toMatchObject([{ id: `${story.caseId}-1`, waitsFor: null }]);

    await at.advance('P91D');
    expect((await at.mailsTo('enok@ekdala.example', /följa upp/))).toHaveLength(1);
    await at.advance('P30D');
    expect((await at.mailsTo('enok@ekdala.example', /uppföl/)).length).toBe(2);
    await story.done('maj', 'record-effect-review', { wantedResult: false, note: '', action: { text: 'Ny utbildning', responsibleUserId: 'rut', due: '2027-06-01' } });
    await at.rest();
    expect(await executionOf(at, `${story.caseId}-effect-1`)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await executionOf(at, `${story.caseId}-effect-2`)).toMatchObject({ status: 'RUNNING' });
    const ids = (await at.mails()).map((mail) => mail.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is told of, reminded of and escalated while nobody does anything', async () => {
    const at = await install();
    const story = await filed(at, { kind: 'party', unitId: 'bjorken' }, clinicMailbox);
    expect((await at.mailsTo(clinicMailbox))[0]).toMatchObject({ subject: `Case ${story.number} has been received` });
    await at.advance('P8D');
    expect((await subjects(at, 'maj@ekdala.example')).filter((subject) => subject.includes('№'))).toEqual(['Ärende № har kommit in', 'Ärende № väntar på registrering']);
    await story.done('maj', 'accept-deviation', settled);
    await story.led();
    await at.advance('P40D');
    expect(await subjects(at, 'enok@ekdala.example')).toEqual([
      'Ärende № är tilldelat dig', 'Påminnelse om utredning, ärende №', 'Påminnelse om utredning, ärende №', 'Påminnelse om utredning, ärende №', 'Ärende №: vårt svar är försenat',
    ]);
    expect(await story.read()).toMatchObject({ clock: { overdue: true }, stopped: false });
  });

  it('reminds of the dose pharmacy after two working days, over a crash, and stops when it is notified', async () => {
    const at = await install();
    const story = await new IncomingStory(at).registered({ category: 'doseDispensing' });
    await at.rest();
    expect(await executionOf(at, `${story.caseId}-pharmacy-1`)).toMatchObject({ status: 'RUNNING', currentState: 'Await pharmacy notification' });
    const listed = (await at.as('sixten', 'list-executions')).body.executions.map(({ id, waitsFor }: { id: string; waitsFor: string }) => [id, waitsFor]);
    expect(listed).toEqual([[`${story.caseId}-1`, 'investigation'], [`${story.caseId}-pharmacy-1`, 'pharmacyNotification']]);
    await at.kill();
    await at.start();
    await at.advance('P3D');
    expect((await at.mailsTo('maj@ekdala.example', /Dosapoteket/))).toHaveLength(1);
    await story.done('maj', 'record-pharmacy-notification', { reference: 'DOS-17', reason: '' });
    await at.advance('P3D');
    expect((await at.mailsTo('maj@ekdala.example', /Dosapoteket/))).toHaveLength(1);
    expect(await executionOf(at, `${story.caseId}-pharmacy-1`)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await executionOf(at, `${story.caseId}-1`)).toMatchObject({ status: 'RUNNING', currentState: 'Await investigation' });
  });

  it('shows nobody outside whether a link was live', async () => {
    const at = await install();
    await filed(at, { kind: 'public', mailbox: relative, language: 'sv' }, relative);
    const old = await secretIn(at, relative);
    expect(await at.as(null, 'request-new-link', { body: { secret: old } })).toMatchObject({ status: 202 });
    await at.rest();
    expect((await at.mailsTo(relative))[0]?.subject).toContain('Ny länk');
    const refused = await at.as(null, 'request-code', { body: { secret: old } });
    const unknown = await at.as(null, 'request-code', { body: { secret: 'q'.repeat(43) } });
    expect([refused.status, refused.body.code]).toEqual([unknown.status, unknown.body.code]);
    expect(refused.body.code).toBe('link-not-valid');
    expect(await at.as(null, 'read-status')).toMatchObject({ status: 401 });
  });
});
