import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationId } from '../../functions/contracts/operations.ts';
import { launchBrowser } from './browser.ts';
import { give, onCase } from './case-page.ts';
import { Installation } from './installation.ts';
import { missingMedicationList } from './story.ts';
import { Visitor } from './visitor.ts';

/** Scenario 7: consent refused, serious harm, protected identity; under the routine that asks for consent. */
describe('scenario 7: consent refused, serious harm, protected identity', () => {
  let at: Installation;
  let browser: Browser;
  let caseId = '';
  let number = '';
  const whatHappened = 'Patienten fick dubbel dos i två dygn och fick vårdas på sjukhus.';
  const identifying = 'Kerstin Ek, tel 070-123 45 67, kom hem utan lista och fick dubbel dos.';
  const deidentified = 'Patienten kom hem utan lista och fick dubbel dos i två dygn. Vi ber er utreda hur det kunde ske.';
  const read = async (user = 'kajsa') => (await at.as(user, 'read-case', { path: { caseId } })).body;
  const command = async (user: string, operation: OperationId, body: object) => at.as(user, operation, { path: { caseId }, body: { version: (await read()).version, ...body } });

  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'reko' }), launchBrowser()]);
    const answer = await at.as('kajsa', 'submit-deviation', {
      body: { report: { ...missingMedicationList, whatHappened, harm: 'allvarligVardskada', externalUnitId: 'norrvik-34' }, patientReference: { reference: '19121212-1212', protectedIdentity: true } },
    });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
    ({ caseId, number } = answer.body);
    await at.rest();
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });

  it('MAS is told at once, by case number alone', async () => {
    const mail = (await at.mailsTo('maj@ekdala.example')).find(({ text }) => text.includes(number));
    expect(mail).toBeDefined();
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/1212|Kerstin|dubbel dos|Norrvik/);
  });

  it('in the lists of others it is a number and a status', async () => {
    expect((await command('kajsa', 'assign-case', { leadInvestigatorId: 'kajsa', coInvestigatorIds: ['siri'] })).status).toBe(200);
    const siri = await Visitor.arrive(at, browser, 'narrow');
    await siri.signIn('Siri Sjuksköterska');
    await siri.open('Bevakning');
    await siri.page.getByRole('link', { name: new RegExp(number) }).first().waitFor();
    await siri.page.getByText('Skyddade uppgifter').first().waitFor();
    expect(await siri.page.getByRole('main').innerText()).not.toMatch(/Läkemedel|Region Sjöland|Hemsjukvården/);
    await siri.look('scenario-7-hidden-narrow');
    await siri.leave();
  });

  it('consent is refused: what identifies is stopped, the de-identified text passes the check and leaves', async () => {
    const kajsa = await onCase(at, browser, 'Kajsa Koordinator', 'Inkorg', number);
    const { page } = kajsa;
    await page.getByText('Skyddad identitet').first().waitFor();
    await give(page, 'record-consent', 'Samtycket är antecknat.', async (form) => {
      await form.getByLabel('Samtycke nekat').check();
      await form.getByLabel('Vem frågade? Ange befattning').fill('Sjuksköterska');
    });
    await page.getByRole('table', { name: 'Antecknade samtycken' }).getByText('Samtycke nekat').waitFor();

    const text = () => page.getByLabel('Text till den externa enheten');
    await text().fill(identifying);
    await page.getByText('Det här ser ut som ett namn:').waitFor();
    await page.getByText('Det här ser ut som ett telefonnummer:').waitFor();
    await kajsa.look('scenario-7-marked');
    await give(page, 'edit-outgoing-text', 'Texten är sparad.');
    await give(page, 'confirm-outgoing-text', 'Texten är bekräftad.', (form) => form.getByLabel(/^Identifierande/).check());
    await page.getByText('Bekräftad som identifierande.').waitFor();
    await page.getByRole('link', { name: /Anteckna patientens samtycke/ }).waitFor();
    await page.locator('form[data-command="send-case"] button[type="submit"]').click();
    await page.getByText('Det finns inget gällande samtycke för mottagaren.').first().waitFor();
    await kajsa.look('scenario-7-blocked');

    await text().fill(deidentified);
    await give(page, 'edit-outgoing-text', 'Texten är sparad.');
    await give(page, 'confirm-outgoing-text', 'Texten är bekräftad.', (form) => form.getByLabel(/^Avidentifierad/).check());
    await give(page, 'send-case', 'Ärendet är skickat.');
    await kajsa.look('scenario-7-sent');
    await kajsa.leave();
    expect((await read()).request.snapshot).toBe(deidentified);
  });

  it('cannot be closed until the lex Maria decision and the information to the patient are recorded', async () => {
    const kajsa = await onCase(at, browser, 'Kajsa Koordinator', 'Inkorg', number);
    const { page } = kajsa;
    await give(page, 'close-case', 'Beslutet om lex Maria eller lex Sarah är inte antecknat.', (form) => form.getByRole('textbox').fill('Avslutas.'));
    await page.getByText('Informationen till patienten är inte antecknad.').first().waitFor();
    await page.getByText('Anteckna beslutet om allvarlig skada (görs av den som rutinen anger)').first().waitFor();
    await kajsa.look('scenario-7-closing-blocked');
    await kajsa.leave();
    const closing = async () => command('kajsa', 'close-case', { note: 'Avslutas.' });
    const codes = ({ body }: { body: { errors?: { code: string }[] } }) => body.errors?.map(({ code }) => code);
    const decided = await command('maj', 'record-harm-decision', { decision: 'notified', reference: 'IVO-2026-17', reason: '', decidedAt: '2026-11-23', notifiedAt: '2026-11-23' });
    expect(decided, JSON.stringify(decided.body)).toMatchObject({ status: 200 });
    expect(codes(await closing())).toEqual(['patient-information-missing']);
    const points = ['whatHappened', 'apology', 'consequences', 'measures', 'complaintPaths', 'compensation'];
    const informed = await command('kajsa', 'record-patient-information', { given: true, reason: '', at: '2026-11-23', to: 'patient', byTitle: 'Enhetschef', points, notedInRecord: true, patientViews: '', staffSupport: '' });
    expect(informed, JSON.stringify(informed.body)).toMatchObject({ status: 200 });
    expect((await closing()).status).toBe(200);
    expect(await read()).toMatchObject({ status: 'closed' });
  });
});
