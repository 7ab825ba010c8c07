import type { BodyOf } from '../../api/client.ts';
import type { FieldError } from '../../api/field-errors.ts';
import { breachOf, isoDay } from '../../case-parts/breach/breach-choice.ts';
import { readMoment, type TypedMoment, typedMoment } from '../../components/field/moment.ts';
import type { Form, FormValue } from '../../components/form/use-form.ts';
import type { OnCallView } from '../../../../functions/contracts/report.ts';
import { categories, harms, knownAnswers, legalBases, targetGroups } from '../../../../functions/contracts/words.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import { onCallTexts } from './on-call-texts.ts';
import { reportTexts } from './texts.ts';

const names = [
  'happenedDay', 'happenedMonth', 'happenedYear', 'happenedTime', 'discoveredDay', 'discoveredMonth', 'discoveredYear', 'discoveredTime',
  'unitId', 'counterpartId', 'externalUnitId', 'legalBasis', 'category', 'whatHappened', 'immediateAction', 'harm', 'medication', 'agreement',
  'hasPatient', 'reference', 'suggestion', 'unclearResponsibility', 'notPersonalNumbers', 'breach', 'targetGroup',
  'nurseOnDuty', 'doctorConsulted', 'handoverConfirmed', 'onCallWrong', 'notOurs', 'paperVersion', 'filledDay', 'filledMonth', 'filledYear', 'filledTime',
] as const;
const flags = ['duringOnCall', 'onCallIsWrong', 'isNotOurs', 'paper', 'protectedIdentity', 'alreadySolved', 'seriousRisk'] as const;
export const onCallNames = ['nurseOnDuty', 'doctorConsulted', 'handoverConfirmed'] as const;
export type ReportName = (typeof names)[number] | (typeof flags)[number];
export type ReportForm = Form<ReportName>;
export type ReportValues = Record<ReportName, FormValue>;
/** Value of the choice "vet inte" for the external unit. */
export const unknownUnit = 'unknown';

/** A fresh form: discovered now, at one's own unit; nothing else is guessed. */
export function freshValues(unitId: string, now: number | null): ReportValues {
  const discovered = now === null ? { day: '', month: '', year: '', time: '' } : typedMoment(now);
  return {
    happenedDay: '', happenedMonth: '', happenedYear: discovered.year, happenedTime: '',
    discoveredDay: discovered.day, discoveredMonth: discovered.month, discoveredYear: discovered.year, discoveredTime: discovered.time,
    unitId, counterpartId: '', externalUnitId: '', legalBasis: '', category: '', whatHappened: '', immediateAction: '', harm: '', medication: '', agreement: '',
    hasPatient: '', reference: '', suggestion: '', unclearResponsibility: '', notPersonalNumbers: '', breach: '', targetGroup: '',
    nurseOnDuty: '', doctorConsulted: '', handoverConfirmed: '', onCallWrong: '', notOurs: '', paperVersion: '', filledDay: '', filledMonth: '', filledYear: discovered.year, filledTime: '',
    duringOnCall: false, onCallIsWrong: false, isNotOurs: false, paper: false, protectedIdentity: false, alreadySolved: false, seriousRisk: false,
  };
}

/** A kept draft over a fresh form: fields that a later version of the form lacks are left behind. */
export function valuesOfDraft(draft: Readonly<Record<string, string | boolean | null>>, fresh: ReportValues): ReportValues {
  const values = { ...fresh };
  for (const name of names) if (typeof draft[name] === 'string') values[name] = draft[name];
  for (const name of flags) if (typeof draft[name] === 'boolean') values[name] = draft[name];
  return values;
}

type Moment = 'happened' | 'discovered' | 'filled';
const typed = (form: ReportForm, which: Moment): TypedMoment => ({
  day: form.text(`${which}Day`), month: form.text(`${which}Month`), year: form.text(`${which}Year`), time: form.text(`${which}Time`),
});
/** A year alone is nobody's answer: it stands there from the start. */
const asTyped = (form: ReportForm, which: Moment) => {
  const moment = typed(form, which);
  return moment.day === '' && moment.month === '' && moment.time === '' ? { fault: 'missing' as const } : readMoment(moment);
};

/** ISO date on which it happened, once that is typed. */
export const dayTyped = (form: ReportForm): string | null => {
  const happened = asTyped(form, 'happened');
  return 'at' in happened ? isoDay(happened.at) : null;
};
export const asksMedication = (category: string) => category === 'medication' || category === 'doseDispensing';
export const asksAgreement = (category: string) => ['dischargeCoordination', 'coordinatedPlan', 'responsibility'].includes(category);
/** Where and when it happened, as far as it can be asked whether that was on call. */
export const onCallQuestion = (form: ReportForm): { readonly unitId: string; readonly happenedAt: string } | null => {
  const happened = asTyped(form, 'happened');
  return 'at' in happened && form.text('unitId') !== '' ? { unitId: form.text('unitId'), happenedAt: happened.at } : null;
};
/** By the server's finding where the routine has rules, unless the reporter says that it is wrong; else by what the reporter says. */
export const asksOnCall = (form: ReportForm, finding: OnCallView | null): boolean => (finding?.ruled
  ? finding.automatic !== form.flag('onCallIsWrong')
  : form.text('category') === 'outOfHours' || form.flag('duringOnCall'));

export const reportPointers: Readonly<Record<string, ReportName>> = {
  '/report/happenedAt': 'happenedDay', '/report/discoveredAt': 'discoveredDay', '/report/unitId': 'unitId', '/report/counterpartId': 'counterpartId',
  '/report/externalUnitId': 'externalUnitId', '/report/legalBasis': 'legalBasis', '/report/category': 'category', '/report/whatHappened': 'whatHappened',
  '/report/immediateAction': 'immediateAction', '/report/harm': 'harm', '/report/medication': 'medication', '/report/agreement': 'agreement', '/report/breach': 'breach', '/report/targetGroup': 'targetGroup',
  '/report/suggestion': 'suggestion', '/report/unclearResponsibility': 'unclearResponsibility', '/patientReference': 'reference',
  '/report/onCallWrong': 'onCallWrong', '/report/onCall': 'nurseOnDuty', '/report/notOurs': 'notOurs', '/paper/formVersion': 'paperVersion', '/paper': 'filledDay',
};

/** What is missing or wrong, in the order of the page. `now` is the server's time in milliseconds. */
export function checkReport(form: ReportForm, now: number | null, finding: OnCallView | null): readonly FieldError[] {
  const { wrong } = reportTexts();
  const errors: FieldError[] = [];
  const add = (field: ReportName, text: string) => errors.push({ field, text });
  const happened = asTyped(form, 'happened');
  const discovered = asTyped(form, 'discovered');
  for (const [which, moment] of [['happened', happened], ['discovered', discovered]] as const) {
    if ('fault' in moment) add(`${which}Day`, moment.fault === 'missing' ? wrong[which] : wrong[moment.fault]);
    else if (now !== null && Date.parse(moment.at) > now + 60_000) add(`${which}Day`, wrong.future);
  }
  if ('at' in happened && 'at' in discovered && discovered.at < happened.at) add('discoveredDay', wrong.before);
  const needed = ['unitId', 'counterpartId', 'externalUnitId', 'legalBasis', 'category', 'whatHappened', 'immediateAction', 'harm'] as const;
  const wordOf = {
    unitId: 'unit', counterpartId: 'counterpart', externalUnitId: 'externalUnit', legalBasis: 'legalBasis', category: 'category',
    whatHappened: 'whatHappened', immediateAction: 'immediateAction', harm: 'harm',
  } as const;
  const mostOf: Partial<Record<ReportName, number>> = { whatHappened: textLimit.long, immediateAction: textLimit.medium };
  for (const name of needed) {
    // The question which unit is asked only once the organisation is known.
    if (name === 'externalUnitId' && form.text('counterpartId') === '') continue;
    const value = form.text(name).trim();
    if (value === '') add(name, wrong[wordOf[name]]);
    else if (value.length > (mostOf[name] ?? Infinity)) add(name, wrong.tooLong);
  }
  for (const name of ['medication', 'suggestion', 'unclearResponsibility'] as const) if (form.text(name).trim().length > textLimit.medium) add(name, wrong.tooLong);
  if (form.text('agreement').trim().length > textLimit.short) add('agreement', wrong.tooLong);
  const onCall = onCallTexts();
  if (finding?.ruled && form.flag('onCallIsWrong') && form.text('onCallWrong').trim() === '') add('onCallWrong', onCall.whyMissing);
  if (asksOnCall(form, finding)) for (const name of onCallNames) if (form.text(name) === '') add(name, `${onCall.field[name]} ${onCall.choose}`);
  if (form.flag('isNotOurs') && form.text('notOurs').trim() === '') add('notOurs', onCall.notOursMissing);
  if (form.text('onCallWrong').trim().length > textLimit.short) add('onCallWrong', wrong.tooLong);
  if (form.text('notOurs').trim().length > textLimit.medium) add('notOurs', wrong.tooLong);
  if (form.flag('paper')) {
    if (!/^[1-9]\d{0,2}$/.test(form.text('paperVersion').trim())) add('paperVersion', onCall.paperVersionWrong);
    const filled = asTyped(form, 'filled');
    if ('fault' in filled) add('filledDay', filled.fault === 'missing' ? onCall.filledMissing : wrong[filled.fault]);
    else if (now !== null && Date.parse(filled.at) > now + 60_000) add('filledDay', wrong.future);
    else if ('at' in discovered && filled.at < discovered.at) add('filledDay', onCall.filledBefore);
  }
  if (form.text('hasPatient') === '') add('hasPatient', wrong.hasPatient);
  if (form.text('hasPatient') === 'yes' && form.text('reference').trim() === '') add('reference', wrong.reference);
  return errors;
}

const known = (form: ReportForm, name: (typeof onCallNames)[number]) => knownAnswers.find((one) => one === form.text(name)) ?? 'unknown';

/** The body of `submit-deviation`; null while something that must be there is not. */
export function reportBody(form: ReportForm, draftId: string | null, finding: OnCallView | null): BodyOf<'submit-deviation'> | null {
  const happened = asTyped(form, 'happened');
  const discovered = asTyped(form, 'discovered');
  const filled = asTyped(form, 'filled');
  const legalBasis = legalBases.find((one) => one === form.text('legalBasis'));
  const category = categories.find((one) => one === form.text('category'));
  const harm = harms.find((one) => one === form.text('harm'));
  if ('fault' in happened || 'fault' in discovered || !legalBasis || !category || !harm) return null;
  const breach = breachOf(form.text('breach'), '');
  const targetGroup = targetGroups.find((one) => one === form.text('targetGroup'));
  const written = (name: ReportName) => {
    const value = form.text(name).trim();
    return value === '' ? {} : { [name]: value };
  };
  return {
    report: {
      happenedAt: happened.at, discoveredAt: discovered.at, unitId: form.text('unitId'), counterpartId: form.text('counterpartId'),
      externalUnitId: form.text('externalUnitId') === unknownUnit ? null : form.text('externalUnitId'),
      legalBasis, category, harm, ...(form.flag('seriousRisk') && harm !== 'allvarligVardskada' && { seriousRisk: true }), whatHappened: form.text('whatHappened').trim(), immediateAction: form.text('immediateAction').trim(),
      ...written('suggestion'), ...written('unclearResponsibility'),
      ...(asksMedication(category) && written('medication')), ...(asksAgreement(category) && written('agreement')),
      ...(breach && { breach }), ...(targetGroup && { targetGroup }),
      ...(form.flag('alreadySolved') && { alreadySolved: true }),
      ...(asksOnCall(form, finding) && { onCall: { nurseOnDuty: known(form, 'nurseOnDuty'), doctorConsulted: known(form, 'doctorConsulted'), handoverConfirmed: known(form, 'handoverConfirmed') } }),
      ...(finding?.ruled && form.flag('onCallIsWrong') && written('onCallWrong')), ...(form.flag('isNotOurs') && written('notOurs')),
    },
    ...(form.flag('paper') && 'at' in filled && { paper: { formVersion: Number(form.text('paperVersion').trim()), filledAt: filled.at } }),
    ...(form.text('hasPatient') === 'yes' && { patientReference: { reference: form.text('reference').trim(), protectedIdentity: form.flag('protectedIdentity') } }),
    ...(draftId !== null && { draftId }),
  };
}
