import { HtmlValidate } from 'html-validate';
import { LocationProvider } from 'preact-iso/router';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { renderToStringAsync } from 'preact-render-to-string';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CaseView } from '../../functions/contracts/case.ts';
import type { RegistersView } from '../../functions/contracts/register.ts';
import type { RequestView } from '../../functions/contracts/reply.ts';
import { caseActions } from '../../functions/contracts/case.ts';
import { Button } from '../../web/src/components/button/button.tsx';
import { Clock } from '../../web/src/components/clock/clock.tsx';
import { Shell } from '../../web/src/components/shell/shell.tsx';
import { language } from '../../web/src/language/language.ts';
import { CaseStory, Replies } from '../../web/src/pages/case/case-story.tsx';
import { FurtherActions, WaitingActions } from '../../web/src/pages/case/actions/actions.tsx';
import Letter from '../../web/src/pages/case/care/letter.tsx';
import { Timeline } from '../../web/src/pages/case/timeline.tsx';
import effectLayout from '../../web/src/generated/effect-review.json' with { type: 'json' };
import outgoingLayout from '../../web/src/generated/outgoing-deviation.json' with { type: 'json' };
import { StateGraph } from '../../web/src/pages/console/state-graph.tsx';
import { CodeForm } from '../../web/src/pages/reply/code-form.tsx';
import { OpenLink, LinkGone, NoLink } from '../../web/src/pages/reply/opening.tsx';
import { Receipt as ReplyReceipt, RequestPage } from '../../web/src/pages/reply/request.tsx';
import { Form as PaperForm } from '../../web/src/pages/paper-form/paper-form.tsx';
import Receipt from '../../web/src/pages/report/receipt.tsx';
import { ReportEditor } from '../../web/src/pages/report/report-editor.tsx';
import { freshValues } from '../../web/src/pages/report/values.ts';
import { configuration } from '../../web/src/session/session.ts';
import { StartPage } from '../../web/src/pages/start/start.tsx';
import { useForm } from '../../web/src/components/form/use-form.ts';
import { FormFrame } from '../../web/src/components/form/form.tsx';
import { markOfNumber } from '../../functions/domain/identifying.ts';
import { leaving, TextArea } from '../../web/src/components/field/text-area.tsx';
import { TextField } from '../../web/src/components/field/text-field.tsx';
import { Radios } from '../../web/src/components/field/choices.tsx';
import AccessibilityPage from '../../web/src/pages/statements/accessibility.tsx';
import PrivacyPage from '../../web/src/pages/statements/privacy.tsx';

const clock = { now: '2026-11-22T08:00:00Z', handleBy: '2026-11-27T08:00:00Z', sentAt: '2026-11-01T08:00:00Z', acknowledgeBy: '2026-11-06T08:00:00Z', acknowledgedAt: null, replyBy: '2026-12-01T08:00:00Z', answeredAt: null, linkExpiresAt: '2026-12-31T08:00:00Z', overdue: true };
const ward = { id: 'norrvik-34', name: 'Norrviks sjukhus avd 34', organisationId: 'sjoland', organisationName: 'Region Sjöland' };
const siri = { id: 'siri', name: 'Siri Sjuksköterska', title: 'Sjuksköterska' };
const parts = { deviationReceived: 'Så', investigation: '<script>alert(1)</script>', acuteActions: 'Ja', systematicActions: 'Ny rutin' };
const registers: RegistersView = {
  organisations: [{ id: 'ekdala', name: 'Ekdala kommun', type: 'municipality', own: true }, { id: 'sjoland', name: 'Region Sjöland', type: 'region', own: false }],
  units: [{ id: 'hemsjukvard', organisationId: 'ekdala', name: 'Hemsjukvården', hasMailbox: false }, { id: 'norrvik-34', organisationId: 'sjoland', name: ward.name, hasMailbox: true }],
  agreements: [{ id: 'utskrivning', version: 1, kind: 'agreement', title: { sv: 'Överenskommelse om utskrivning', en: 'Agreement on discharge' }, organisationIds: null, validFrom: '2020-01-01', validTo: null, clauses: [{ id: '3.2', text: { sv: 'Listan följer med', en: 'The list comes along' } }] }],
  staff: [{ ...siri, unitId: 'hemsjukvard' }],
  routine: { id: 'vaxjo', version: 1, documentId: 'Rutin', validFrom: '2026-01-01', title: { sv: 'Rutin', en: 'Routine' }, categories: ['medication', 'other'], harms: ['risk', 'noHarm'], legalBases: ['hsl', 'unknown'], requiredParts: ['deviationReceived', 'investigation', 'acuteActions', 'systematicActions'], replyDays: 30, acknowledgeWorkingDays: 5, moreTimeAtMostDays: 30, mayReport: ['reporter'], responsible: ['mas'], consent: 'none', breach: 'optional', targetGroup: 'asked', onCall: null, withoutNeed: 'refused', deepAnalyses: false, downtime: { paperFormVersion: 1, enteredBy: ['unitManager'] }, eligibility: null, incoming: { categories: ['medication', 'other'], mayRegister: ['mas'], requiredParts: ['rootCause'], rejectionReasons: [] } },
};
const view: CaseView = {
  direction: 'outgoing', id: 'case-1', number: 'K7H-4F2K', version: 3, status: 'answered', routine: { id: 'vaxjo', version: 1, documentId: 'Rutin' }, createdAt: clock.sentAt,
  report: { happenedAt: clock.sentAt, discoveredAt: clock.sentAt, unitId: 'hemsjukvard', counterpartId: 'sjoland', externalUnitId: null, legalBasis: 'hsl', category: 'medication', whatHappened: 'Listan <b>saknades</b> & 19121212-1212', immediateAction: 'Ringde', harm: 'noHarm', onCall: { nurseOnDuty: 'yes', doctorConsulted: 'no', handoverConfirmed: 'unknown' } },
  reporter: siri, reportingUnit: { id: 'hemsjukvard', name: 'Hemsjukvården', organisationId: 'ekdala', organisationName: 'Ekdala kommun' }, counterpart: { id: 'sjoland', name: 'Region Sjöland' }, externalUnit: ward, responsible: 'mas',
  owningUnit: { id: 'mas', name: 'MAS-funktionen', organisationId: 'ekdala', organisationName: 'Ekdala kommun' }, leadInvestigator: null, coInvestigators: [siri], hasPatientReference: true,
  informationRequest: { question: 'Vilken dag?', at: clock.sentAt, answer: null }, outgoingText: { text: 'Text 19121212-1212', confirmed: false, editedAt: clock.sentAt, form: null, left: 1, findings: [{ start: 5, end: 18, kind: 'personalNumber', mark: 'personalNumber-1' }], resolved: [] },
  protectedIdentity: false, hidden: false, consentGate: true, consentRecipients: [{ id: 'sjoland', name: 'Region Sjöland' }],
  consents: [{ id: 'consent-1', status: 'given', scope: ['identity'], recipient: { id: 'sjoland', name: 'Region Sjöland' }, byTitle: 'Sjuksköterska', at: clock.sentAt, recordedAt: clock.sentAt, withdrawnAt: null, inForce: true }],
  sendingBlockedBy: ['external-unit-missing', 'mailbox-missing', 'text-not-confirmed', 'personal-number-in-text'], request: { epoch: 1, snapshot: 'Text', unit: ward, sentAt: clock.sentAt, bounced: true, how: 'post', letter: { language: 'sv', to: { organisation: 'Region Sjöland', unit: ward.name, address: 'Box 1\n000 00 Norrvik' }, from: { organisation: 'Ekdala kommun', unit: 'MAS-funktionen', address: '', phone: '' } } },
  onCall: { nurseOnDuty: 'yes', doctorConsulted: 'no', handoverConfirmed: 'unknown', automatic: true, applies: true, suppliers: ['Trygga Jouren AB'], disputed: { reason: 'Fel dag', by: siri, at: clock.now }, missing: ['handoverConfirmed'] },
  notOurs: { description: 'Regionens ansvar', organisation: { id: 'sjoland', name: 'Region Sjöland' } }, dispatches: [{ how: 'post', at: clock.sentAt, by: siri, unit: ward, note: '' }],
  paper: { formVersion: 3, filledAt: clock.sentAt, enteredAt: clock.now, enteredBy: siri }, notedInRecordAt: clock.now,
  replies: [{ number: 1, parts, respondentTitle: 'Avdelningschef', receivedAt: clock.now, returnedAt: clock.now, returnReason: 'Grundorsak saknas', lacking: ['rootCause'] }, { number: 2, parts, respondentTitle: 'Avdelningschef', receivedAt: clock.now, registered: { by: siri, at: clock.now, how: 'post' } }],
  recurring: false,
  classification: { targetGroup: null, causeAreas: [] },
  breach: { kind: 'agreement', clause: { agreementId: 'utskrivning', agreementVersion: 1, clauseId: '3.2', title: { sv: 'Överenskommelse', en: 'Agreement' }, text: { sv: 'Listan', en: 'The list' } }, text: '' },
  requiredParts: ['investigation'], asks: [
    { id: 'a1', kind: 'moreTime', askedAt: clock.now, reason: 'Semester', toUnit: null, days: 10, decision: { approved: true, by: siri, at: clock.now, reason: 'Ja' } },
    { id: 'a2', kind: 'handOver', askedAt: clock.now, reason: 'Inte vi', toUnit: ward, days: null, decision: null },
  ],
  shared: { at: clock.now, with: [siri] }, closed: { at: clock.now, note: 'Ny rutin' }, withdrawnReason: null, actions: [], effectReviews: [], ladder: null, seriousHarm: null, patientInformation: null, patientInformationRequired: false, endingBlockedBy: [], harmAssessment: null, staffSupport: null, feedback: [], disputes: [], eventDescriptionIds: [], closingBlockedBy: [], clock, steps: {}, stopped: false,
  timeline: [
    { id: 'm', at: clock.sentAt, type: 'mailSent', actor: { kind: 'clock', name: '' }, principal: null, detail: { mail: 'receipt', outcome: 'sent' } },
    { id: 'e', at: clock.sentAt, type: 'assigned', actor: { kind: 'person', name: 'Maj Mas' }, principal: 'mas', detail: { leadInvestigatorId: 'siri', coInvestigators: '' } },
    { id: 'd', at: clock.now, type: 'decided', actor: { kind: 'person', name: 'Maj Mas' }, principal: null, detail: { kind: 'moreTime', approved: true, days: 10, reason: 'Ja', replyBy: clock.replyBy } },
  ],
  allowed: [...caseActions],
};
const request: RequestView = {
  number: view.number, sender: { organisation: 'Ekdala kommun', callBackPhone: '010-000 10 34' }, unit: ward.name, text: 'Listan saknades', clock, requiredParts: ['investigation'], state: 'returned', returnReason: 'Grundorsak saknas', lacking: ['investigation'],
  draft: { parts, respondentTitle: 'Avdelningschef' }, answer: null, asks: [{ id: 'a', kind: 'moreTime', askedAt: clock.now, decision: null }], moreTimeAtMostDays: 30, handOverUnits: [{ id: 'x', name: 'Avd 12', organisationName: 'Region Sjöland' }],
};
const sentReport = { caseId: 'case-1', number: view.number, version: 1, status: 'received', receivedAt: clock.now, responsible: 'mas', handleBy: '2026-11-27' };
const nothing = () => undefined;
const later = async () => undefined;
const action = { view, registers, reload: later, done: nothing };

/** A form that has been refused, as the error summary and its fields show it. */
function Refused() {
  const form = useForm({ name: '', choice: '' });
  const [sent, setSent] = useState(false);
  if (!sent) {
    setSent(true);
    form.fail([{ field: 'name', text: 'Skriv något.' }, { field: 'choice', text: 'Välj.' }, { field: null, text: 'Allmänt.' }]);
  }
  return <FormFrame form={form} onSubmit={nothing} label="Prov"><TextField form={form} name="name" label="Namn" description="Om fältet" /><Radios form={form} name="choice" label="Val" options={[{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }]} /><Button type="submit">Skicka</Button></FormFrame>;
}

const pages: Record<string, () => VNode> = {
  start: () => <StartPage />, accessibility: () => <AccessibilityPage />, privacy: () => <PrivacyPage />,
  report: () => <ReportEditor registers={registers} draftId={null} initial={{ ...freshValues('hemsjukvard', Date.parse(clock.now)), category: 'medication', counterpartId: 'sjoland', hasPatient: 'yes', duringOnCall: true, whatHappened: '19121212-1212' }} onSent={nothing} />,
  'report receipt': () => <Receipt receipt={sentReport} ofPatient onPaper another={nothing} />,
  'refused form': () => <><h1>Prov</h1><Refused /></>,
  case: () => <><h1>Ärende</h1><Clock clock={clock} /><Replies view={view} /><CaseStory view={view} /><Timeline events={view.timeline} registers={registers} /></>,
  'what waits': () => <><h1>Ärende</h1><WaitingActions {...action} /></>,
  'further actions': () => <><h1>Ärende</h1><FurtherActions {...action} /></>,
  'state graph': () => <><h1>Körning</h1><StateGraph layout={outgoingLayout} current="Await reply" failed={null} visited={new Set(['Read case'])} /></>,
  'state graph of a track': () => <><h1>Körning</h1><StateGraph layout={effectLayout} current={null} failed="Await effect review" visited={new Set(['Read case'])} /></>,
  'reply link': () => <OpenLink before={null} sent={nothing} gone={nothing} />, 'reply code': () => <CodeForm sentTo="a…@norrvik.example" againAfterSeconds={60} submit="Visa begäran" verify={later} another={async () => 60} gone={nothing} />, 'reply link gone': () => <LinkGone />,
  'reply request': () => <RequestPage request={request} reload={later} expired={nothing} leave={nothing} />,
};

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  // The renderer closes void elements as XML does; the drawing needs a region of its own to scroll by keyboard.
  rules: { 'void-style': 'off', 'prefer-native-element': 'off' },
});

beforeAll(() => {
  vi.stubGlobal('location', new URL('http://127.0.0.1/inbox'));
});
afterEach(() => {
  language.value = 'sv';
});

describe.each(['sv', 'en'] as const)('pages in %s', (tongue) => {
  it.each(Object.entries(pages))('%s is valid, accessible HTML that interprets nothing a person wrote', async (name, page) => {
    language.value = tongue;
    const body = await renderToStringAsync(<LocationProvider><Shell>{page()}</Shell></LocationProvider>);
    const html = `<!DOCTYPE html>\n<html lang="${tongue}"><head><meta charset="utf-8"><title>${name}</title></head><body>${body}</body></html>`;
    const report = await validator.validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`))).toEqual([]);
    expect(html).not.toMatch(/<script|<b>|undefined|\[object|style=/);
  });
});

describe('what a page says', () => {
  const shown = (page: VNode) => renderToStringAsync(<LocationProvider>{page}</LocationProvider>);

  it('speaks of the journal only where a patient is concerned', async () => {
    expect(await shown(<Receipt receipt={sentReport} ofPatient onPaper another={nothing} />)).toContain('patientens journal');
    const other = await shown(<Receipt receipt={sentReport} ofPatient={false} onPaper={false} another={nothing} />);
    expect(other).not.toContain('journal');
    expect(other).toContain('har kommit in');
    expect(other).toContain('när svaret delas med dig');
  });

  const told = (type: 'mailSent' | 'reminded' | 'escalated', detail: CaseView['timeline'][number]['detail']) =>
    shown(<Timeline events={[{ id: 'e', at: clock.now, type, actor: { kind: 'clock', name: '' }, principal: null, detail }]} registers={registers} />);
  it.each([
    [{ mail: 'receipt', outcome: 'sent', reason: null, userId: 'siri' }, ['Till: Siri Sjuksköterska']],
    [{ mail: 'escalation', outcome: 'undeliverable', reason: 'no-address', unitId: 'norrvik-34', mailbox: 'manager' }, [`Till: chefen för ${ward.name}`, 'ingen e-postadress']],
    [{ mail: 'request', outcome: 'undeliverable', reason: 'rejected', unitId: 'norrvik-34', mailbox: 'function' }, [`Till: ${ward.name}`, 'tog inte emot mejlet']],
    [{ mail: 'filed', outcome: 'dropped', reason: 'link-not-live', to: 'filer' }, ['Till: den som anmälde', 'Länken gällde inte längre']],
    [{ mail: 'reminder', outcome: 'dropped', reason: 'window', unitId: 'norrvik-34', mailbox: 'function' }, ['skickades inte igen']],
  ])('a mail on the timeline says to whom it went, and in words what became of it: %o', async (detail, words) => {
    const said = await told('mailSent', detail);
    for (const word of words) expect(said).toContain(word);
    expect(said).not.toMatch(/no-address|>rejected<|link-not-live|>window</);
  });
  it('the timeline names the reminders that a newer one overtook', async () => {
    expect(await told('reminded', { step: 'remindAfter', skipped: 'remindBefore remindDue' })).toContain('Hoppades över, en nyare gick ut: Påminnelse före svarsdag, Påminnelse på svarsdagen');
  });
  it('the timeline does not say that a manager without a mailbox was told', async () => {
    expect(await told('escalated', { externalUnitId: 'norrvik-34', managerMailboxMissing: true })).toContain('ingen brevlåda');
    expect(await told('escalated', { externalUnitId: 'norrvik-34', managerMailboxMissing: false })).toContain('båda cheferna fick veta');
  });

  it('marks all that may tell whom it is about in words that leave, and lets the writer say that it identifies nobody', async () => {
    const Leaving = ({ dismissed }: { dismissed: string }) => {
      const form = useForm({ reason: 'Gäller 19121212-1212, tel 070-123 45 67', dismissed });
      return <TextArea form={form} name="reason" label="Motivering" most={100} marking={leaving(form)} />;
    };
    const said = await shown(<Leaving dismissed="" />);
    expect(said).toContain('<mark>19121212-1212</mark>');
    expect(said).toContain('<mark>070-123 45 67</mark>');
    expect(said).toContain('Pekar inte ut någon');
    expect(await shown(<Leaving dismissed={markOfNumber('1212121212')} />)).not.toContain('<mark>19121212-1212</mark>');
  });

  it('writes to a unit by post in its own language, and tells it by letter that the case is over (H3)', async () => {
    const { request } = view;
    if (request?.letter === undefined || request.letter === null) throw new Error('no letter');
    const abroad: CaseView = { ...view, request: { ...request, snapshot: 'Det som hände', letter: { ...request.letter, language: 'en' } } };
    const letter = await shown(<Letter view={abroad} />);
    expect(letter).toContain('Request for a reply');
    expect(letter).toContain('1 November 2026');
    expect(letter).toMatch(/class="letter"[^>]*lang="en"|lang="en"[^>]*class="letter"/);
    expect(letter).not.toContain('Begäran om svar');
    expect(letter).toContain('Det som hände');
    const withdrawn = await shown(<Letter view={{ ...abroad, status: 'withdrawn' }} />);
    expect(withdrawn).toContain('You need not reply');
    expect(withdrawn).not.toContain('Det som hände');
    for (const status of ['sent', 'closed'] as const) {
      const waiting = await shown(<WaitingActions {...action} view={{ ...view, status }} />);
      expect(waiting.indexOf('Skriv ut brevet och posta det')).toBeGreaterThan(-1);
      expect(waiting.indexOf('Skriv ut brevet och posta det')).toBeLessThan(waiting.includes('Registrera ett svar') ? waiting.indexOf('Registrera ett svar') : Infinity);
    }
    expect(await shown(<WaitingActions {...action} view={{ ...view, status: 'answered' }} />)).not.toContain('Visa brevet');
  });
  it('asks on paper what MAS is told of at once (L3)', async () => {
    const form = await shown(<PaperForm view={{
      version: 1, current: 1, versions: [1], organisation: 'Ekdala kommun', callBackPhone: null, title: { sv: 'Rutin', en: 'Routine' }, documentId: 'Rutin', validFrom: '2026-01-01', categories: ['medication'], onCallFields: [],
    }} />);
    expect(form).toContain('Allvarlig vårdskada');
    expect(form).toContain('Kunde det ha lett till allvarlig skada?');
  });
  it('prints the whole answer on the receipt of a reply', async () => {
    const receipt = await shown(<ReplyReceipt done={{ what: 'answered', number: view.number, at: clock.now, answer: { parts, respondentTitle: 'Avdelningschef' } }} shown request={request} back={nothing} />);
    for (const part of [parts.deviationReceived, parts.acuteActions, parts.systematicActions, 'Avdelningschef']) expect(receipt).toContain(part);
  });

  it('gives the number to call on every page before the request, also where the link does not work', async () => {
    configuration.value = { issuer: '', clientId: '', organisationName: 'Ekdala kommun', callBackPhone: '010-000 10 34', now: clock.now };
    for (const page of [<OpenLink before={null} sent={nothing} gone={nothing} />, <LinkGone />, <NoLink />]) expect(await shown(page)).toContain('Ring 010-000 10 34');
    configuration.value = null;
  });

  it('leaves it to whoever handles the case to reach a manager without a mailbox, until the reply is there', async () => {
    const escalated: CaseView['timeline'][number] = { id: 'x', at: clock.now, type: 'escalated', actor: { kind: 'clock', name: '' }, principal: null, detail: { externalUnitId: 'norrvik-34', managerMailboxMissing: true } };
    const waits = (change: Partial<CaseView>) => shown(<WaitingActions {...action} view={{ ...view, status: 'acknowledged', timeline: [...view.timeline, escalated], ...change }} />);
    expect(await waits({})).toContain(`chefen för ${ward.name} har ingen brevlåda`);
    for (const change of [{ status: 'answered' as const }, { allowed: ['read-case' as const] }, { timeline: view.timeline }]) expect(await waits(change)).not.toContain('har ingen brevlåda i registret');
  });
});
