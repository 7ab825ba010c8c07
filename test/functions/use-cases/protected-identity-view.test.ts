import { describe, expect, it } from 'vitest';
import { insightInto, staffMember } from '../../../functions/domain/access.ts';
import type { Case, CaseEvent } from '../../../functions/domain/case.ts';
import type { CaseParts } from '../../../functions/domain/case-parts.ts';
import { caseViewOf } from '../../../functions/use-cases/case-view.ts';
import { incomingCaseViewOf } from '../../../functions/use-cases/incoming-case-view.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';
import { answered } from '../domain/outgoing-case.ts';
import { closed } from '../domain/incoming-case.ts';

/** Written by somebody, whatever the part: L8 keeps it from those who only follow the case. */
const written = 'SKRIVET';
const parts: Partial<CaseParts> = {
  harmAssessment: { harm: 'vardskada', seriousRisk: true, consequence: 3, probability: 2, note: written, by: 'maj', at: monday, review: { by: 'marta', at: monday, note: written } },
  harmTrack: { toldAt: monday, dueAt: monday },
  harmDecision: { decision: 'notNotified', reference: '', reason: written, decidedAt: '2026-03-02', by: 'maj' },
  patientInformation: { given: true, reason: written, at: '2026-03-02', to: 'patient', byTitle: written, points: [], notedInRecord: true, patientViews: written, staffSupport: written },
  staffSupport: { given: true, text: written, at: '2026-03-02', by: 'enok' },
  feedback: [{ text: written, unitIds: ['rehab'], at: monday, by: 'maj' }],
  effectReviews: [{ number: 1, dueAt: monday, doneAt: monday, wantedResult: true, note: written }],
  actions: [{ id: 'a', kind: 'acute', text: written, responsibleUserId: 'maj', unitId: 'rehab', due: null, doneAt: '2026-03-02', effect: written }],
};
const events: readonly CaseEvent[] = (['submitted', 'harmAssessed', 'fedBack', 'staffSupported', 'effectReviewed', 'closed'] as const).map((type, index) =>
  ({ id: `e${index}`, caseId: 'c1', at: monday, actor: 'maj', type, detail: { note: written, message: written } }));
const breach = { kind: 'agreement', text: written } as const;

const manager = (concerned: Case) => {
  const [unit] = concerned.direction === 'outgoing' ? [concerned.report.unitId] : concerned.report.concernedUnitIds;
  const held = ekdala.roles.find(({ role, unitId }) => role === 'unitManager' && unitId === unit)!;
  const member = staffMember(ekdala, held.userId, monday);
  expect(insightInto(member, concerned, vaxjo)).toBe('unit');
  return member;
};
const view = (concerned: Case): string => {
  const source = { events, member: manager(concerned), routine: vaxjo, register: ekdala, now: monday };
  return JSON.stringify(concerned.direction === 'outgoing' ? caseViewOf({ ...source, concerned }) : incomingCaseViewOf({ ...source, concerned }));
};

const reply = answered();
const outgoing: Case = {
  ...reply, ...parts, protectedIdentity: true, breach, closingNote: written, withdrawnReason: written, informationRequest: { question: written, by: 'maj', at: monday, answer: written },
  report: { ...reply.report, whatHappened: written, immediateAction: written, suggestion: written, medication: written },
};
const sent = closed();
const incoming: Case = {
  ...sent, ...parts, protectedIdentity: true, leadInvestigatorId: null, coInvestigatorIds: [], owningUnitId: 'mas-funktionen',
  investigation: { ...sent.investigation, courseOfEvents: written, rootCause: written, wentWell: written, patientViews: written, causes: [{ area: 'communicationInformation', text: written }] },
  pharmacy: { dueAt: monday, doneAt: monday, reference: '', reason: written }, redirections: [{ fromUnitId: null, toUnitId: 'rehab', reason: written, at: monday, by: 'maj' }],
  report: { ...sent.report, whatHappened: written, wishes: written, unclearResponsibility: written, breach },
};

describe('a case of a protected identity, for a manager who only follows it', () => {
  it.each([['outgoing', outgoing], ['incoming', incoming]] as const)('shows of an %s one nothing that anybody wrote', (_direction, concerned) => {
    expect(view({ ...concerned, protectedIdentity: false })).toContain(written);
    expect(view(concerned)).not.toContain(written);
  });
});
