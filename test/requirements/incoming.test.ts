import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incomingReport as incomingShape } from '../../functions/contracts/incoming.ts';
import { launchBrowser } from '../e2e/browser.ts';
import { clinicMailbox, IncomingStory, incomingReport, investigation, replyText } from '../e2e/incoming-story.ts';
import { Installation, type Answer } from '../e2e/installation.ts';
import { outgoingText, Story } from '../e2e/story.ts';
import { Visitor } from '../e2e/visitor.ts';

/** Clauses of the incoming direction, each proved by the one test that has its number. */
describe('incoming', () => {
  let at: Installation;
  let browser: Browser;
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z' }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  const registered: IncomingStory['registered'] = (report, who) => new IncomingStory(at).registered(report, who);
  const linden = { partyOrganisationId: 'linden', partyUnitId: 'linden-hemtjanst', concernedUnitIds: ['nattpatrull'] };
  const byUtredare = { user: 'ulla', principal: 'investigator' };
  const dose = { category: 'doseDispensing' };
  const serious = { harm: 'allvarligVardskada' };
  const informed = { given: true, reason: '', at: '2026-11-23', to: 'patient', byTitle: 'Enhetschef', points: ['whatHappened', 'apology', 'consequences', 'measures', 'complaintPaths', 'compensation'], notedInRecord: true, patientViews: 'Vill veta hur det kunde ske.', staffSupport: 'Samtal har erbjudits.' };
  const decision = { decision: 'notified', reference: 'IVO 1234-2026', reason: '', decidedAt: '2026-11-23', notifiedAt: '2026-11-23' };
  const blocks = (answer: Answer) => (answer.body.errors ?? []).map(({ code }: { code: string }) => code);
  const send = (story: IncomingStory, user = story.reader) => story.command(user, 'send-incoming-reply', { dispatch: 'link' });
  const coIds = async (story: IncomingStory) => (await story.read()).coInvestigators.map(({ id }: { id: string }) => id);
  /** A code to the mailbox, then a session of one intake. */
  const intake = async (body: Record<string, unknown>, mailbox: string) => {
    const asked = await at.as(null, 'request-intake-code', { body });
    expect(asked, JSON.stringify(asked.body)).toMatchObject({ status: 200 });
    await at.rest();
    const code = (await at.mailsTo(mailbox)).map(({ text }) => /\b(\d{6})\b/.exec(text)?.[1]).find((found) => found !== undefined) ?? '';
    const session = await at.as(null, 'verify-intake-code', { body: { intake: asked.body.intake, code } });
    expect(session, JSON.stringify(session.body)).toMatchObject({ status: 200 });
    return session.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
  };
  const { partyOrganisationId: _party, partyUnitId: _unit, ...filed } = incomingReport;
  const file = async (cookie: string, more: Record<string, unknown> = {}) => {
    const answer = await at.withCookie(cookie, 'submit-intake', { body: { report: filed, ...more } });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
    const found = await at.as('maj', 'list-cases', { query: { view: 'inbox', status: 'received', limit: '100' } });
    return found.body.cases.find(({ number }: { number: string }) => number === answer.body.number);
  };
  const party = () => intake({ kind: 'party', unitId: 'bjorken' }, clinicMailbox);

  it('V2a has both directions', async () => {
    expect(await (await registered()).read()).toMatchObject({ direction: 'incoming' });
    expect(await (await new Story(at).submitted()).read()).toMatchObject({ direction: 'outgoing' });
  });
  it('V3a is registered by MAS, MAR or Utredare, or for them, and by nobody else', async () => {
    const story = new IncomingStory(at);
    for (const [user, principal] of [['siri', 'mas'], ['enok', 'mas'], ['sixten', 'mas']] as const) expect(blocks(await story.register({}, { user, principal }))).toEqual(['principal-not-registering']);
    for (const [user, principal] of [['maj', 'mas'], ['hanna', 'mas']] as const) expect((await story.register({}, { user, principal })).status).toBe(201);
    expect((await story.register({ category: 'rehabilitation' }, { user: 'marta', principal: 'mar' })).status).toBe(201);
  });
  it('V3b makes whoever registers co-investigator', async () => {
    expect(await coIds(await registered({}, { user: 'maj' }))).toEqual(['maj']);
  });
  it('V3c shows the case in that person\'s watch list', async () => {
    const story = await registered({}, { user: 'maj' });
    const watched = await at.as('maj', 'list-cases', { query: { view: 'watch' } });
    expect(watched.body.cases.map(({ number }: { number: string }) => number)).toContain(story.number);
  });
  it('V4a stays on MAS until it is closed', async () => {
    const story = await registered();
    expect((await story.read()).owningUnit.id).toBe('mas-funktionen');
    await story.readyToSend();
    expect((await story.read()).owningUnit.id).toBe('mas-funktionen');
  });
  it('V4b lets Utredare alone enter what a contractor with agreement wrote', async () => {
    const story = new IncomingStory(at);
    expect((await story.register(linden, { user: 'maj', principal: 'mas' })).status).toBeGreaterThanOrEqual(400);
    expect((await story.register(linden, byUtredare)).status).toBe(201);
  });
  it('V4c gives it to the concerned unit at once', async () => {
    expect((await (await registered(linden, byUtredare)).read()).owningUnit.id).toBe('nattpatrull');
  });
  it('V4d makes Utredare co-investigator', async () => {
    expect(await coIds(await registered(linden, byUtredare))).toEqual(['ulla']);
  });
  it('V4e does not assign it to MAS', async () => {
    const story = await registered(linden, byUtredare);
    expect(await story.read()).toMatchObject({ responsible: 'investigator' });
    expect((await at.as('maj', 'read-case', { path: { caseId: story.caseId } })).status).toBe(404);
  });
  it('V5a is led by the manager of the most concerned unit, who is told', async () => {
    const story = await (await registered()).led('enok');
    expect(await story.read()).toMatchObject({ status: 'investigating', leadInvestigator: { id: 'enok' } });
    await at.rest();
    expect((await at.mailsTo('enok@ekdala.example')).some(({ text }) => text.includes(story.number))).toBe(true);
  });
  it('V5b lets MAS add other units\' managers', async () => {
    const story = await (await registered()).led();
    await story.done('maj', 'add-investigators', { userIds: ['rut'] });
    expect(await coIds(story)).toContain('rut');
  });
  it('V5c lets the lead add other units\' managers', async () => {
    const story = await (await registered()).led();
    await story.done('enok', 'add-investigators', { userIds: ['rut'] });
    expect(await coIds(story)).toContain('rut');
  });
  it('V5d lets every investigator add more, and nobody else', async () => {
    const story = await (await registered()).led();
    await story.done('enok', 'add-investigators', { userIds: ['rut'] });
    await story.done('rut', 'add-investigators', { userIds: ['frans'] });
    expect(await coIds(story)).toContain('frans');
    expect((await story.command('nils', 'add-investigators', { userIds: ['siri'] })).status).toBe(404);
  });
  it('V6a plans, does and documents an action', async () => {
    const story = await (await registered()).led();
    await story.plan('enok');
    const [action] = (await story.read()).actions;
    expect(action).toMatchObject({ due: '2026-12-20', doneAt: null, responsible: { id: 'siri' } });
    await story.done('siri', 'complete-action', { actionId: action.id, doneAt: '2026-11-23', effect: 'Kvittens används.' });
    expect((await story.read()).actions).toMatchObject([{ doneAt: '2026-11-23', effect: 'Kvittens används.' }]);
  });
  it('V6b closes without any action', async () => {
    const story = await (await registered()).answered();
    expect(await story.read()).toMatchObject({ status: 'closed', actions: [] });
  });
  it('V7a tells MAS that the investigation is done', async () => {
    const story = await (await registered({}, { user: 'maj' })).investigated();
    expect((await story.read()).status).toBe('investigationDone');
    await at.rest();
    expect((await at.mailsTo('maj@ekdala.example', /utredning/i)).some(({ text }) => text.includes(story.number))).toBe(true);
  });
  it('V7b does not let the lead close', async () => {
    const story = await (await registered()).readyToSend();
    expect(await send(story, 'enok')).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect((await story.read()).status).toBe('investigationDone');
  });
  it('V8a closes by sending, all at one moment', async () => {
    const story = await (await registered()).answered();
    const { answer, closed, timeline, version } = await story.read();
    expect(answer).toMatchObject({ text: replyText, sentAt: closed.at });
    const moments = timeline.filter(({ type }: { type: string }) => ['replySent', 'closed', 'ownerMoved'].includes(type)).map(({ at: moment }: { at: string }) => moment);
    expect(new Set(moments)).toEqual(new Set([closed.at]));
    expect(version).toBeGreaterThan(1);
  });
  it('V8b is sent by MAS, MAR or Utredare only', async () => {
    const story = await (await registered()).readyToSend();
    for (const user of ['enok', 'rut', 'ulla', 'siri']) expect((await send(story, user)).status).toBeGreaterThanOrEqual(403);
    expect((await send(story, 'maj')).status).toBe(200);
  });
  it('V8c moves the owner to the concerned unit', async () => {
    const story = await (await registered()).answered();
    expect((await story.read()).owningUnit.id).toBe('hemsjukvard-norr');
  });
  it('V12a has a mandatory task with a link to the pharmacy', async () => {
    const { pharmacy } = await (await registered(dose)).read();
    expect(pharmacy).toMatchObject({ doneAt: null, link: expect.stringMatching(/^https:/) });
    expect((await (await registered()).read()).pharmacy).toBeNull();
  });
  it('V12b does not close before the pharmacy\'s number is there', async () => {
    const story = await (await registered(dose)).readyToSend();
    expect(blocks(await send(story))).toContain('pharmacy-not-notified');
    await story.done('maj', 'record-pharmacy-notification', { reference: 'DOS-77', reason: '' });
    expect((await send(story)).status).toBe(200);
  });
  it('V12c closes with a reason in place of the number', async () => {
    const story = await (await registered(dose)).readyToSend();
    await story.done('maj', 'record-pharmacy-notification', { reference: '', reason: 'Apoteket anmälde själv.' });
    expect((await send(story)).status).toBe(200);
  });
  it('R1a registers what is solved already', async () => {
    expect((await (await registered({ alreadySolved: true })).read()).report.alreadySolved).toBe(true);
  });
  it('R1b records work done under unclear responsibility', async () => {
    const unclearResponsibility = 'Hemsjukvården tog provet i väntan på besked.';
    expect((await (await registered({ unclearResponsibility })).read()).report.unclearResponsibility).toBe(unclearResponsibility);
  });
  it('R2a makes the assessment of effect a step with a date', async () => {
    const story = await (await registered()).led();
    await story.plan('enok');
    await story.answered();
    const { effectReviews, closed } = await story.read();
    expect(Date.parse(effectReviews[0].dueAt) - Date.parse(closed.at)).toBeGreaterThanOrEqual(89 * 86_400_000);
  });
  it('R2b makes feedback a step with a date', async () => {
    const story = await (await registered()).answered();
    expect((await story.event('replySent')).at).toBe((await story.read()).answer.sentAt);
  });
  it('R3a registers for the roles that the routine names', async () => {
    const { routine } = (await at.as('maj', 'read-registers')).body;
    expect(JSON.stringify(routine)).toMatch(/"mayRegister":\["mas","mar","sas","investigator"\]/);
    expect(await new IncomingStory(at).register({ legalBasis: 'sol' }, { user: 'saga', principal: 'sas' })).toMatchObject({ status: 201 });
    expect(blocks(await new IncomingStory(at).register(linden))).toEqual(['principal-not-registering']);
  });
  it('R3b stores the other system\'s reference', async () => {
    expect((await (await registered({ otherReference: 'Synergi 4711' })).read()).report.otherReference).toBe('Synergi 4711');
  });
  it('R5a does not close before a harmed patient is informed', async () => {
    const story = await (await registered({ harm: 'vardskada' })).readyToSend();
    expect(blocks(await send(story))).toEqual(['patient-information-missing']);
    await story.done('maj', 'record-patient-information', informed);
    expect((await send(story)).status).toBe(200);
  });
  it('R5b records the information', async () => {
    const story = await registered({ harm: 'vardskada' });
    await story.done('maj', 'record-patient-information', informed);
    expect((await story.read()).patientInformation).toMatchObject({ given: true, at: '2026-11-23' });
    expect(await story.event('patientInformed')).toBeDefined();
  });
  it('H5a takes a supplier\'s account without an account in the system', async () => {
    const cookie = await intake({ kind: 'party', unitId: 'trygga-jouren-norr' }, 'trygga-jouren-norr@tryggajouren.example');
    expect((await at.withCookie(cookie, 'submit-intake', { body: { report: filed } })).status).toBe(201);
    await at.rest();
    const [receipt] = await at.mailsTo('trygga-jouren-norr@tryggajouren.example');
    expect(receipt?.text).toMatch(/#[A-Za-z0-9_-]{43}/);
  });
  it('H5b registers what was filed', async () => {
    const { id } = await file(await party());
    const { version } = (await at.as('maj', 'read-case', { path: { caseId: id } })).body;
    const accepted = await at.as('maj', 'accept-deviation', { path: { caseId: id }, body: { version, principal: 'mas', legalBasis: 'hsl', category: 'informationTransfer', harm: 'noHarm', seriousRisk: false, concernedUnitIds: ['hemsjukvard-norr'] } });
    expect(accepted, JSON.stringify(accepted.body)).toMatchObject({ status: 200, body: { status: 'registered' } });
  });

  /** Closed with an action, and the day of its review has come. */
  const reviewed = async () => {
    const story = await (await registered()).led();
    await story.plan('enok');
    await story.answered();
    return story;
  };
  const unwanted = { wantedResult: false, note: 'Samma sak hände igen.', action: { text: 'Inför kontroll varje vecka', responsibleUserId: 'siri', due: '2027-01-20' } };
  it('H8b needs a new action where the result is not the wanted one', async () => {
    const story = await reviewed();
    const { action: _none, ...without } = unwanted;
    expect(blocks(await story.command('enok', 'record-effect-review', without))).toEqual(['new-action-missing']);
    await story.done('enok', 'record-effect-review', unwanted);
    expect((await story.read()).actions.map(({ text }: { text: string }) => text)).toContain(unwanted.action.text);
  });
  it('H8c starts a new review where the result is not the wanted one', async () => {
    const story = await reviewed();
    await story.done('enok', 'record-effect-review', unwanted);
    expect((await story.read()).effectReviews).toMatchObject([{ number: 1, wantedResult: false }, { number: 2, doneAt: null }]);
  });
  it('H9a records how the patient is informed, or why not', async () => {
    const story = await (await registered({ harm: 'vardskada' })).led();
    await story.done('enok', 'record-patient-information', { ...informed, given: false, at: null, to: 'nobody', points: [], reason: 'Patienten har avlidit.' });
    expect((await story.read()).patientInformation).toMatchObject({ given: false, reason: 'Patienten har avlidit.' });
  });
  it('H9b records the patient\'s own views', async () => {
    const story = await (await registered()).led();
    await story.done('enok', 'record-patient-information', informed);
    expect((await story.read()).patientInformation.patientViews).toBe(informed.patientViews);
  });
  it('H9c records whether and how staff get support', async () => {
    const story = await (await registered()).led();
    await story.done('enok', 'record-patient-information', informed);
    expect((await story.read()).patientInformation.staffSupport).toBe(informed.staffSupport);
  });
  it('H9d tells the staff concerned of a systematic action', async () => {
    const story = await (await registered()).led();
    await story.plan('enok', { responsibleUserId: 'frans' });
    await at.rest();
    expect((await at.mailsTo('frans@ekdala.example')).some(({ text }) => text.includes(story.number))).toBe(true);
    expect((await at.as('frans', 'read-case', { path: { caseId: story.caseId } })).body.actions).toHaveLength(1);
  });
  it('G6a takes what care receivers and relatives file', async () => {
    const cookie = await intake({ kind: 'public', mailbox: 'anhorig@example.com', language: 'sv' }, 'anhorig@example.com');
    const { id } = await file(cookie, { relation: 'relative' });
    expect((await at.as('maj', 'read-case', { path: { caseId: id } })).body).toMatchObject({ status: 'received', source: { kind: 'public' }, party: null });
  });
  it('G6b takes what staff file', async () => {
    expect((await new Story(at).submitted({}, 'nils')).number).not.toBe('');
  });
  it('G6c takes what partner organisations file', async () => {
    const { id } = await file(await party());
    expect((await at.as('maj', 'read-case', { path: { caseId: id } })).body).toMatchObject({ status: 'received', source: { kind: 'party' }, partyUnit: { id: 'bjorken' } });
  });
  it('N1 records what was not followed', async () => {
    const breach = { kind: 'coordinatedPlan', text: 'SIP från oktober' };
    expect((await (await registered({ breach })).read()).report.breach).toEqual(breach);
  });
  it('N2a has no field for a name of staff', () => {
    expect(Object.keys(incomingShape.shape).filter((field) => /name|staff|person|employee/i.test(field))).toEqual([]);
  });
  it('N2b warns of a name in free text', async () => {
    const visitor = await Visitor.arrive(at, browser);
    await visitor.signIn('Hanna Handläggare');
    await visitor.page.goto(`${at.origin}/register`);
    await visitor.page.getByLabel('Vad hände?').fill('Syster Anna Andersson glömde ringa.');
    await visitor.page.getByText('Det här ser ut som namn på personer').waitFor();
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  });
  it('L2a wants course of events, causes and root cause before it is done', async () => {
    const story = await (await registered()).led();
    const early = await story.command('enok', 'report-investigation-done', { message: '' });
    expect(early.status).toBeGreaterThanOrEqual(400);
    expect((await story.read()).investigation.missingParts).toEqual(['courseOfEvents', 'causes', 'rootCause']);
    await story.done('enok', 'save-investigation', investigation);
    await story.done('enok', 'report-investigation-done', { message: '' });
  });
  it('L2b wants a date for every action that is not done at once', async () => {
    const story = await (await registered()).led();
    expect((await story.command('enok', 'add-action', { kind: 'acute', text: 'Ring', responsibleUserId: 'siri', due: null, doneAt: null })).body.code).toBe('action-date-missing');
    await story.plan('enok', { kind: 'acute', due: null, doneAt: '2026-11-23' });
  });
  /** L3 and L4 hold for either direction: the same on one that came in and one that goes out. */
  const both = async (report: Record<string, unknown>): Promise<readonly (IncomingStory | Story)[]> => [await registered(report), await new Story(at).submitted(report)];
  /** Ready to be ended: by the reply to one that came in, by closing one that goes out. */
  const endings = async (report: Record<string, unknown>) => {
    const incoming = await (await registered(report)).readyToSend();
    const outgoing = await new Story(at).submitted(report);
    for (const [operation, body] of [['set-external-unit', { externalUnitId: 'norrvik-34' }], ['edit-outgoing-text', { text: outgoingText, notPersonalNumbers: [] }], ['confirm-outgoing-text', {}], ['send-case', {}]] as const) await outgoing.done('maj', operation, body);
    return [{ story: incoming, end: () => send(incoming) }, { story: outgoing, end: () => outgoing.command('maj', 'close-case', { note: 'Löst.' }) }] as const;
  };
  const timelineOf = async (story: IncomingStory | Story): Promise<readonly { readonly type: string; readonly at: string }[]> => (await story.read()).timeline;
  it('L3a tells MAS at once', async () => {
    for (const story of await both({ harm: 'nearMiss', seriousRisk: true })) {
      await at.rest();
      expect((await at.mailsTo('maj@ekdala.example', /behöver bedömas nu/)).some(({ text }) => text.includes(story.number))).toBe(true);
      expect((await timelineOf(story)).map(({ type }) => type)).toContain('seriousHarmTold');
    }
  });
  it('L3b records the lex Maria decision and IVO\'s number', async () => {
    for (const story of await both(serious)) {
      await story.done('maj', 'record-harm-decision', decision);
      expect((await story.read()).seriousHarm).toMatchObject({ law: 'lexMaria', decision: 'notified', reference: 'IVO 1234-2026', notifiedAt: '2026-11-23' });
    }
  });
  it('L3c files nothing by itself', async () => {
    const stories = await both(serious);
    await at.advance('P7D');
    for (const story of stories) {
      expect((await story.read()).seriousHarm).toMatchObject({ decision: null, reference: '' });
      const receivers = new Set((await at.mails()).filter(({ text }) => text.includes(story.number)).flatMap(({ to }) => to));
      expect([...receivers].filter((to) => !to.endsWith('@ekdala.example') && to !== clinicMailbox)).toEqual([]);
    }
  });
  it('L3d goes by lex Sarah and SAS in social care', async () => {
    for (const story of await both({ ...serious, legalBasis: 'sol' })) {
      await at.rest();
      const read = await at.as('saga', 'read-case', { path: { caseId: story.caseId } });
      expect(read.body.seriousHarm).toMatchObject({ law: 'lexSarah' });
      expect(read.body.allowed).toContain('record-harm-decision');
      expect((await at.mailsTo('saga@ekdala.example')).some(({ text }) => text.includes(story.number))).toBe(true);
    }
  });
  it('L3e does not close before decision and information are recorded', async () => {
    for (const { story, end } of await endings(serious)) {
      expect(blocks(await end())).toEqual(['harm-decision-missing', 'patient-information-missing']);
      await story.done('maj', 'record-harm-decision', decision);
      expect(blocks(await end())).toEqual(['patient-information-missing']);
      await story.done('maj', 'record-patient-information', informed);
      expect((await end()).status).toBe(200);
      expect((await story.read()).status).toBe('closed');
    }
    // Nor is it ended in another way.
    const withdrawn = await new Story(at).submitted(serious);
    expect(blocks(await withdrawn.command('maj', 'withdraw-case', { reason: 'Dubblett.' }))).toContain('harm-decision-missing');
    const rejected = await registered(serious);
    expect(blocks(await rejected.command('maj', 'reject-case', { reasonCode: 'notOurCare', text: '' }))).toContain('harm-decision-missing');
  });
  it('L3f closes where the responsible care provider assessed it, by its reference', async () => {
    for (const { story, end } of await endings(serious)) {
      await story.done('maj', 'record-harm-decision', { ...decision, decision: 'assessedByCareProvider', reference: 'SJ 77' });
      expect((await end()).status).toBe(200);
    }
  });
  it('L4a follows a checklist of six points', async () => {
    for (const story of await both(serious)) {
      const short = await story.command('maj', 'record-patient-information', { ...informed, points: informed.points.slice(1) });
      expect(blocks(short)).toEqual(['points-missing']);
      await story.done('maj', 'record-patient-information', informed);
      expect((await story.read()).patientInformation.points).toHaveLength(6);
    }
  });
  it('L4b records who informed whom and when', async () => {
    for (const story of await both(serious)) {
      await story.done('maj', 'record-patient-information', informed);
      expect((await story.read()).patientInformation).toMatchObject({ byTitle: 'Enhetschef', to: 'patient', at: '2026-11-23' });
    }
  });
  it('L4c records that it was noted in the record', async () => {
    for (const story of await both(serious)) {
      await story.done('maj', 'record-patient-information', informed);
      expect((await story.read()).patientInformation.notedInRecord).toBe(true);
    }
  });
});
