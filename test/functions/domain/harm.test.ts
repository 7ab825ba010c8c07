import { describe, expect, it } from 'vitest';
import type { Case, OutgoingCase } from '../../../functions/domain/case.ts';
import type { Outcome } from '../../../functions/domain/command.ts';
import { close, reopen, withdraw } from '../../../functions/domain/commands/ending.ts';
import { restartTrack } from '../../../functions/domain/commands/mending.ts';
import { submit } from '../../../functions/domain/commands/submission.ts';
import { takeClockStep } from '../../../functions/domain/clock-step.ts';
import { recordEffectReview } from '../../../functions/domain/follow-up/effect-review.ts';
import { addAction } from '../../../functions/domain/follow-up/actions.ts';
import { assessHarm, reviewHarm } from '../../../functions/domain/harm/assessment.ts';
import { recordFeedback, recordHarmDecision, recordPatientInformation, recordStaffSupport } from '../../../functions/domain/harm/recording.ts';
import { harmBlocksOf, harmLawOf } from '../../../functions/domain/harm/serious-harm.ts';
import { rejectCase, reopenIncoming } from '../../../functions/domain/incoming/ending.ts';
import { parseExecutionName } from '../../../functions/domain/outbox.ts';
import { decideAccess, staffMember } from '../../../functions/domain/access.ts';
import { acceptDeviation } from '../../../functions/domain/incoming/filing.ts';
import { tracksOf } from '../../../functions/domain/tracks.ts';
import type { Harm, LegalBasis, MatrixGrade } from '../../../functions/domain/vocabulary.ts';
import { ekdala, missingList, monday, vaxjo } from '../ekdala.ts';
import { filed, incomingContext, registered } from './incoming-case.ts';
import { answered, context, received } from './outgoing-case.ts';

const names = (outcome: Outcome): string[] => outcome.outbox.flatMap((entry) => {
  switch (entry.kind) {
    case 'start':
    case 'stop': return [`${entry.kind} ${entry.executionName}`];
    case 'signal': return [`signal ${entry.machine ?? 'lifecycle'}`];
    case 'mail': return [`${entry.mail} → ${entry.recipient.kind === 'user' ? entry.recipient.userId : entry.recipient.kind}`];
    default: return [];
  }
});
const found = { harm: 'noHarm', seriousRisk: false, consequence: 2, probability: 2, nccMerp: null, note: '' } as const;
const decision = { decision: 'notified', reference: 'IVO 1', reason: '', decidedAt: '2026-03-02', notifiedAt: '2026-03-02' } as const;
const told = { given: false, reason: 'Avliden', at: null, to: 'nobody', byTitle: '', points: [], notedInRecord: true, patientViews: '', staffSupport: '' } as const;

describe('what is serious (L3)', () => {
  it.each<[Harm, LegalBasis, boolean, { harm: Harm; seriousRisk: boolean; consequence: MatrixGrade } | null, string | null]>([
    ['noHarm', 'hsl', false, null, null],
    ['allvarligVardskada', 'hsl', false, null, 'lexMaria'],
    ['allvarligVardskada', 'lss', false, null, 'lexSarah'],
    ['risk', 'sol', true, null, 'lexSarah'],
    ['risk', 'unknown', true, null, 'lexMaria'],
    ['risk', 'hsl', false, { harm: 'allvarligVardskada', seriousRisk: false, consequence: 3 }, 'lexMaria'],
    ['risk', 'hsl', false, { harm: 'noHarm', seriousRisk: true, consequence: 1 }, 'lexMaria'],
    ['risk', 'hsl', false, { harm: 'noHarm', seriousRisk: false, consequence: 4 }, 'lexMaria'],
    ['risk', 'hsl', false, { harm: 'vardskada', seriousRisk: false, consequence: 3 }, null],
    // Reported as serious: decided on, whatever it is assessed as.
    ['allvarligVardskada', 'hsl', false, { harm: 'noHarm', seriousRisk: false, consequence: 1 }, 'lexMaria'],
  ])('%s, %s, could have been %s, assessed as %j: %s', (harm, legalBasis, seriousRisk, made, law) => {
    expect(harmLawOf({ report: { harm, legalBasis, seriousRisk }, ...(made && { harmAssessment: { ...made, probability: 1, note: '', by: 'maj', at: monday } }) })).toBe(law);
  });
});

describe('an outgoing case', () => {
  it('tells those who decide at once, by report or by assessment, and once', () => {
    const reported = submit({ caseId: 'c1', number: 'n', report: { ...missingList, seriousRisk: true }, hasPatientReference: false }, context({ actor: 'siri', principal: null }));
    expect(names(reported)).toEqual(['start c1-1', 'start c1-harm-1', 'receipt → siri', 'assigned → maj', 'seriousHarm → maj']);
    expect(reported.case.harmTrack).toEqual({ toldAt: monday, dueAt: tracksOf(reported.case)[0]?.dueAt, told: ['maj'] });
    const assessed = assessHarm(received(), { ...found, consequence: 4 }, context({ actor: 'hanna' }));
    expect(names(assessed)).toEqual(expect.arrayContaining(['start c1-harm-1', 'seriousHarm → maj', 'harmReviewWanted → maj', 'harmReviewWanted → marta']));
    expect(names(assessed)).not.toContain('harmReviewWanted → saga');
    const ofSocialServices = { ...received(), report: { ...received().report, legalBasis: 'sol' as const } };
    expect(names(assessHarm(ofSocialServices, { ...found, consequence: 4 }, context({ actor: 'hanna' }))).filter((name) => name.startsWith('harmReviewWanted'))).toEqual(['harmReviewWanted → saga']);
    expect(names(assessHarm(assessed.case, { ...found, consequence: 4, probability: 3 }, context({ actor: 'hanna' }))).filter((name) => name.startsWith('seriousHarm') || name.startsWith('start'))).toEqual([]);
  });
  it('is not closed before review, decision and information are recorded', () => {
    const serious = assessHarm(answered(), { ...found, consequence: 4 }, context()).case;
    expect(harmBlocksOf(serious, vaxjo)).toEqual(['harm-review-missing', 'harm-decision-missing', 'patient-information-missing']);
    expect(() => close(serious, { note: '' }, context())).toThrow('harm-review-missing');
    expect(() => reviewHarm(serious, { note: '' }, context())).toThrow('reviewer-is-assessor');
    const reviewed = reviewHarm(serious, { note: '' }, context({ actor: 'marta', principal: 'mar' })).case;
    expect(() => recordHarmDecision(reviewed, { ...decision, notifiedAt: null }, context())).toThrow('date-missing');
    const decided = recordHarmDecision(reviewed, decision, context());
    expect(names(decided)).toEqual(['signal harm-decision']);
    expect(tracksOf(decided.case)).toEqual([]);
    expect(harmBlocksOf(decided.case, vaxjo)).toEqual(['patient-information-missing']);
    expect(close(recordPatientInformation(decided.case, told, context()).case, { note: '' }, context()).case.status).toBe('closed');
    expect(harmBlocksOf(recordHarmDecision(reviewed, { ...decision, decision: 'assessedByCareProvider' }, context()).case, vaxjo)).toEqual([]);
  });
  it('takes the index of medication errors for medication alone', () => {
    expect(() => assessHarm(received(), { ...found, nccMerp: 'F' }, context())).toThrow('not-medication');
    expect(assessHarm({ ...received(), report: { ...received().report, category: 'medication' } }, { ...found, nccMerp: 'F' }, context()).case.harmAssessment?.nccMerp).toBe('F');
  });
  it('reviews the effect of its actions after closing; without the wanted result a new action and a new review (H8)', () => {
    const planned = addAction(answered(), { kind: 'systematic', text: 'Ny rutin', responsibleUserId: 'enok', due: '2026-04-01', doneAt: null }, context()).case;
    const closed = close(planned, { note: '' }, context());
    expect(names(closed)).toContain('start c1-effect-1');
    const again = recordEffectReview(closed.case, { wantedResult: false, note: 'Händer igen.', action: { text: 'Utbilda', responsibleUserId: 'enok', due: '2026-05-01' } }, context());
    expect(names(again)).toEqual(['signal effect-review', 'start c1-effect-2', 'actionAssigned → enok']);
    expect(again.case.actions.map(({ text }) => text)).toEqual(['Ny rutin', 'Utbilda']);
    expect(names(close(answered(), { note: '' }, context())).filter((name) => name.startsWith('start'))).toEqual([]);
  });
  it('reminds those who decide, then tells their managers and the administrators who act for them', () => {
    const serious = assessHarm(received(), { ...found, seriousRisk: true }, context()).case;
    const at = (now: string) => ({ now, routine: vaxjo, register: ekdala });
    const execution = { machine: 'harm-decision', generation: 1 } as const;
    expect(takeClockStep(serious, 'harmDecisionOverdue', at(monday), execution)).toBeNull();
    const overdue = takeClockStep(serious, 'harmDecisionOverdue', at('2026-04-30T09:00:00.000Z'), execution)!;
    expect(overdue.outbox.flatMap((entry) => (entry.kind === 'mail' ? [entry.mail, entry.recipient] : []))).toEqual(['harmDecisionReminder', { kind: 'user', userId: 'maj' }]);
    expect(overdue.overdue).toBe(false);
    const escalated = takeClockStep({ ...serious, steps: overdue.steps }, 'harmDecisionEscalate', at('2026-05-30T09:00:00.000Z'), execution)!;
    expect(escalated.outbox.flatMap((entry) => (entry.kind === 'mail' && entry.recipient.kind === 'user' ? [entry.recipient.userId] : []))).toEqual(expect.arrayContaining(['hanna', 'maj']));
  });
});

describe('what was reported as serious (L3)', () => {
  const reason = { reason: 'Dubblett.' };
  const notOurs = { reasonCode: 'notOurCare', text: '' };
  it('is not withdrawn before it is decided on; nor by whoever reported it', () => {
    const serious: OutgoingCase = { ...received(), report: { ...missingList, seriousRisk: true } };
    expect(() => withdraw(serious, reason, context())).toThrow('harm-decision-missing');
    const decided = recordPatientInformation(recordHarmDecision(serious, decision, context()).case, told, context()).case;
    expect(withdraw(decided, reason, context()).case.status).toBe('withdrawn');
    const siri = staffMember(ekdala, 'siri', monday);
    expect(decideAccess(siri, 'withdraw-case', received(), vaxjo).allowed).toBe(true);
    expect(decideAccess(siri, 'withdraw-case', serious, vaxjo).allowed).toBe(false);
    // A harm that is not serious stands in nobody's way: a duplicate is withdrawn.
    expect(withdraw({ ...received(), report: { ...missingList, harm: 'vardskada' } }, reason, context()).case.status).toBe('withdrawn');
  });
  it('is not rejected before it is decided on, which is possible before it is registered', () => {
    const serious = filed({ harm: 'allvarligVardskada' });
    expect(() => rejectCase(serious, notOurs, incomingContext())).toThrow('harm-decision-missing');
    const decided = recordHarmDecision(serious, { ...decision, decision: 'assessedByCareProvider' }, incomingContext());
    expect(names(decided)).toEqual(['signal harm-decision']);
    expect(decided.case.status).toBe('received');
    expect(rejectCase(decided.case, notOurs, incomingContext()).case.status).toBe('rejected');
  });
  it.each([
    [{ harm: 'allvarligVardskada' }, { harm: 'noHarm', seriousRisk: false }, { harm: 'allvarligVardskada', seriousRisk: false }, 'lexMaria'],
    [{ harm: 'noHarm', seriousRisk: true }, { harm: 'noHarm', seriousRisk: false }, { harm: 'noHarm', seriousRisk: true }, 'lexMaria'],
    [{ harm: 'risk' }, { harm: 'vardskada', seriousRisk: false }, { harm: 'risk', seriousRisk: false }, null],
    [{ harm: 'risk' }, { harm: 'risk', seriousRisk: false }, undefined, null],
  ] as const)('filed as %j and registered as %j stays what it was filed as', (report, harm, filedAs, law) => {
    const accepted = acceptDeviation(filed(report), { principal: 'mas', legalBasis: 'hsl', category: 'nursingCare', concernedUnitIds: ['rehab'], ...harm }, incomingContext());
    expect(accepted.case.report).toMatchObject(harm);
    expect(accepted.case.report.filedAs).toEqual(filedAs);
    expect(harmLawOf(accepted.case)).toBe(law);
    expect(names(accepted).filter((name) => name.includes('harm'))).toEqual([]);
    expect(accepted.events.find(({ type }) => type === 'registered')?.detail).toMatchObject({ harm: harm.harm, filedHarm: report.harm });
  });
});

describe('support and feedback (H9)', () => {
  it('says how or why not, and tells the staff concerned and whoever reported', () => {
    expect(() => recordStaffSupport(received(), { given: false, text: '', at: null }, context())).toThrow('reason-missing');
    expect(() => recordStaffSupport(received(), { given: true, text: 'Samtal', at: null }, context())).toThrow('date-missing');
    expect(recordStaffSupport(received(), { given: true, text: 'Samtal', at: '2026-03-02' }, context()).case.staffSupport).toEqual({ given: true, text: 'Samtal', at: '2026-03-02', by: 'maj' });
    expect(names(recordFeedback(received(), { text: 'Ny rutin.', unitIds: ['rehab'] }, context()))).toEqual(['feedback → rut', 'feedback → siri']);
    expect(() => recordFeedback(received(), { text: 'Ny rutin.', unitIds: ['norrvik-34'] }, context())).toThrow('unit-unknown');
  });
});

describe('the runs of tracks', () => {
  it('names what starts, heals and is restarted by one list', () => {
    const dose = registered({ category: 'doseDispensing' });
    expect(tracksOf(dose).map(({ machine, run }) => [machine, run])).toEqual([['dose-pharmacy', 1]]);
    const rejected = rejectCase(dose, { reasonCode: 'notOurCare', text: '' }, incomingContext());
    expect(names(rejected)).toEqual(expect.arrayContaining(['signal dose-pharmacy']));
    const reopened = reopenIncoming(rejected.case, { reason: 'r' }, incomingContext());
    expect(names(reopened).filter((name) => name.startsWith('start'))).toEqual(['start i1-2', 'start i1-pharmacy-1-r2']);
    expect(tracksOf(reopened.case)[0]?.run).toBe(2);
    const restarted = restartTrack(reopened.case, { reason: 'r', track: { machine: 'dose-pharmacy', number: 1 } }, incomingContext());
    expect(names(restarted)).toEqual(['start i1-pharmacy-1-r3', 'stop i1-pharmacy-1-r2']);
    expect(restarted.case.clockRevision).toBe(reopened.case.clockRevision + 1);
    expect(() => restartTrack(reopened.case, { reason: 'r', track: { machine: 'effect-review', number: 1 } }, incomingContext())).toThrow('execution-superseded');
  });
  it.each([
    ['case-1-2', { caseId: 'case-1', generation: 2, run: 1 }],
    ['case-1-harm-1', { caseId: 'case-1', generation: 1, run: 1, track: 'harm-decision' }],
    ['case-1-effect-3-r2', { caseId: 'case-1', generation: 3, run: 2, track: 'effect-review' }],
    ['nothing', undefined],
  ])('reads the name %s', (name, parsed) => expect(parseExecutionName(name)).toEqual(parsed));
  it('keeps a review that is under way through a reopening', () => {
    const planned = addAction(answered(), { kind: 'acute', text: 't', responsibleUserId: 'enok', due: '2026-04-01', doneAt: null }, context()).case;
    const closed = close(planned, { note: '' }, context()).case;
    const again: Outcome = close(reopen(closed, { reason: 'r' }, context()).case, { note: '' }, context());
    expect(names(again).filter((name) => name.includes('effect'))).toEqual([]);
    expect((again.case as Case).effectReviews).toHaveLength(1);
  });
});
