import type { BodyOf } from '../../api/client.ts';
import type { FieldError } from '../../api/field-errors.ts';
import { readMoment, type TypedMoment, typedMoment } from '../../components/field/moment.ts';
import type { Form, FormValue } from '../../components/form/use-form.ts';
import { categories, harms, legalBases } from '../../../../functions/contracts/words.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import { reportTexts } from './texts.ts';

const names = [
  'happenedDay', 'happenedMonth', 'happenedYear', 'happenedTime', 'discoveredDay', 'discoveredMonth', 'discoveredYear', 'discoveredTime',
  'unitId', 'counterpartId', 'externalUnitId', 'legalBasis', 'category', 'whatHappened', 'immediateAction', 'harm', 'medication', 'agreement',
  'hasPatient', 'reference', 'suggestion', 'unclearResponsibility', 'notPersonalNumbers',
] as const;
const flags = ['duringOnCall', 'nurseOnDutyInformed', 'doctorConsulted', 'handoverConfirmed', 'protectedIdentity', 'alreadySolved'] as const;
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
    hasPatient: '', reference: '', suggestion: '', unclearResponsibility: '', notPersonalNumbers: '',
    duringOnCall: false, nurseOnDutyInformed: false, doctorConsulted: false, handoverConfirmed: false, protectedIdentity: false, alreadySolved: false,
  };
}

/** A kept draft over a fresh form: fields that a later version of the form lacks are left behind. */
export function valuesOfDraft(draft: Readonly<Record<string, string | boolean | null>>, fresh: ReportValues): ReportValues {
  const values = { ...fresh };
  for (const name of names) if (typeof draft[name] === 'string') values[name] = draft[name];
  for (const name of flags) if (typeof draft[name] === 'boolean') values[name] = draft[name];
  return values;
}

const typed = (form: ReportForm, which: 'happened' | 'discovered'): TypedMoment => ({
  day: form.text(`${which}Day`), month: form.text(`${which}Month`), year: form.text(`${which}Year`), time: form.text(`${which}Time`),
});
/** A year alone is nobody's answer: it stands there from the start. */
const asTyped = (form: ReportForm, which: 'happened' | 'discovered') => {
  const moment = typed(form, which);
  return moment.day === '' && moment.month === '' && moment.time === '' ? { fault: 'missing' as const } : readMoment(moment);
};

export const asksMedication = (category: string) => category === 'medication' || category === 'doseDispensing';
export const asksAgreement = (category: string) => ['dischargeCoordination', 'coordinatedPlan', 'responsibility'].includes(category);
export const asksOnCall = (form: ReportForm) => form.text('category') === 'outOfHours' || form.flag('duringOnCall');

export const reportPointers: Readonly<Record<string, ReportName>> = {
  '/report/happenedAt': 'happenedDay', '/report/discoveredAt': 'discoveredDay', '/report/unitId': 'unitId', '/report/counterpartId': 'counterpartId',
  '/report/externalUnitId': 'externalUnitId', '/report/legalBasis': 'legalBasis', '/report/category': 'category', '/report/whatHappened': 'whatHappened',
  '/report/immediateAction': 'immediateAction', '/report/harm': 'harm', '/report/medication': 'medication', '/report/agreement': 'agreement',
  '/report/suggestion': 'suggestion', '/report/unclearResponsibility': 'unclearResponsibility', '/patientReference': 'reference',
};

/** What is missing or wrong, in the order of the page. `now` is the server's time in milliseconds. */
export function checkReport(form: ReportForm, now: number | null): readonly FieldError[] {
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
  if (form.text('hasPatient') === '') add('hasPatient', wrong.hasPatient);
  if (form.text('hasPatient') === 'yes' && form.text('reference').trim() === '') add('reference', wrong.reference);
  return errors;
}

/** The body of `submit-deviation`; null while something that must be there is not. */
export function reportBody(form: ReportForm, draftId: string | null): BodyOf<'submit-deviation'> | null {
  const happened = asTyped(form, 'happened');
  const discovered = asTyped(form, 'discovered');
  const legalBasis = legalBases.find((one) => one === form.text('legalBasis'));
  const category = categories.find((one) => one === form.text('category'));
  const harm = harms.find((one) => one === form.text('harm'));
  if ('fault' in happened || 'fault' in discovered || !legalBasis || !category || !harm) return null;
  const written = (name: ReportName) => {
    const value = form.text(name).trim();
    return value === '' ? {} : { [name]: value };
  };
  return {
    report: {
      happenedAt: happened.at, discoveredAt: discovered.at, unitId: form.text('unitId'), counterpartId: form.text('counterpartId'),
      externalUnitId: form.text('externalUnitId') === unknownUnit ? null : form.text('externalUnitId'),
      legalBasis, category, harm, whatHappened: form.text('whatHappened').trim(), immediateAction: form.text('immediateAction').trim(),
      ...written('suggestion'), ...written('unclearResponsibility'),
      ...(asksMedication(category) && written('medication')), ...(asksAgreement(category) && written('agreement')),
      ...(form.flag('alreadySolved') && { alreadySolved: true }),
      ...(asksOnCall(form) && { onCall: {
        nurseOnDutyInformed: form.flag('nurseOnDutyInformed'), doctorConsulted: form.flag('doctorConsulted'), handoverConfirmed: form.flag('handoverConfirmed'),
      } }),
    },
    ...(form.text('hasPatient') === 'yes' && { patientReference: { reference: form.text('reference').trim(), protectedIdentity: form.flag('protectedIdentity') } }),
    ...(draftId !== null && { draftId }),
  };
}
