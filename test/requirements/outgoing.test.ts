import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../e2e/browser.ts';
import { Installation } from '../e2e/installation.ts';
import { fullAnswer, missingMedicationList, outgoingText, Story, wardMailbox } from '../e2e/story.ts';
import { Visitor } from '../e2e/visitor.ts';

/** Clauses of the outgoing direction, each proved by the one test that has its number. */
describe('outgoing', () => {
  let at: Installation;
  let browser: Browser;
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z' }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  const reported = (report: Record<string, unknown> = {}) => new Story(at).submitted(report);
  const sent = () => new Story(at).sent();
  const answered = async () => {
    const story = await sent();
    return story.answered(await story.opened());
  };
  const registers = async () => (await at.as('siri', 'read-registers')).body;

  it('V1 knows every type of party', async () => {
    const types = (await registers()).organisations.map(({ type }: { type: string }) => type);
    expect(types).toEqual(expect.arrayContaining(['municipality', 'region', 'pharmacy', 'transportService', 'contractorWithAgreement', 'contractorWithoutAgreement']));
  });
  it('V2b logs actor and principal', async () => {
    const story = await reported();
    await story.done('hanna', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    const set = (await story.read()).timeline.find(({ type }: { type: string }) => type === 'externalUnitSet');
    expect(set).toMatchObject({ actor: { name: 'Hanna Handläggare' }, principal: 'mas' });
  });
  it('V9a goes to MAS, or to MAR where it is rehabilitation', async () => {
    expect(await (await reported()).read('maj')).toMatchObject({ responsible: 'mas' });
    const rehabilitation = await at.as('siri', 'submit-deviation', { body: { report: { ...missingMedicationList, category: 'rehabilitation' } } });
    expect(rehabilitation.body.responsible).toBe('mar');
  });
  it('V9b goes to Utredare where it concerns a private contractor', async () => {
    for (const counterpartId of ['trygga-jouren', 'linden']) {
      const answer = await at.as('siri', 'submit-deviation', { body: { report: { ...missingMedicationList, counterpartId } } });
      expect(answer.body.responsible).toBe('investigator');
    }
  });
  it('V9c is led and sent by the responsible role alone', async () => {
    const story = await reported();
    await story.done('maj', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await story.done('maj', 'edit-outgoing-text', { text: outgoingText, notPersonalNumbers: [] });
    await story.done('maj', 'confirm-outgoing-text');
    for (const other of ['siri', 'enok', 'ulla']) expect((await story.command(other, 'send-case')).status).toBeGreaterThanOrEqual(403);
    await story.done('maj', 'send-case');
    expect(await story.read()).toMatchObject({ status: 'sent', leadInvestigator: { id: 'maj' } });
  });
  it('V9d is owned by MAS', async () => {
    expect((await (await reported()).read()).owningUnit.id).toBe('mas-funktionen');
  });
  it('V9e is owned by the concerned unit where it concerns a private contractor', async () => {
    const answer = await at.as('siri', 'submit-deviation', { body: { report: { ...missingMedicationList, counterpartId: 'linden' } } });
    const read = await at.as('ulla', 'read-case', { path: { caseId: answer.body.caseId } });
    expect(read.body.owningUnit.id).toBe('hemsjukvard-norr');
  });
  it('V10a takes "vet inte" for the external unit', async () => {
    expect((await (await reported({ externalUnitId: null })).read()).externalUnit).toBeNull();
  });
  it('V10b refuses to send before the unit is set', async () => {
    const story = await reported({ externalUnitId: null });
    await story.done('maj', 'edit-outgoing-text', { text: outgoingText, notPersonalNumbers: [] });
    await story.done('maj', 'confirm-outgoing-text');
    expect(await story.command('maj', 'send-case')).toMatchObject({ status: 409, body: { code: 'external-unit-missing' } });
  });
  it('V11a shares the reply with the reporter and those named', async () => {
    const story = await answered();
    expect((await story.read('siri')).replies).toEqual([]);
    await story.done('maj', 'share-reply', { unitIds: [], userIds: ['nils'], message: '' });
    for (const user of ['siri', 'nils']) expect((await story.read(user)).replies).toMatchObject([{ parts: fullAnswer.parts }]);
    await at.rest();
    expect(await at.mailsTo('nils@ekdala.example')).not.toHaveLength(0);
  });
  it('V11b is closed by the responsible role alone', async () => {
    const story = await answered();
    for (const other of ['siri', 'enok', 'ulla']) expect((await story.command(other, 'close-case', { note: '' })).status).toBeGreaterThanOrEqual(403);
    await story.done('maj', 'close-case', { note: '' });
    expect((await story.read()).status).toBe('closed');
  });
  it('V14a prints a case without buttons and menus', async () => {
    const story = await reported();
    const visitor = await Visitor.arrive(at, browser);
    await visitor.signIn('Maj Mas');
    await visitor.open('Inkorg');
    await visitor.page.getByRole('link', { name: new RegExp(story.number) }).first().click();
    await visitor.page.getByRole('heading', { level: 1, name: new RegExp(story.number) }).waitFor();
    await visitor.page.emulateMedia({ media: 'print' });
    expect(await visitor.page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await visitor.page.getByRole('main').innerText()).toContain(missingMedicationList.whatHappened);
    await visitor.leave();
  });
  it('V14b dates the routine', async () => {
    expect((await registers()).routine.validFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
  it('R8c stores the routine\'s document and version with the case', async () => {
    expect((await (await reported()).read()).routine).toMatchObject({ documentId: 'Rutin avvikelser i samverkan', version: 2 });
  });
  it('H4a gives a number that can be read aloud', async () => {
    expect((await reported()).number).toMatch(/^[A-HJ-NP-Z2-9]{3}-[A-HJ-NP-Z2-9]{4}$/);
  });
  it('H7b refuses a reply that lacks a part', async () => {
    const story = await sent();
    const cookie = await story.opened();
    const refused = await at.withCookie(cookie, 'submit-reply', { body: { ...fullAnswer, parts: { ...fullAnswer.parts, systematicActions: '' } } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'reply-incomplete', errors: [{ pointer: '/parts/systematicActions' }] } });
  });
  it('H7c returns an incomplete reply with a reason', async () => {
    const story = await answered();
    await story.done('maj', 'return-reply', { reason: 'Grundorsaken saknas.' });
    expect(await story.read()).toMatchObject({ status: 'replyReturned', replies: [{ returnReason: 'Grundorsaken saknas.' }] });
  });
  it('H7d lets the clock go on through a return', async () => {
    const story = await answered();
    const before = (await story.read()).clock.replyBy;
    await story.done('maj', 'return-reply', { reason: 'Grundorsaken saknas.' });
    expect((await story.read()).clock.replyBy).toBe(before);
  });
  it('L1a takes a report that lacks what can be added later', async () => {
    expect((await reported({ externalUnitId: null, legalBasis: 'unknown', medication: undefined, immediateAction: 'Inget ännu.' })).number).not.toBe('');
  });
  it('L1b writes mails of case number and link alone', async () => {
    const story = await sent();
    const [mail] = await at.mailsTo(wardMailbox);
    expect(mail?.text).toContain(story.number);
    for (const secret of [missingMedicationList.whatHappened, missingMedicationList.medication, outgoingText, 'Siri']) expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toContain(secret);
  });
  it('L6a keeps the receiver\'s copy as it was sent', async () => {
    const story = await sent();
    const cookie = await story.opened();
    expect((await story.command('maj', 'edit-outgoing-text', { text: 'En annan text.', notPersonalNumbers: [] })).body.code).toBe('wrong-status');
    expect((await at.withCookie(cookie, 'read-request')).body.text).toBe(outgoingText);
  });
  it('L6b shows a unit its own request and nothing else', async () => {
    const story = await sent();
    const cookie = await story.opened();
    const other = await reported();
    for (const caseId of [story.caseId, other.caseId]) expect((await at.withCookie(cookie, 'read-case', { path: { caseId } })).status).toBe(401);
    expect(JSON.stringify((await at.withCookie(cookie, 'read-request')).body)).not.toContain(missingMedicationList.whatHappened);
  });
  it('L8a marks a personal number as it is typed', async () => {
    const visitor = await Visitor.arrive(at, browser);
    await visitor.signIn('Siri Sjuksköterska');
    await visitor.open('Rapportera');
    await visitor.page.getByLabel('Vad hände?').fill('Det gällde 19121212-1212 i går.');
    await visitor.page.getByText('Det här ser ut som ett personnummer:').waitFor();
    expect(await visitor.page.getByRole('button', { name: 'Inte ett personnummer' }).count()).toBeGreaterThan(0);
    await visitor.leave();
  });
  it('L8b saves a report with a personal number in it', async () => {
    expect((await reported({ whatHappened: 'Det gällde 19121212-1212 i går.' })).number).not.toBe('');
  });
  it('L8c refuses to let a personal number leave', async () => {
    const story = await reported();
    await story.done('maj', 'edit-outgoing-text', { text: `${outgoingText} 19121212-1212`, notPersonalNumbers: [] });
    expect((await story.command('maj', 'confirm-outgoing-text')).body.code).toBe('personal-number-in-text');
  });
  it('L8d lets it pass once somebody says that it is none, and logs that', async () => {
    const story = await reported();
    await story.done('maj', 'edit-outgoing-text', { text: `${outgoingText} 19121212-1212`, notPersonalNumbers: ['19121212-1212'] });
    await story.done('maj', 'confirm-outgoing-text');
    const edited = (await story.read()).timeline.find(({ type }: { type: string }) => type === 'outgoingTextEdited');
    expect(JSON.stringify(edited.detail)).toMatch(/notPersonalNumbers/i);
  });
  it('L8f shows the patient reference on request with a reason, to the handler', async () => {
    const answer = await at.as('siri', 'submit-deviation', { body: { report: missingMedicationList, patientReference: { reference: '19121212-1212', protectedIdentity: false } } });
    const path = { caseId: answer.body.caseId };
    expect(JSON.stringify((await at.as('maj', 'read-case', { path })).body)).not.toContain('19121212');
    expect((await at.as('maj', 'read-patient-reference', { path, body: { reason: '' } })).status).toBe(400);
    expect((await at.as('maj', 'read-patient-reference', { path, body: { reason: 'Ringa avdelningen' } })).body.reference).toBe('19121212-1212');
    expect((await at.as('ulla', 'read-patient-reference', { path, body: { reason: 'Nyfiken' } })).status).toBe(404);
  });
  it('L10a has no accessibility violation in form, inbox and case', async () => {
    const visitor = await Visitor.arrive(at, browser);
    await visitor.signIn('Maj Mas');
    for (const name of ['Rapportera', 'Inkorg', 'Mina rapporter']) {
      await visitor.open(name);
      await visitor.look(`requirements-${name}`);
    }
    expect(visitor.faults).toEqual([]);
    await visitor.leave();
  });
  it('L10b has an accessibility statement with a way to give feedback', async () => {
    const visitor = await Visitor.arrive(at, browser);
    await visitor.page.goto(at.origin);
    await visitor.open('Tillgänglighet');
    await visitor.page.getByRole('heading', { level: 1, name: /illgänglig/ }).waitFor();
    expect(await visitor.page.getByRole('main').innerText()).toMatch(/synpunkt|brist|meddela/i);
    await visitor.leave();
  });
});
