import type { CommandContext } from '../../../functions/domain/command.ts';
import type { IncomingCase, IncomingReport } from '../../../functions/domain/incoming-case.ts';
import { rejectCase, sendIncomingReply } from '../../../functions/domain/incoming/ending.ts';
import { acceptDeviation, file, registerDeviation } from '../../../functions/domain/incoming/filing.ts';
import { askFiler, confirmIncomingText, editIncomingText, recordPharmacyNotification } from '../../../functions/domain/incoming/handling.ts';
import { reportInvestigationDone, saveInvestigation } from '../../../functions/domain/incoming/investigating.ts';
import { addAction } from '../../../functions/domain/follow-up/actions.ts';
import { assignIncoming, redirectCase } from '../../../functions/domain/incoming/people.ts';
import type { Status } from '../../../functions/domain/vocabulary.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';

export const incomingContext = (more: Partial<CommandContext> = {}): CommandContext =>
  ({ now: monday, actor: 'maj', principal: 'mas', routine: vaxjo, register: ekdala, ...more });

/** Scenario 2: Björken reports that a dressing was not changed; home care and rehab are concerned. */
export const dressing: IncomingReport = {
  happenedAt: '2026-02-26T09:00:00.000Z',
  discoveredAt: '2026-02-27T09:00:00.000Z',
  partyOrganisationId: 'sjoland',
  partyUnitId: 'bjorken',
  concernedUnitIds: ['hemsjukvard-norr', 'rehab'],
  legalBasis: 'hsl',
  category: 'nursingCare',
  whatHappened: 'Omläggningen blev inte gjord enligt planen.',
  harm: 'noHarm',
};

const identity = { caseId: 'i1', number: 'K7H-4F2K', hasPatientReference: false, receivedAt: monday };
const external = incomingContext({ actor: 'external', principal: null });
export const filed = (report: Partial<IncomingReport> = {}): IncomingCase => file({
  ...identity, report: { ...dressing, ...report },
  source: { kind: report.partyOrganisationId === null ? 'public' : 'party', registeredBy: null, principal: null, filer: { mailbox: report.partyOrganisationId === null ? 'anhorig@mejl.example' : null, language: 'sv' } },
}, external).case;
/** By Hanna, for MAS. */
export const registered = (report: Partial<IncomingReport> = {}): IncomingCase => registerDeviation(
  { ...identity, report: { ...dressing, ...report }, source: { kind: 'administrator', filer: { mailbox: null, language: 'sv' } } },
  'mas', incomingContext({ actor: 'hanna' }),
).case;
export const accepted = (): IncomingCase => acceptDeviation(filed(), {
  principal: 'mas', legalBasis: 'hsl', category: 'nursingCare', harm: 'noHarm', seriousRisk: false, concernedUnitIds: ['hemsjukvard-norr', 'rehab'],
}, incomingContext()).case;

type Step = (concerned: IncomingCase) => IncomingCase;
const through = (from: IncomingCase, ...steps: readonly Step[]): IncomingCase => steps.reduce((concerned, step) => step(concerned), from);
const asEnok = incomingContext({ actor: 'enok', principal: null });

export const led: Step = (concerned) => assignIncoming(concerned, { leadInvestigatorId: 'enok', coInvestigatorIds: [...concerned.coInvestigatorIds, 'rut'] }, incomingContext()).case;
export const investigated: Step = (concerned) => through(
  concerned,
  (each) => saveInvestigation(each, { courseOfEvents: 'Besöket ställdes in.', causes: [{ area: 'communicationInformation', text: 'Ingen läste.' }], rootCause: 'Ingen rutin.' }, asEnok).case,
  (each) => addAction(each, { kind: 'systematic', text: 'Ny rutin', responsibleUserId: 'rut', due: '2026-04-01', doneAt: null }, asEnok).case,
);
export const investigationDone: Step = (concerned) => reportInvestigationDone(concerned, { message: 'Klart.' }, asEnok).case;
export const textConfirmed: Step = (concerned) => through(
  concerned,
  (each) => editIncomingText(each, { text: 'Vi beklagar.', notPersonalNumbers: [] }, incomingContext()).case,
  (each) => confirmIncomingText(each, incomingContext()).case,
);
export const pharmacyNotified: Step = (concerned) => recordPharmacyNotification(concerned, { reference: 'D-1', reason: '' }, incomingContext()).case;
export const replySent: Step = (concerned) => sendIncomingReply(concerned, { dispatch: 'link' }, incomingContext({ now: '2026-03-20T09:00:00.000Z' })).case;

export const investigating = (): IncomingCase => investigated(led(registered()));
export const ready = (): IncomingCase => textConfirmed(investigationDone(investigating()));
export const closed = (): IncomingCase => replySent(ready());

/** A case in any status an incoming one can have, with what such a case has. */
export const incomingInStatus = (status: Status): IncomingCase => {
  switch (status) {
    case 'received': return filed();
    case 'registered': return registered();
    case 'needsInfo': return askFiler(investigating(), { question: 'När?' }, incomingContext()).case;
    case 'handedOver': return redirectCase(investigating(), { toUnitId: 'rehab', reason: 'Rehab lade om.' }, incomingContext()).case;
    case 'investigating': return investigating();
    case 'investigationDone': return ready();
    case 'closed': return closed();
    case 'rejected': return rejectCase(filed(), { reasonCode: 'notOurCare', text: '' }, incomingContext()).case;
    default: return { ...closed(), status };
  }
};
export const incomingStatuses = ['received', 'registered', 'needsInfo', 'handedOver', 'investigating', 'investigationDone', 'reopened', 'closed', 'rejected'] as const satisfies readonly Status[];
