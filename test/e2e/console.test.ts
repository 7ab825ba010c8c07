import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InProcess } from '../crash/in-process.ts';
import { launchBrowser } from './browser.ts';
import { Story, wardMailbox } from './story.ts';
import { Visitor } from './visitor.ts';

/** What hangs is seen and mended from the page, by somebody who may not read the cases. */
describe('the console', () => {
  const place = new InProcess();
  const { at } = place;
  let browser: Browser;
  let broken = false;
  beforeAll(async () => {
    [, browser] = await Promise.all([
      place.start({ invocation: (name) => (broken && name.endsWith('remind-unit') ? { ok: false, errorType: 'TypeError', errorMessage: 'it broke' } : undefined) }),
      launchBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await place.remove();
  });

  const executionArn = (id: string) => `arn:aws:states:eu-north-1:000000000000:execution:brygga-local-outgoing-deviation:${id}`;
  const stateOf = async (id: string) => (await at.as('sixten', 'read-execution', { path: { executionId: id } })).body;
  const stoppedMails = async (number: string) => (await at.mailsTo('sixten@ekdala.example')).filter(({ text }) => text.includes(number));

  it('goes on with a case whose reminder threw, from the link in the mail', async () => {
    const story = await new Story(at).sent();
    await story.opened();
    broken = true;
    await at.advance('P24D');
    const [mail, ...others] = await stoppedMails(story.number);
    expect(others).toEqual([]);
    const link = /http\S+\/console\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    expect(link).toBe(`${at.origin}/console/${story.caseId}-1`);
    const reminders = async () => (await at.mailsTo(wardMailbox)).filter(({ subject, text }) => text.includes(story.number) && /[Pp]åminn/.test(`${subject} ${text}`)).length;
    expect(await reminders()).toBe(0);

    const admin = await Visitor.arrive(at, browser);
    await admin.signIn('Sixten');
    await admin.page.goto(link);
    const { page } = admin;
    if (await page.getByRole('button', { name: 'Logga in' }).count() > 0) await page.getByRole('button', { name: 'Logga in' }).first().click();
    await page.getByRole('heading', { level: 1, name: `Körning för ${story.number}` }).waitFor();
    await page.getByText('Stannad på fel').first().waitFor();
    await admin.look('console-execution-failed');
    // What it was given is shown, and holds no person.
    expect(await page.getByRole('main').innerText()).toContain(`"caseId":"${story.caseId}"`);
    await page.getByText('Tillstånden i ordning').click();
    await page.getByText('Fortsätt där den stannade').first().click();
    await page.getByRole('button', { name: 'Fortsätt där den stannade' }).click();
    await page.getByRole('alert').getByText('Skriv en orsak.').waitFor();
    await admin.look('console-execution-errors');
    broken = false;
    await page.getByRole('textbox', { name: 'Orsak' }).fill('Funktionen är rättad');
    await page.getByRole('button', { name: 'Fortsätt där den stannade' }).click();
    await page.getByText('Körningen fortsätter.').waitFor();
    await page.locator('[aria-current="step"]').getByText('Väntar på svar').waitFor();
    await admin.look('console-execution-redriven');
    await at.rest();
    expect(await stateOf(`${story.caseId}-1`)).toMatchObject({ status: 'RUNNING', stopped: false, waitsFor: 'reply' });
    expect(await reminders()).toBe(1);
    expect(await story.timeline()).toEqual(expect.arrayContaining(['lifecycleStopped', 'lifecycleRedriven', 'reminded']));
    const { timeline } = await story.read();
    expect(timeline.find(({ type }: { type: string }) => type === 'lifecycleRedriven')).toMatchObject({ actor: { name: expect.stringContaining('Sixten') }, detail: { reason: 'Funktionen är rättad' } });
    await admin.leave();
  });

  it('restarts a case whose execution was stopped over the wire, on a phone', async () => {
    const story = await new Story(at).sent();
    const sfn = new SFNClient({ endpoint: at.awsEndpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
    await sfn.send(new StopExecutionCommand({ executionArn: executionArn(`${story.caseId}-1`), error: 'Nobody', cause: 'from outside' }));
    sfn.destroy();
    await at.rest();
    expect(await stoppedMails(story.number)).toHaveLength(1);

    const admin = await Visitor.arrive(at, browser, 'phone');
    await admin.signIn('Sixten');
    const { page } = admin;
    await admin.open('Körningar');
    await page.getByLabel('Visa').selectOption({ label: 'Stannade' });
    await page.getByRole('link', { name: story.number }).waitFor();
    await admin.look('console-stopped-phone');
    await page.getByRole('link', { name: story.number }).click();
    await page.getByText('Avbruten').first().waitFor();
    await admin.look('console-execution-aborted-phone');
    await page.getByText('Starta om', { exact: true }).first().click();
    await page.getByRole('textbox', { name: 'Orsak' }).fill('Stoppades av misstag');
    await page.getByRole('button', { name: 'Starta om' }).click();
    await page.getByText('En ny körning har startat från ärendet.').waitFor();
    await page.getByText('Körning 2').waitFor();
    expect(page.url()).toContain(`/console/${story.caseId}-2`);
    await admin.look('console-execution-restarted-phone');
    await at.rest();
    expect(await stateOf(`${story.caseId}-2`)).toMatchObject({ status: 'RUNNING', stopped: false, waitsFor: 'acknowledgement' });
    expect(await stateOf(`${story.caseId}-1`)).toMatchObject({ status: 'ABORTED', mendings: [], redriveBlockedBy: 'execution-superseded' });
    expect(await at.as('sixten', 'redrive-execution', { path: { executionId: `${story.caseId}-1` }, body: { version: (await stateOf(`${story.caseId}-1`)).caseVersion, reason: 'x' } })).toMatchObject({ status: 409, body: { code: 'execution-superseded' } });
    await admin.leave();
  });

  it('stops an execution with a reason, and says after 14 days that it can only be restarted', async () => {
    const story = await new Story(at).submitted();
    await at.rest();
    const admin = await Visitor.arrive(at, browser);
    await admin.signIn('Sixten');
    const { page } = admin;
    await admin.open('Körningar');
    await page.getByText('Mår systemet bra?').waitFor();
    await page.getByText('Allt som ska hända händer.').waitFor();
    await page.getByText('Mår systemet bra?').click();
    await page.getByText('Alla i tid').waitFor();
    await page.getByLabel('Enhet').selectOption({ label: 'Hemsjukvården Norr' });
    await page.getByRole('link', { name: story.number }).waitFor();
    await admin.look('console-list');
    await page.getByLabel('Ärendenummer').fill(story.number.toLowerCase());
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    await page.waitForURL(/number=/);
    await page.getByRole('link', { name: story.number }).click();
    await page.getByText('Stoppa körningen').first().click();
    await page.getByRole('textbox', { name: 'Orsak' }).fill('Fel version av flödet');
    await page.getByRole('button', { name: 'Stoppa körningen' }).click();
    await page.getByText('Körningen är stoppad.').waitFor();
    await admin.look('console-execution-stopped');
    await at.rest();
    expect(await stateOf(`${story.caseId}-1`)).toMatchObject({ status: 'ABORTED', stopped: true, mendings: ['redrive-execution', 'restart-lifecycle'] });
    // Whoever stopped it need not be told.
    expect(await stoppedMails(story.number)).toEqual([]);

    await at.advance('P15D');
    await page.getByText('Körningen slutade för mer än 14 dagar sedan. Starta om i stället.').waitFor();
    expect(await page.getByText('Fortsätt där den stannade').count()).toBe(0);
    await admin.look('console-execution-too-late');
    await admin.leave();
  });

  it('counts what hangs, and lets only watchers ask', async () => {
    const [sick, unasked] = await Promise.all([at.as('sixten', 'read-health'), at.as('siri', 'read-health')]);
    expect(unasked).toMatchObject({ status: 403 });
    expect(sick.body).toMatchObject({
      outbox: { pending: 0, more: false, oldestAt: null }, mails: { waiting: 0, uncertain: { count: 0 }, failed: { count: 0 } }, timers: { overdue: { count: 0 } },
      deadLetters: ['deliver-outbox', 'keep-aggregates', 'sweep-outbox', 'mark-stopped', 'record-bounce', 'record-upload', 'record-scan', 'draw-spot-checks', 'remind-of-routine-review', 'remind-of-meetings', 'remind-of-approvals', 'anchor-heads', 'report-retention', 'erase-retired', 'open-reports'].map((name) => ({ queue: `brygga-local-${name}-failed`, count: 0 })),
    });
    expect(sick.body.timers.nextAt).toMatch(/^20/);
    const story = await new Story(at).submitted();
    for (const [user, operation] of [['maj', 'stop-execution'], ['hanna', 'stop-execution'], ['siri', 'redrive-execution']] as const) {
      expect((await at.as(user, operation, { path: { executionId: `${story.caseId}-1` }, body: { version: 1, reason: 'x' } })).status).toBe(403);
    }
  });
});
