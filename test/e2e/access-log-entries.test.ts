import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCaseCommand, isOnLadder, loggedOperations } from '../functions/logged-operations.ts';
import { collaborationEntries } from './access-log-collaboration.ts';
import { accessLogRows, type AccessLogRow } from './access-log-rows.ts';
import { IncomingStory, incomingReport } from './incoming-story.ts';
import { Installation, type Answer } from './installation.ts';
import { fullAnswer, missingMedicationList, Story } from './story.ts';

/** On no call. */
const inTheDay = { happenedAt: '2026-11-19T09:00:00Z', discoveredAt: '2026-11-19T10:00:00Z' };
const relative = 'anhorig@post.example';
const cookieOf = ({ headers }: { readonly headers: Headers }) => headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');

/*
 * L5 over the API: every operation that shows or changes a case, by staff, by whoever is behind a link or by the system,
 * leaves an entry. Which these are follows from the table of operations; commands on a case are carried out, and their
 * entries looked at, in `every-command.test.ts`.
 */
describe('the access log', () => {
  let at: Installation;
  let story: Story;
  /** What was refused on the way, all of it at once. */
  const missteps: string[] = [];
  let entries: readonly AccessLogRow[] = [];
  const ok = async (answer: Promise<Answer>): Promise<Answer> => {
    const given = await answer;
    if (given.status >= 300) missteps.push(JSON.stringify(given.body));
    return given;
  };
  beforeAll(async () => {
    const aroundCases = collaborationEntries(ok);
    at = await Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'haninge' });
    story = new Story(at);
    story.handler = 'enok';
    const submitted = await at.as('siri', 'submit-deviation', { body: { report: { ...missingMedicationList, ...inTheDay }, patientReference: { reference: '19121212-1212', protectedIdentity: false } } });
    story.caseId = submitted.body.caseId;
    story.number = submitted.body.number;
    const path = { caseId: story.caseId };
    const put = async (announced: { body: any }, content: string) => {
      await fetch(announced.body.upload.url, { method: announced.body.upload.method, headers: announced.body.upload.headers, body: Buffer.from(content) });
      await at.rest();
    };
    await ok(at.as('enok', 'read-patient-reference', { path, body: { reason: 'r' } }));
    const attachmentId = randomUUID();
    await put(await ok(at.as('siri', 'add-attachment', { path: { ...path, attachmentId }, body: { part: 'report', fileName: 'lista.txt', bytes: 4 } })), 'text');
    await ok(at.as('enok', 'list-attachments', { path }));
    await ok(at.as('enok', 'download-attachment', { path: { ...path, attachmentId } }));
    await ok(at.as('enok', 'list-cases', { query: { view: 'inbox' } }));
    await ok(at.as('marta', 'open-with-reason', { body: { number: story.number, reason: 'Patienten är hos oss' } }));
    await story.done('enok', 'add-action', { kind: 'systematic', text: 'a', responsibleUserId: 'siri', due: '2027-01-20', doneAt: null });
    await ok(at.as('siri', 'list-actions', { query: { view: 'mine' } }));
    await story.done('enok', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await story.done('enok', 'edit-outgoing-text', { text: 'Listan saknades.' });
    await story.done('enok', 'confirm-outgoing-text', { form: 'identified' });
    await story.done('enok', 'send-case');
    await at.rest();
    // The console.
    const executionId = `${story.caseId}-1`;
    await ok(at.as('sixten', 'list-executions'));
    await ok(at.as('sixten', 'read-execution-history', { path: { executionId } }));
    const version = async () => (await ok(at.as('sixten', 'read-execution', { path: { executionId } }))).body.caseVersion;
    await ok(at.as('sixten', 'stop-execution', { path: { executionId }, body: { version: await version(), reason: 'r' } }));
    await at.rest();
    await ok(at.as('sixten', 'redrive-execution', { path: { executionId }, body: { version: await version(), reason: 'r' } }));
    await at.rest();
    // Behind the link.
    await ok(at.as(null, 'request-new-link', { body: { secret: await story.secret() } }));
    await at.rest();
    const cookie = await story.opened();
    await ok(at.withCookie(cookie, 'read-request'));
    await ok(at.withCookie(cookie, 'ask-more-time', { body: { days: 7, reason: 'r' } }));
    await ok(at.withCookie(cookie, 'ask-hand-over', { body: { toUnitId: 'norrvik-12', reason: 'r' } }));
    const replyFile = randomUUID();
    await put(await ok(at.withCookie(cookie, 'add-reply-attachment', { path: { attachmentId: replyFile }, body: { fileName: 'svar.txt', bytes: 4 } })), 'text');
    await ok(at.withCookie(cookie, 'list-reply-attachments'));
    await ok(at.withCookie(cookie, 'download-reply-attachment', { path: { attachmentId: replyFile } }));
    await ok(at.withCookie(cookie, 'submit-reply', { body: fullAnswer }));
    const wrong = new Story(at);
    wrong.handler = 'enok';
    await wrong.submitted(inTheDay);
    await wrong.done('enok', 'set-external-unit', { externalUnitId: 'norrvik-12' });
    await wrong.done('enok', 'edit-outgoing-text', { text: 'Listan saknades.' });
    await wrong.done('enok', 'confirm-outgoing-text', { form: 'identified' });
    await wrong.done('enok', 'send-case');
    await at.rest();
    await ok(at.withCookie(await wrong.opened('norrvik-12@norrvik.example'), 'report-wrong-recipient', { body: { reason: 'r' } }));
    // From outside.
    const { partyOrganisationId: _party, partyUnitId: _unit, ...report } = incomingReport;
    const newestCode = async () => {
      await at.rest();
      return /\b(\d{6})\b/.exec((await at.mailsTo(relative, /Kod/))[0]?.text ?? '')?.[1] ?? '';
    };
    const { body: { intake } } = await ok(at.as(null, 'request-intake-code', { body: { kind: 'public', mailbox: relative, language: 'sv' } }));
    const session = await ok(at.as(null, 'verify-intake-code', { body: { intake, code: await newestCode() } }));
    const filed = await ok(at.withCookie(cookieOf(session), 'submit-intake', { body: { report: { ...report, ...inTheDay, legalBasis: 'unknown' } } }));
    await at.rest();
    const incoming = new IncomingStory(at);
    incoming.reader = 'enok';
    incoming.number = filed.body.number;
    incoming.caseId = (await at.as('enok', 'list-cases', { query: { view: 'inbox', number: incoming.number } })).body.cases[0].id;
    await incoming.done('enok', 'accept-deviation', { principal: 'unitManager', legalBasis: 'hsl', category: 'informationTransfer', harm: 'noHarm', seriousRisk: false, concernedUnitIds: ['hemsjukvard-norr'] });
    await incoming.done('enok', 'request-information', { question: 'När?' });
    await at.rest();
    const secret = (await at.mailsTo(relative)).map(({ text }) => /\/status#([A-Za-z0-9_-]{43})/.exec(text)?.[1]).find((found) => found !== undefined) ?? '';
    await ok(at.as(null, 'request-code', { body: { secret } }));
    const status = cookieOf(await ok(at.as(null, 'verify-code', { body: { secret, code: await newestCode() } })));
    await ok(at.withCookie(status, 'read-status'));
    await ok(at.withCookie(status, 'provide-filer-information', { body: { answer: 'a' } }));
    await new IncomingStory(at).registered(inTheDay, { user: 'enok', principal: 'unitManager' });
    // What leaves for an archive, or as a public record.
    const { body: { id: archiveId } } = await ok(at.as('maj', 'start-archive', { body: { selection: { endedOnly: false, caseIds: [story.caseId] }, withPatientReferences: false, reason: '' } }));
    await at.rest();
    await ok(at.as('maj', 'download-archive', { path: { archiveId, part: '1' } }));
    const { body: { id: releaseId } } = await ok(at.as('maj', 'start-release', { body: { numbers: [story.number], receiver: 'party', reference: '' } }));
    await ok(at.as('maj', 'read-release', { path: { releaseId } }));
    await ok(at.as('maj', 'change-release', { path: { releaseId }, body: { kind: 'decide', version: 1, outcome: 'refused', ground: 'OSL 25:1', note: '' } }));
    await ok(at.as('maj', 'read-release-document', { path: { releaseId } }));
    // What holds a case, and when it goes. Reports of what goes are read, exempted from and signed in `retention.test.ts`.
    const { body: { id: holdId } } = await ok(at.as('maj', 'place-legal-hold', { body: { scope: 'case', number: story.number, reason: 'r', until: null } }));
    await ok(at.as('maj', 'list-legal-holds'));
    await ok(at.as('enok', 'read-case-keeping', { path }));
    await ok(at.as('maj', 'release-legal-hold', { path: { holdId }, body: { reason: 'r' } }));
    // The log itself.
    await ok(at.as('maj', 'list-access', { query: { number: story.number } }));
    await ok(at.as('maj', 'extract-patient-access', { body: { reference: '19121212-1212', reason: 'r' } }));
    await at.advance('P45D');
    const { checks } = (await ok(at.as('maj', 'list-spot-checks', { query: { state: 'open' } }))).body;
    const spotCheckId = checks.find(({ unit }: { unit: string }) => unit === 'Hemsjukvården Norr').id;
    const read = async () => (await ok(at.as('maj', 'read-spot-check', { path: { spotCheckId } }))).body;
    for (const { id } of (await read()).accesses) await ok(at.as('maj', 'judge-access', { path: { spotCheckId }, body: { version: (await read()).version, accessId: id, outcome: 'justified', note: '' } }));
    await ok(at.as('maj', 'sign-off-spot-check', { path: { spotCheckId }, body: { version: (await read()).version, note: '' } }));
    entries = [...await accessLogRows(at), ...await aroundCases];
  }, 240_000);
  afterAll(() => at.stop());

  /** There is none before something is past its time: `retention.test.ts` looks at these. */
  const ofReports: ReadonlySet<string> = new Set(['read-retention-run', 'exempt-from-retention', 'sign-off-retention']);
  const aboutTheLog: ReadonlySet<string> = new Set(['start-archive', 'read-spot-check', 'judge-access', 'sign-off-spot-check']);
  /** Aggregates and meetings as such: who opened or changed them is in the log, of no case. */
  const ofNoCase: ReadonlySet<string> = new Set([
    'plan-meeting', 'change-meeting', 'list-reports', 'read-report', 'edit-report', 'submit-report', 'change-report', 'record-report-feedback',
    'request-report-code', 'verify-report-code', 'read-submitted-report', 'give-report-feedback',
  ]);

  it('took all that was asked of it', () => expect(missteps).toEqual([]));
  it.each(loggedOperations.filter(({ id }) => !isCaseCommand(id) && !isOnLadder(id) && !ofReports.has(id)))('has $id ($auth) as a $kind', ({ id, kind, auth }) => {
    const own = entries.filter(({ operation }) => operation === id);
    expect(own.length, id).toBeGreaterThan(0);
    for (const entry of own) expect(entry).toMatchObject({ kind, at: expect.any(String) });
    const whose = own.map(({ userId }) => userId);
    if (auth === 'staff') {
      expect(whose).not.toContain('external');
      for (const entry of own) expect(entry['unitId']).toEqual(expect.any(String));
    } else expect(new Set(whose)).toEqual(new Set(['external']));
    if (!aboutTheLog.has(id) && !ofNoCase.has(id)) expect(own.some((entry) => entry['caseKey'] !== undefined || entry['patientKey'] !== undefined), `${id} names a case`).toBe(true);
  });
  it.each(['mailSent', 'handlingOverdue', 'escalated', 'reminded'])('has what the system did to a case by itself: %s', (operation) => {
    expect(entries).toContainEqual(expect.objectContaining({ operation, userId: 'system', kind: 'write', caseKey: expect.any(String) }));
  });
});
