import type { BodyOf } from '../api/client.ts';
import type { FieldError } from '../api/field-errors.ts';
import type { AgreementChoice } from '../../../functions/contracts/breach.ts';
import { breachOf } from '../case-parts/breach/breach-choice.ts';
import { type MomentFault, readMoment, typedMoment } from '../components/field/moment.ts';
import type { Form, FormValue } from '../components/form/use-form.ts';
import { textLimit } from '../../../functions/contracts/limits.ts';
import { categories, filerRelations, harms, legalBases, targetGroups } from '../../../functions/contracts/words.ts';
import { incomingReportTexts } from './texts.ts';

/** Who fills it in: our staff for somebody, a party of the register, or the public. They are asked different things. */
export type Audience = 'staff' | 'party' | 'public';
export interface ReportChoices {
  readonly ownUnits: readonly { readonly id: string; readonly name: string }[];
  readonly categories: readonly (typeof categories)[number][];
  readonly harms: readonly (typeof harms)[number][];
  readonly asksTargetGroup: boolean;
  readonly agreements: readonly AgreementChoice[];
  /** Organisation that files, where it is one of the register. */
  readonly partyId: string | null;
}
/** Names of the fields; `also-ID` says whether our unit ID is concerned as well. */
export type IncomingForm = Form<string>;
export const unknownUnit = 'unknown';

export function freshIncoming(now: number | null): Record<string, FormValue> {
  const at = now === null ? { day: '', month: '', year: '', time: '' } : typedMoment(now);
  return {
    happenedDay: '', happenedMonth: '', happenedYear: at.year, happenedTime: '', discoveredDay: at.day, discoveredMonth: at.month, discoveredYear: at.year, discoveredTime: at.time,
    unit: '', legalBasis: '', category: '', whatHappened: '', wishes: '', harm: '', seriousRisk: false, otherReference: '', breachKind: '', breachText: '', targetGroup: '', alreadySolved: false, unclearResponsibility: '',
    relation: '', hasPatient: '', reference: '', protectedIdentity: false, notPersonalNumbers: '',
  };
}

type Which = 'happened' | 'discovered' | 'received' | 'filled';
/** A year alone is nobody's answer: it stands there from the start. */
export function momentIn(form: IncomingForm, which: Which): { readonly at: string } | { readonly fault: MomentFault } {
  const part = (name: string) => form.text(`${which}${name}`);
  const [day, month, year, time] = [part('Day'), part('Month'), part('Year'), part('Time')];
  return day === '' && month === '' && time === '' ? { fault: 'missing' } : readMoment({ day, month, year, time });
}
export const momentNames = (which: Which): [string, string, string, string] => [`${which}Day`, `${which}Month`, `${which}Year`, `${which}Time`];

export const incomingPointers: Readonly<Record<string, string>> = {
  '/report/happenedAt': 'happenedDay', '/report/discoveredAt': 'discoveredDay', '/report/concernedUnitIds': 'unit', '/report/legalBasis': 'legalBasis', '/report/category': 'category',
  '/report/whatHappened': 'whatHappened', '/report/wishes': 'wishes', '/report/harm': 'harm', '/report/targetGroup': 'targetGroup', '/report/otherReference': 'otherReference', '/report/breach/text': 'breachText', '/report/breach': 'breachKind',
  '/report/unclearResponsibility': 'unclearResponsibility', '/relation': 'relation', '/patientReference': 'reference',
};

/** What is missing or wrong, in the order of the page. `now`: the server's, in milliseconds. */
export function checkIncoming(form: IncomingForm, audience: Audience, now: number | null): readonly FieldError[] {
  const { wrong } = incomingReportTexts();
  const errors: FieldError[] = [];
  const add = (field: string, text: string) => errors.push({ field, text });
  const need = (field: string, text: string, most = Infinity) => {
    const value = form.text(field).trim();
    if (value === '') add(field, text);
    else if (value.length > most) add(field, wrong.tooLong);
  };
  const happened = momentIn(form, 'happened');
  const discovered = momentIn(form, 'discovered');
  for (const [which, moment] of [['happened', happened], ['discovered', discovered]] as const) {
    if ('fault' in moment) add(`${which}Day`, moment.fault === 'missing' ? wrong[which] : wrong[moment.fault]);
    else if (now !== null && Date.parse(moment.at) > now + 60_000) add(`${which}Day`, wrong.future);
  }
  if ('at' in happened && 'at' in discovered && discovered.at < happened.at) add('discoveredDay', wrong.before);
  need('unit', audience === 'staff' ? wrong.unitStaff : wrong.unit);
  if (audience !== 'public') need('legalBasis', wrong.legalBasis);
  need('category', wrong.category);
  need('whatHappened', wrong.whatHappened, textLimit.long);
  need('harm', wrong.harm);
  if (audience === 'public') need('relation', wrong.relation);
  for (const field of ['wishes', 'unclearResponsibility']) if (form.text(field).length > textLimit.medium) add(field, wrong.tooLong);
  for (const field of ['otherReference', 'breachText']) if (form.text(field).length > textLimit.short) add(field, wrong.tooLong);
  need('hasPatient', wrong.hasPatient);
  if (form.text('hasPatient') === 'yes') need('reference', wrong.reference, textLimit.short);
  return errors;
}

type Body = BodyOf<'submit-intake'>;
/** What is filed; null while something that must be there is not. */
export function incomingBody(form: IncomingForm, audience: Audience, choices: ReportChoices): Body | null {
  const happened = momentIn(form, 'happened');
  const discovered = momentIn(form, 'discovered');
  const legalBasis = audience === 'public' ? 'unknown' : legalBases.find((one) => one === form.text('legalBasis'));
  const category = categories.find((one) => one === form.text('category'));
  const harm = harms.find((one) => one === form.text('harm'));
  if ('fault' in happened || 'fault' in discovered || !legalBasis || !category || !harm) return null;
  const written = (name: string) => {
    const value = form.text(name).trim();
    return value === '' ? {} : { [name]: value };
  };
  const unit = form.text('unit');
  const concernedUnitIds = unit === unknownUnit || unit === '' ? [] : [unit, ...choices.ownUnits.map(({ id }) => id).filter((id) => id !== unit && form.flag(`also-${id}`))];
  const breach = breachOf(form.text('breachKind'), form.text('breachText'));
  const targetGroup = targetGroups.find((one) => one === form.text('targetGroup'));
  const relation = audience === 'public' ? filerRelations.find((one) => one === form.text('relation')) : undefined;
  return {
    report: {
      happenedAt: happened.at, discoveredAt: discovered.at, concernedUnitIds, legalBasis, category, harm, whatHappened: form.text('whatHappened').trim(),
      ...written('wishes'), ...written('otherReference'), ...written('unclearResponsibility'),
      ...(form.flag('seriousRisk') && { seriousRisk: true }), ...(form.flag('alreadySolved') && { alreadySolved: true }),
      ...(breach && { breach }), ...(targetGroup && { targetGroup }),
    },
    ...(relation && { relation }),
    ...(form.text('hasPatient') === 'yes' && { patientReference: { reference: form.text('reference').trim(), protectedIdentity: form.flag('protectedIdentity') } }),
  };
}
