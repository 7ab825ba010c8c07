import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GetExecutionHistoryCommand, ListExecutionsCommand, ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation } from './installation.ts';
import { fullAnswer, missingMedicationList, Story, wardMailbox } from './story.ts';

/** A marker for every free text a person writes; none may turn up where personal data must not be. */
const planted = {
  whatHappened: 'Astrid Planterad föll i trappan', immediateAction: 'ring 070-000 00 99', suggestion: 'planterat förslag', medication: 'planterad medicin',
  unclearResponsibility: 'planterat ansvar', reference: '19121212-1212', question: 'planterad fråga', answer: 'planterat svar', outgoing: 'planterad utlämnad text',
  note: 'planterad anteckning', returnReason: 'planterad returorsak', investigation: 'planterad utredning', respondent: 'planterad befattning', more: 'planterad tidsorsak',
  decision: 'planterad motivering', message: 'planterat meddelande', closing: 'planterad avslutning', receiver: 'planterad mottagare', reopening: 'planterad återöppning',
} as const;
const people = ['Siri Sjuksköterska', 'Maj Mas', 'Hanna Handläggare'];

describe('personal data', () => {
  let at: Installation;
  let story: Story;
  const problems: string[] = [];
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z' });
    story = new Story(at);
    const submitted = await at.as('siri', 'submit-deviation', {
      body: {
        report: { ...missingMedicationList, whatHappened: planted.whatHappened, immediateAction: planted.immediateAction, suggestion: planted.suggestion, medication: planted.medication, unclearResponsibility: planted.unclearResponsibility },
        patientReference: { reference: planted.reference, protectedIdentity: true },
      },
    });
    story.caseId = submitted.body.caseId;
    story.number = submitted.body.number;
    await story.done('maj', 'request-information', { question: planted.question });
    await story.done('siri', 'provide-information', { answer: planted.answer });
    await story.done('maj', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await story.done('maj', 'edit-outgoing-text', { text: planted.outgoing, notPersonalNumbers: [] });
    await story.done('maj', 'confirm-outgoing-text');
    await story.done('maj', 'send-case');
    await at.rest();
    await story.done('maj', 'add-note', { text: planted.note });
    const cookie = await story.opened();
    await at.withCookie(cookie, 'ask-more-time', { body: { days: 7, reason: planted.more } });
    await story.done('maj', 'decide-ask', { askId: (await story.read()).asks[0].id, approved: true, reason: planted.decision });
    await story.done('maj', 'record-identity-call', { how: 'phone', at: await at.now(), receiverTitle: planted.receiver });
    const answer = { parts: { ...fullAnswer.parts, investigation: planted.investigation }, respondentTitle: planted.respondent };
    await at.withCookie(cookie, 'submit-reply', { body: answer });
    await story.done('maj', 'return-reply', { reason: planted.returnReason });
    await at.rest();
    await at.advance('P40D');
    await at.withCookie(await story.opened(), 'submit-reply', { body: answer });
    await story.done('hanna', 'share-reply', { unitIds: ['hemsjukvard-norr'], userIds: [], message: planted.message });
    await story.done('hanna', 'close-case', { note: planted.closing });
    await story.done('maj', 'reopen-case', { reason: planted.reopening });
    for (const body of [{ report: { ...missingMedicationList, category: planted.whatHappened } }, { report: planted }]) {
      problems.push(JSON.stringify((await at.as('siri', 'submit-deviation', { body })).body));
    }
    await at.rest();
  });
  afterAll(() => at.stop());

  const expectClean = (text: string, also: readonly string[] = []) => {
    for (const marker of [...Object.values(planted), planted.reference.replace('-', ''), ...also]) {
      expect(text.includes(marker), `found: ${marker}`).toBe(false);
      // Base64 hides nothing from whoever reads a log; of a short marker too little would be left to look for.
      if (marker.length >= 12) expect(text.includes(Buffer.from(marker).toString('base64').slice(2, -4)), `found in Base64: ${marker}`).toBe(false);
    }
  };

  it('was all stored, so that the search means something', async () => {
    const view = JSON.stringify(await story.read());
    const missing = Object.entries(planted).filter(([name, marker]) => name !== 'reference' && !view.includes(marker));
    expect(missing).toEqual([]);
  });
  it('is in no mail, not in its subject, text, HTML or address', async () => {
    const mails = await at.mails();
    expect(mails.length).toBeGreaterThan(10);
    expectClean(JSON.stringify(mails), people);
    for (const mail of mails) expect(mail.subject).not.toContain('Region Sjöland');
  });
  it('is in no log', () => {
    const read = (folder: string): string[] => readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? read(path) : [readFileSync(path, 'utf8')];
    });
    const logs = read(join(at.folder, 'logs')).join('\n');
    expect(logs.length).toBeGreaterThan(1000);
    expectClean(logs, [...people, wardMailbox, 'siri@ekdala.example']);
    expect(logs).not.toMatch(/Bearer |__Host-brygga-reply=|[#"][A-Za-z0-9_-]{43}"/);
  });
  it('is in no execution: name, input, output or history', async () => {
    const client = new SFNClient({ endpoint: at.awsEndpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
    let histories = 0;
    for (const { stateMachineArn } of (await client.send(new ListStateMachinesCommand({}))).stateMachines ?? []) {
      for (const { executionArn, name } of (await client.send(new ListExecutionsCommand({ stateMachineArn }))).executions ?? []) {
        const history = JSON.stringify([name, await client.send(new GetExecutionHistoryCommand({ executionArn, includeExecutionData: true, maxResults: 1000 }))]);
        expectClean(history, [...people, wardMailbox, 'siri', 'norrvik']);
        histories += 1;
      }
    }
    expect(histories).toBe(2);
    client.destroy();
  });
  it('is in no error', () => {
    for (const problem of problems) expectClean(problem);
  });
});
