import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations, type Operation, type OperationId } from '../../functions/contracts/operations.ts';
import { freeTextFields, withFreeTexts } from './free-text-fields.ts';
import { IncomingStory } from './incoming-story.ts';
import type { CallOptions, Installation } from './installation.ts';
import { executionsOf, foundIn, logsOf } from './planted.ts';
import { identifyingText, PlantingInstallation, planted, plantedWords } from './planting.ts';
import { fullAnswer, Story, wardMailbox } from './story.ts';

const people = ['Siri Sjuksköterska', 'Maj Mas', 'Hanna Handläggare', 'Enok Enhetschef'];
const withFreeText = (Object.keys(operations) as OperationId[]).filter((id) => freeTextFields(id).length > 0);

/* A name, a number, a diagnosis and a telephone number in each free text, derived from the contracts: what becomes of them. */
describe('personal data', () => {
  let at: PlantingInstallation;
  let story: Story;
  let incoming: IncomingStory;
  /** What went wrong on the way, all of it at once. */
  const missteps: string[] = [];
  const step = async (name: string, run: () => Promise<unknown>): Promise<void> => {
    await run().catch((error: unknown) => missteps.push(`${name}: ${error instanceof Error ? error.message.split('\n')[0]?.slice(0, 400) : String(error)}`));
  };
  const blocks: string[] = [];
  beforeAll(async () => {
    at = new PlantingInstallation({ now: '2026-11-23T08:00:00Z' });
    await at.start();
    story = new Story(at);
    await step('submit', async () => {
      await story.submitted({}, 'siri');
    });
    await step('reference', () => story.done('maj', 'set-patient-reference', { reference: planted.number, protectedIdentity: false, reason: 'r' }));
    await step('question', () => story.done('maj', 'request-information', { question: 'q' }));
    await step('answer', () => story.done('siri', 'provide-information', { answer: 'a' }));
    await step('unit', () => story.done('maj', 'set-external-unit', { externalUnitId: 'norrvik-34' }));
    await step('text that is found', async () => {
      // As it is, past the planting: the check finds it, and it cannot be confirmed or sent.
      const version = (await story.read()).version;
      const edited = await Object.getPrototypeOf(PlantingInstallation.prototype).as.call(at, 'maj', 'edit-outgoing-text', { path: { caseId: story.caseId }, body: { version, text: identifyingText, notPersonalNumbers: [] } });
      expect(edited.status, JSON.stringify(edited.body)).toBe(200);
      const view = await story.read();
      blocks.push(...view.sendingBlockedBy, ...JSON.stringify(view.outgoingText).match(/"(?:name|personalNumber|phone|diagnosis)"/g) ?? []);
      for (const operation of ['confirm-outgoing-text', 'send-case'] as const) {
        const answer = await story.command('maj', operation);
        expect(answer.status).toBeGreaterThanOrEqual(400);
        blocks.push(answer.body.code);
      }
    });
    await step('text', () => story.done('maj', 'edit-outgoing-text', { text: 't', notPersonalNumbers: [] }));
    await step('confirm', () => story.done('maj', 'confirm-outgoing-text'));
    await step('send', () => story.done('maj', 'send-case'));
    await at.rest();
    await step('note', () => story.done('maj', 'add-note', { text: 'n' }));
    const disputed = async (change: object) => {
      const path = { caseId: story.caseId };
      const { version } = (await at.as('enok', 'read-dispute', { path })).body;
      const answer = await at.as('enok', 'change-dispute', { path, body: { version, change } });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    };
    // Its owner is reminded in the days that pass below, and then its managers are told.
    await step('dispute', async () => {
      const owner = { kind: 'user', userId: 'enok' };
      await story.done('maj', 'open-dispute', { subject: 'cost', about: 'a', amount: 12, owner });
      await disputed({ kind: 'facts', about: 'a', amount: 13 });
      await disputed({ kind: 'owner', owner, reason: 'r' });
      await disputed({ kind: 'move', stage: 'lineManagers', reason: 'r' });
    });
    await step('patient reference', async () => {
      const answer = await at.as('maj', 'read-patient-reference', { path: { caseId: story.caseId }, body: { reason: 'r' } });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    });
    let cookie = '';
    await step('link', async () => {
      cookie = await story.opened();
    });
    await step('more time', async () => {
      expect((await at.withCookie(cookie, 'ask-more-time', { body: { days: 7, reason: 'r' } })).status).toBe(202);
      await story.done('maj', 'decide-ask', { askId: (await story.read()).asks[0].id, approved: true, reason: 'r' });
    });
    await step('identity call', async () => {
      await story.done('maj', 'record-identity-call', { how: 'phone', at: await at.now(), receiverTitle: 't' });
    });
    await step('draft', async () => {
      expect((await at.withCookie(cookie, 'save-reply-draft', { body: fullAnswer })).status).toBe(200);
    });
    await step('reply', async () => {
      expect((await at.withCookie(cookie, 'submit-reply', { body: fullAnswer })).status).toBe(201);
      await story.done('maj', 'return-reply', { reason: 'r' });
    });
    await at.rest();
    await at.advance('P40D');
    await step('second reply', async () => {
      expect((await at.withCookie(await story.opened(), 'submit-reply', { body: fullAnswer })).status).toBe(201);
    });
    await step('share', () => story.done('hanna', 'share-reply', { unitIds: ['hemsjukvard-norr'], userIds: [], message: 'm' }));
    await step('end of the dispute', () => disputed({ kind: 'end', outcome: 'settled', decidedAt: '2026-12-31', note: 'n', reference: 'r' }));
    await step('close', () => story.done('hanna', 'close-case', { note: 'n' }));
    await step('event description', async () => {
      await at.rest();
      const drafted = await story.command('maj', 'draft-event-description');
      expect(drafted, JSON.stringify(drafted.body)).toMatchObject({ status: 201 });
      const path = { descriptionId: drafted.body.descriptionId };
      const change = async (what: object, as: Installation['as'] = at.as.bind(at)) => as('maj', 'change-event-description', { path, body: { version: (await at.as('maj', 'read-event-description', { path })).body.version, change: what } });
      const changed = async (what: object) => {
        const answer = await change(what);
        expect(answer.status, JSON.stringify([what, answer.body])).toBe(200);
      };
      const edit = { kind: 'edit', title: 't', texts: { event: 'e', action: 'a', followUp: 'f' }, category: 'medication', targetGroup: null, unitId: 'norrvik-34', notIdentifying: [] };
      // As it is, past the planting: it may be kept, and nobody can approve it.
      expect((await change({ ...edit, texts: { ...edit.texts, event: identifyingText } }, Object.getPrototypeOf(PlantingInstallation.prototype).as.bind(at))).status).toBe(200);
      const refused = await change({ kind: 'approve' });
      expect(['identifying-in-text', 'personal-number-in-text']).toContain(refused.body.code);
      await changed(edit);
      await changed({ kind: 'approve' });
      await at.rest();
      const mailed = async (subject: RegExp, wanted: RegExp) => (await at.mailsTo(wardMailbox, subject)).map(({ text }) => wanted.exec(text)?.[1]).find(Boolean) ?? '';
      const secret = await mailed(/att godkänna/, /approval#([A-Za-z0-9_-]{43})/);
      expect((await at.as(null, 'request-code', { body: { secret } })).status).toBe(200);
      await at.rest();
      const session = await at.as(null, 'verify-code', { body: { secret, code: await mailed(/^Kod för händelse/, /\b(\d{6})\b/) } });
      expect(session.status, JSON.stringify(session.body)).toBe(200);
      const cookie = session.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
      const answered = async (what: object) => {
        const { revision } = (await at.withCookie(cookie, 'read-approval')).body;
        const answer = await at.withCookie(cookie, 'answer-approval', { body: { revision, text: 't', ...what } });
        expect(answer.status, JSON.stringify([what, answer.body])).toBe(200);
      };
      await answered({ answer: 'change' });
      await answered({ answer: 'approve', text: '' });
      await changed({ kind: 'withdraw', reason: 'r' });
    });
    await step('reopen', () => story.done('maj', 'reopen-case', { reason: 'r' }));

    incoming = new IncomingStory(at);
    await step('register', () => incoming.registered());
    await step('lead', () => incoming.led());
    await step('investigation', () => incoming.done('enok', 'save-investigation', { courseOfEvents: 'c', causes: [{ area: 'communicationInformation', text: 't' }], rootCause: 'r' }));
    await step('action', () => incoming.plan('enok'));
    await step('changed action', async () => {
      const [{ id }] = (await incoming.read()).actions;
      await incoming.done('enok', 'change-action', { actionId: id, text: 't', responsibleUserId: 'siri', due: '2027-03-01' });
      await incoming.done('enok', 'complete-action', { actionId: id, effect: 'e', doneAt: '2027-01-02' });
    });
    await step('done', () => incoming.done('enok', 'report-investigation-done', { message: 'm' }));
    await step('more', () => incoming.done('maj', 'return-investigation', { reason: 'r' }));
    await step('incoming note', () => incoming.done('maj', 'add-note', { text: 'n' }));
    await step('deep analysis', async () => {
      const taken = async (user: string, operation: OperationId, options: CallOptions) => {
        const answer = await at.as(user, operation, options);
        expect(answer.status, `${operation}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
        return answer.body;
      };
      let of = await taken('siri', 'propose-deep-analysis', { body: { caseId: story.caseId, reason: 'r' } });
      for (const change of [{ kind: 'speak', role: 'mas', approved: true, reason: 'r' }, { kind: 'speak', role: 'mar', approved: true, reason: 'r' }, { kind: 'finish', text: 't' }]) {
        of = await taken(change.role === 'mar' ? 'marta' : 'maj', 'change-deep-analysis', { path: { analysisId: of.id }, body: { version: of.version, change } });
      }
      // A meeting of the analysis group, today, with all that is written at one.
      const where = { date: (await at.now()).slice(0, 10), from: '09:00', to: null, place: 'p', videoLink: null };
      const { id: meetingId } = await taken('maj', 'plan-meeting', { body: { groupId: 'analysgruppen', ...where, counterpartIds: [] } });
      const version = async () => (await taken('maj', 'read-meeting', { path: { meetingId } })).version;
      for (const change of [
        { kind: 'reschedule', ...where }, { kind: 'addItem', caseNumber: incoming.number, title: '', reason: 'r' }, { kind: 'addItem', caseNumber: null, title: 't', reason: 'r' }, { kind: 'saveNotes', text: 't' },
      ]) await taken('maj', 'change-meeting', { path: { meetingId }, body: { version: await version(), change } });
      const { agenda } = await taken('maj', 'read-meeting', { path: { meetingId } });
      const item = agenda.find((one: { case: { number: string } | null }) => one.case?.number === incoming.number);
      await taken('maj', 'record-meeting-outcome', { path: { meetingId }, body: { version: await version(), itemId: item.id, outcome: 'notWantedResult', note: 'n', action: { text: 't', responsibleUserId: 'enok', due: '2027-06-01' } } });
    });
    await step('extract', async () => {
      // The reference as it is: the case is found by it, and it is in the body alone.
      const body = { reference: planted.number, reason: 'r' };
      const answer = await Object.getPrototypeOf(PlantingInstallation.prototype).as.call(at, 'maj', 'extract-patient-access', { body });
      expect(answer.status).toBe(200);
      expect(answer.body.accesses.length).toBeGreaterThan(3);
      // What somebody gave as a reason is said; the reference is not.
      const withoutReasons = answer.body.accesses.map(({ reason: _said, ...access }: { reason: string }) => access);
      expect(foundIn(JSON.stringify(withoutReasons), plantedWords)).toEqual([]);
      expect((await at.as('maj', 'extract-patient-access', { body: { reference: 'x', reason: 'r' } })).status).toBe(200);
    });
    // Every operation with a free text, in a body that is refused for its shape: names of keys and values both.
    for (const operation of withFreeText) {
      const { path }: Operation = operations[operation];
      const names = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name ?? '', randomUUID()]));
      const body = withFreeTexts(operation, {}, () => identifyingText) as Record<string, unknown>;
      const answer = await Object.getPrototypeOf(PlantingInstallation.prototype).as.call(at, 'maj', operation, { path: names, body: { ...body, [identifyingText]: identifyingText, version: identifyingText } });
      at.refusals.push(JSON.stringify([answer.body, [...answer.headers]]));
      if (answer.status < 400) missteps.push(`${operation} took a malformed body`);
    }
    await at.rest();
  }, 240_000);
  afterAll(() => at.stop());

  it('was all taken, so that the search means something', async () => {
    expect(missteps).toEqual([]);
    const view = JSON.stringify([await story.read(), await incoming.read()]);
    for (const where of ['submit-deviation /report/whatHappened', 'submit-reply /parts/investigation', 'save-investigation /rootCause', 'add-note /text']) expect(view).toContain(where);
    expect(at.taken.size).toBeGreaterThan(35);
    // A free text that is added to an operation that is carried out here is planted by itself.
    const carriedOut = new Set([...at.taken].map((where) => where.split(' ')[0]));
    const missed = withFreeText.filter((operation) => carriedOut.has(operation)).flatMap((operation) => freeTextFields(operation).map((pointer) => `${operation} ${pointer}`)).filter((where) => !at.taken.has(where));
    expect(missed.filter((where) => !/ \/(?:patientReference\/reference|report\/breach\/text|breach\/text|report\/notOurs|report\/onCallWrong|dispatch\/note)$/.test(where))).toEqual([]);
  });
  it('is found by the check where a text leaves, of each kind, and stopped until somebody has mended it', () => {
    expect(blocks).toEqual(expect.arrayContaining(['personal-number-in-text', '"name"', '"personalNumber"', '"phone"', '"diagnosis"']));
    for (const where of ['return-reply /reason', 'decide-ask /reason']) expect([...at.stopped], where).toContain(where);
  });
  it('is in no mail, not in its subject, text, HTML or address', async () => {
    const mails = await at.mails();
    expect(mails.length).toBeGreaterThan(10);
    expect(foundIn(JSON.stringify(mails), [...plantedWords, ...people])).toEqual([]);
    for (const mail of mails) expect(mail.subject).not.toContain('Region Sjöland');
  });
  it('is in no log, of functions, of the gateway or of the runtime', () => {
    const logs = logsOf(at.folder);
    expect(logs.length).toBeGreaterThan(1000);
    expect(foundIn(logs, [...plantedWords, ...people, wardMailbox, 'siri@ekdala.example'])).toEqual([]);
    expect(logs).not.toMatch(/Bearer |__Host-brygga-reply=|[#"][A-Za-z0-9_-]{43}"/);
  });
  it('is in no execution: name, input, output or history', async () => {
    const executions = await executionsOf(at.awsEndpoint);
    expect(executions.length).toBeGreaterThanOrEqual(3);
    for (const execution of executions) expect(foundIn(execution, [...plantedWords, ...people, wardMailbox, 'siri', 'norrvik'])).toEqual([]);
  });
  it('is in no error, and in no header of one', () => {
    expect(at.refusals.length).toBeGreaterThan(withFreeText.length);
    expect(foundIn(at.refusals.join('\n'), [...plantedWords, 'Astrid', '070-000'])).toEqual([]);
  });
});
