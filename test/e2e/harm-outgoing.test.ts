import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { give, onCase } from './case-page.ts';
import { Installation } from './installation.ts';
import { outgoingText, Story } from './story.ts';
import { screens } from './visitor.ts';

/** Serious harm on an outgoing case: told at once, assessed, reviewed, decided on under a clock of its own; the effect reviewed after closing. */
describe('serious harm on an outgoing case', () => {
  let at: Installation;
  let browser: Browser;
  let story: Story;
  beforeAll(async () => {
    [at, browser] = await Promise.all([Installation.start({ now: '2026-11-23T08:00:00Z' }), launchBrowser()]);
    story = await new Story(at).submitted({ seriousRisk: true });
    await at.rest();
  });
  afterAll(async () => {
    await browser.close();
    await at.stop();
  });
  const execution = async (name: string) => (await at.as('sixten', 'read-execution', { path: { executionId: `${story.caseId}-${name}` } })).body;

  it('tells those who decide at once, and waits for them in an execution that the console shows', async () => {
    expect(await at.mailsTo('maj@ekdala.example', /behöver bedömas nu/)).toHaveLength(1);
    expect(await execution('harm-1')).toMatchObject({ status: 'RUNNING', machine: 'harm-decision', waitsFor: 'harmDecision', currentState: 'Await harm decision' });
  });

  it('is assessed in the matrix, and reviewed by another person', async () => {
    await story.done('hanna', 'assess-harm', { harm: 'vardskada', seriousRisk: true, consequence: 4, probability: 2, nccMerp: 'F', note: 'Fyra dygn på sjukhus.' });
    expect((await story.command('maj', 'close-case', { note: 'Löst.' })).status).toBeGreaterThanOrEqual(400);
    await story.done('marta', 'review-harm', { note: 'Håller med.' });
    expect(await story.read()).toMatchObject({ harmAssessment: { consequence: 4, nccMerp: 'F', awaitsReview: false, review: { by: { id: 'marta' } } }, seriousHarm: { law: 'lexMaria', decision: null } });
    // The review done, MAR has no need to know any more.
    expect((await at.as('marta', 'read-case', { path: { caseId: story.caseId } })).status).toBe(404);
    const maj = await onCase(at, browser, 'Maj Mas', 'Inkorg', story.number);
    await maj.page.getByRole('heading', { name: 'Bedömning av skadan' }).waitFor();
    await maj.look('harm-outgoing');
    // What stands in the way of ending it is listed where it is ended; the server says so as well.
    expect((await story.command('maj', 'withdraw-case', { reason: 'Dubblett.' })).body.code).toBe('harm-decision-missing');
    expect((await story.read('siri')).allowed).not.toContain('withdraw-case');
    for (const title of ['Bedöm skadan på nytt', 'Anteckna beslutet', 'Anteckna informationen', 'Återkalla ärendet']) await maj.page.locator('summary', { hasText: title }).first().click();
    await maj.page.getByText('Det här måste göras först').last().waitFor();
    await maj.look('harm-forms-desktop');
    for (const screen of ['phone', 'narrow'] as const) {
      await maj.page.setViewportSize(screens[screen]);
      await maj.look(`harm-forms-${screen}`);
    }
    await maj.page.setViewportSize(screens.desktop);
    await maj.page.emulateMedia({ media: 'print' });
    await maj.look('harm-print');
    await maj.leave();
  });

  it('reminds, escalates, and is restarted where it stopped', async () => {
    await at.advance('P30D');
    expect(await at.mailsTo('maj@ekdala.example', /Beslutet i ärende .* saknas/)).toHaveLength(1);
    expect(await at.mailsTo('hanna@ekdala.example', /Beslutet i ärende .* är försenat/)).toHaveLength(1);
    expect(await execution('harm-1')).toMatchObject({ status: 'RUNNING', currentState: 'Await harm decision' });
    const { caseVersion: version } = await execution('harm-1');
    expect((await at.as('sixten', 'stop-execution', { path: { executionId: `${story.caseId}-harm-1` }, body: { version, reason: 'Provar.' } })).status).toBe(200);
    await at.rest();
    const stopped = await execution('harm-1');
    expect(stopped).toMatchObject({ status: 'ABORTED', track: { machine: 'harm-decision', number: 1 } });
    expect(stopped.mendings).toContain('restart-lifecycle');
    expect((await at.as('sixten', 'restart-lifecycle', { path: { caseId: story.caseId }, body: { version: stopped.caseVersion, reason: 'Provar.', track: stopped.track } })).status).toBe(200);
    await at.rest();
    expect(await execution('harm-1-r2')).toMatchObject({ status: 'RUNNING', generation: 2 });
  });

  it('has its decision, the information and the support recorded, and feeds back to the staff', async () => {
    await story.done('maj', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await story.done('maj', 'record-harm-decision', { decision: 'notified', reference: 'IVO 77-2026', reason: '', decidedAt: '2026-12-20', notifiedAt: '2026-12-20' });
    await at.rest();
    expect(await execution('harm-1-r2')).toMatchObject({ status: 'SUCCEEDED' });
    await story.done('enok', 'record-patient-information', { given: false, reason: 'Sjukhuset informerar.', at: null, to: 'nobody', byTitle: '', points: [], notedInRecord: true, patientViews: '', staffSupport: '' });
    await story.done('enok', 'record-staff-support', { given: true, text: 'Samtal.', at: '2026-12-20' });
    await story.done('maj', 'record-feedback', { text: 'Checklista införs.', unitIds: ['hemsjukvard-norr'] });
    await at.rest();
    expect(await at.mailsTo('siri@ekdala.example', /Återkoppling/)).toHaveLength(1);
    expect((await story.read('siri')).feedback).toMatchObject([{ text: 'Checklista införs.' }]);
  });

  it('is closed by the page, and the effect of what was done is reviewed when it is due', { timeout: 150_000 }, async () => {
    await story.done('maj', 'add-action', { kind: 'systematic', text: 'Ny checklista', responsibleUserId: 'enok', due: '2027-02-01', doneAt: null });
    await story.done('maj', 'edit-outgoing-text', { text: outgoingText, notPersonalNumbers: [] });
    await story.done('maj', 'confirm-outgoing-text');
    await story.done('maj', 'send-case');
    await at.rest();
    const maj = await onCase(at, browser, 'Maj Mas', 'Inkorg', story.number);
    await give(maj.page, 'close-case', 'Ärendet är avslutat.', (form) => form.getByRole('textbox').fill('Löst per telefon.'));
    await maj.look('harm-outgoing-closed');
    await at.rest();
    expect(await execution('effect-1')).toMatchObject({ status: 'RUNNING', waitsFor: 'effectReview' });
    await at.advance('P91D');
    expect(await at.mailsTo('maj@ekdala.example', /Dags att följa upp ärende/)).toHaveLength(1);
    await maj.page.reload();
    await maj.page.locator('form[data-command="record-effect-review"]').waitFor();
    await maj.look('harm-effect-due');
    await maj.leave();
    await story.done('maj', 'record-effect-review', { wantedResult: false, note: 'Händer igen.', action: { text: 'Utbilda', responsibleUserId: 'enok', due: '2027-05-01' } });
    await at.rest();
    expect(await execution('effect-1')).toMatchObject({ status: 'SUCCEEDED' });
    expect(await execution('effect-2')).toMatchObject({ status: 'RUNNING' });
    expect(await story.read()).toMatchObject({ status: 'closed', actions: [{ text: 'Ny checklista' }, { text: 'Utbilda' }] });
  });
});
