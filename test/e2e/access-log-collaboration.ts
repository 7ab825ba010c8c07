import { accessLogRows, type AccessLogRow } from './access-log-rows.ts';
import { Installation, type Answer } from './installation.ts';
import { Story, wardMailbox } from './story.ts';

/** What is done around cases, each under the routine that has it; the answer is what the access logs then hold. */
type Ok = (answer: Promise<Answer>) => Promise<Answer>;
const where = { from: '13:00', to: '14:30', place: 'Kommunhuset, sal 2', videoLink: null, counterpartIds: [] };
const cookieOf = ({ headers }: Answer) => headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
const found = (texts: readonly { text: string }[], pattern: RegExp): string => texts.map(({ text }) => pattern.exec(text)?.[1]).find((each) => each !== undefined) ?? '';

const under = async (routine: string, now: string, drive: (at: Installation) => Promise<void>): Promise<readonly AccessLogRow[]> => {
  const at = await Installation.start({ now, routine });
  try {
    await drive(at);
    await at.rest();
    return await accessLogRows(at);
  } finally {
    await at.stop();
  }
};

const analysed = (ok: Ok) => async (at: Installation): Promise<void> => {
  const earlier = await new Story(at).sent();
  await at.advance('PT1H');
  const { caseId } = await new Story(at).submitted();
  await at.rest();
  await ok(at.as('maj', 'list-similar-cases', { path: { caseId } }));
  const story = new Story(at);
  story.caseId = caseId;
  await ok(story.command('maj', 'classify-case', { targetGroup: 'olderPeople', causeAreas: [] }));
  const { body: { id: analysisId } } = await ok(at.as('siri', 'propose-deep-analysis', { body: { caseId, reason: 'Vi behöver förstå varför.' } }));
  const [analysis] = (await ok(at.as('maj', 'list-deep-analyses', { query: { caseId } }))).body.analyses;
  await ok(at.as('maj', 'change-deep-analysis', { path: { analysisId }, body: { version: analysis.version, change: { kind: 'speak', role: 'mas', approved: true, reason: 'Flera enheter berörs.' } } }));
  // A case that is on the agenda of a meeting.
  const { body: { id: meetingId } } = await ok(at.as('maj', 'plan-meeting', { body: { ...where, groupId: 'analysgruppen', date: '2026-11-23' } }));
  const path = { meetingId };
  const meeting = async () => (await ok(at.as('maj', 'read-meeting', { path }))).body;
  await ok(at.as('maj', 'change-meeting', { path, body: { version: (await meeting()).version, change: { kind: 'addItem', title: '', caseNumber: earlier.number, reason: 'Samma sak har hänt igen.' } } }));
  const { version, agenda } = await meeting();
  const { id: itemId } = agenda.find((item: { case?: { number: string } }) => item.case?.number === earlier.number);
  await ok(at.as('maj', 'record-meeting-outcome', { path, body: { version, itemId, outcome: 'handled', note: 'Tas upp igen.' } }));
};

const described = (ok: Ok) => async (at: Installation): Promise<void> => {
  const story = new Story(at);
  story.handler = 'kajsa';
  await story.submitted({ counterpartId: 'norrviks-sjukhus' });
  await story.done('kajsa', 'set-external-unit', { externalUnitId: 'norrvik-34' });
  await story.done('kajsa', 'set-breach', { breach: { kind: 'agreement', agreementId: 'utskrivning', agreementVersion: 1, clauseId: '3.2', text: '' } });
  await story.done('kajsa', 'edit-outgoing-text', { text: 'Patienten skrevs ut utan läkemedelslista.' });
  await story.done('kajsa', 'confirm-outgoing-text', { form: 'deidentified' });
  await story.done('kajsa', 'send-case');
  await ok(story.command('kajsa', 'open-dispute', { subject: 'cost', about: 'Vem bekostar hjälpmedlet?', amount: 12500, owner: { kind: 'user', userId: 'enok' } }));
  await at.rest();
  const ofCase = { caseId: story.caseId };
  const { version } = (await ok(at.as('enok', 'read-dispute', { path: ofCase }))).body;
  await ok(at.as('enok', 'change-dispute', { path: ofCase, body: { version, change: { kind: 'end', outcome: 'settled', decidedAt: '2026-11-23', note: 'Delad kostnad.', reference: '' } } }));
  await ok(at.as('enok', 'list-disputes', { query: { state: 'ended' } }));
  await story.done('kajsa', 'close-case', { note: 'Löst per telefon.' });
  await at.rest();
  const path = { descriptionId: (await ok(story.command('kajsa', 'draft-event-description'))).body.descriptionId };
  const change = async (what: object) => {
    const { body } = await ok(at.as('kajsa', 'read-event-description', { path }));
    return ok(at.as('kajsa', 'change-event-description', { path, body: { version: body.version, change: what } }));
  };
  const texts = { event: 'En patient skrevs ut utan läkemedelslista.', action: 'Listan skickades samma dag.', followUp: 'Checklistan är nu obligatorisk.' };
  await change({ kind: 'edit', title: 'Utskriven utan läkemedelslista', category: 'medication', targetGroup: 'olderPeople', unitId: 'norrvik-34', notIdentifying: [], texts });
  await change({ kind: 'approve' });
  await at.rest();
  const secret = found(await at.mailsTo(wardMailbox, /ändelsebeskrivning .* att godkänna/), /approval#([A-Za-z0-9_-]{43})/);
  await ok(at.as(null, 'request-code', { body: { secret } }));
  await at.rest();
  const cookie = cookieOf(await ok(at.as(null, 'verify-code', { body: { secret, code: found(await at.mailsTo(wardMailbox, /Kod för händelsebeskrivning/), /\b(\d{6})\b/) } })));
  const { revision } = (await ok(at.withCookie(cookie, 'read-approval'))).body;
  await ok(at.withCookie(cookie, 'answer-approval', { body: { revision, answer: 'approve', text: '' } }));
  await ok(at.as('kajsa', 'list-event-descriptions', { query: { list: 'published' } }));
};

const leader = 'processledning@samverkansradet.example';
const reported = (ok: Ok) => async (at: Installation): Promise<void> => {
  await at.advance('P12D');
  await ok(at.as('maj', 'list-reports'));
  const path = { reportId: 'brister-i-samverkan_2026-Q4' };
  const command = async (operation: 'edit-report' | 'submit-report' | 'change-report' | 'record-report-feedback', body: object = {}) => {
    const { version } = (await ok(at.as('maj', 'read-report', { path }))).body;
    await ok(at.as('maj', operation, { path, body: { version, ...body } }));
    await at.rest();
  };
  await command('edit-report', { summary: 'Inget återkommande.', lines: [] });
  await command('submit-report');
  await command('record-report-feedback', { text: 'Läst.', actions: [] });
  await command('change-report', { change: 'reopen', reason: 'En kommentar saknades.' });
  await command('submit-report');
  const secret = found(await at.mailsTo(leader), /#([A-Za-z0-9_-]{43})/);
  await ok(at.as(null, 'request-report-code', { body: { secret } }));
  await at.rest();
  const cookie = cookieOf(await ok(at.as(null, 'verify-report-code', { body: { secret, code: found(await at.mailsTo(leader), /\b(\d{6})\b/) } })));
  await ok(at.withCookie(cookie, 'read-submitted-report'));
  await ok(at.withCookie(cookie, 'give-report-feedback', { body: { text: 'Tack.', actions: [] } }));
};

export const collaborationEntries = async (ok: Ok): Promise<readonly AccessLogRow[]> => (await Promise.all([
  under('vaxjo', '2026-11-23T08:00:00Z', analysed(ok)), under('sodra-alvsborg', '2026-11-23T08:00:00Z', described(ok)), under('goteborg', '2026-12-30T08:00:00Z', reported(ok)),
])).flat();
