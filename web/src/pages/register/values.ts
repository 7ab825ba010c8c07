import { openOwnUnits } from '../../case-parts/parties.ts';
import type { Draft } from '../../../../functions/contracts/report.ts';
import type { RegistersView } from '../../../../functions/contracts/register.ts';
import { languages, type ResponsibleRole, responsibleRoles } from '../../../../functions/contracts/words.ts';
import type { BodyOf } from '../../api/client.ts';
import type { FieldError } from '../../api/field-errors.ts';
import { typedMoment } from '../../components/field/moment.ts';
import type { FormValue } from '../../components/form/use-form.ts';
import { incomingReportTexts } from '../../incoming-report/texts.ts';
import { checkIncoming, freshIncoming, incomingBody, type IncomingForm, incomingPointers, momentIn, type ReportChoices } from '../../incoming-report/values.ts';
import { registerTexts } from './texts.ts';

/** Values of the choices that name no organisation and no unit. */
export const nobody = 'none';

export function freshRegistration(now: number | null, principals: readonly ResponsibleRole[], draft: Draft | null): Record<string, FormValue> {
  const at = now === null ? { day: '', month: '', year: '', time: '' } : typedMoment(now);
  const fresh: Record<string, FormValue> = {
    ...freshIncoming(now), principal: principals.length === 1 ? principals[0] ?? '' : '', party: '', partyUnit: '', mailbox: '', language: 'sv', paper: false, paperVersion: '', downtime: false,
    receivedDay: at.day, receivedMonth: at.month, receivedYear: at.year, receivedTime: at.time, filledDay: '', filledMonth: '', filledYear: at.year, filledTime: '',
  };
  for (const [name, value] of Object.entries(draft?.values ?? {})) if (value !== null) fresh[name] = value;
  return fresh;
}

export const choicesOf = (registers: RegistersView, form: IncomingForm): ReportChoices => {
  const party = form.text('party');
  return { ownUnits: openOwnUnits(registers), asksTargetGroup: registers.routine.targetGroup === 'asked', agreements: registers.agreements, partyId: party === '' || party === nobody ? null : party, categories: registers.routine.incoming.categories, harms: registers.routine.harms };
};
/** The unit that filed, where the register can write to it: then no address is typed. */
export const unitWithMailbox = (form: IncomingForm, registers: RegistersView) => registers.units.find(({ id, hasMailbox }) => id === form.text('partyUnit') && hasMailbox);

export const registerPointers: Readonly<Record<string, string>> = {
  ...incomingPointers, '/principal': 'principal', '/report/partyOrganisationId': 'party', '/report/partyUnitId': 'partyUnit', '/filer': 'mailbox', '/receivedAt': 'receivedDay', '/paper/formVersion': 'paperVersion', '/paper': 'filledDay',
};

export function checkRegistration(form: IncomingForm, registers: RegistersView, now: number | null): readonly FieldError[] {
  const { wrong } = registerTexts();
  const general = incomingReportTexts().wrong;
  const errors: FieldError[] = [];
  const needMoment = (which: 'received' | 'filled') => {
    const moment = momentIn(form, which);
    if ('fault' in moment) errors.push({ field: `${which}Day`, text: moment.fault === 'missing' ? wrong[which] : general[moment.fault] });
    else if (now !== null && Date.parse(moment.at) > now + 60_000) errors.push({ field: `${which}Day`, text: general.future });
  };
  if (form.text('principal') === '') errors.push({ field: 'principal', text: wrong.principal });
  if (form.text('party') === '') errors.push({ field: 'party', text: wrong.party });
  else if (form.text('party') !== nobody && form.text('partyUnit') === '') errors.push({ field: 'partyUnit', text: wrong.partyUnit });
  const mailbox = form.text('mailbox').trim();
  if (!unitWithMailbox(form, registers) && mailbox !== '' && !/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(mailbox)) errors.push({ field: 'mailbox', text: wrong.mailbox });
  needMoment('received');
  if (form.flag('paper')) {
    if (!/^[1-9]\d{0,2}$/.test(form.text('paperVersion').trim())) errors.push({ field: 'paperVersion', text: wrong.version });
    needMoment('filled');
  }
  return [...errors, ...checkIncoming(form, 'staff', now)];
}

export function registrationBody(form: IncomingForm, registers: RegistersView): BodyOf<'register-deviation'> | null {
  const filed = incomingBody(form, 'staff', choicesOf(registers, form));
  const principal = responsibleRoles.find((role) => role === form.text('principal'));
  const received = momentIn(form, 'received');
  const filled = momentIn(form, 'filled');
  if (!filed || !principal || 'fault' in received) return null;
  const chosen = (name: string) => (form.text(name) === nobody || form.text(name) === '' ? null : form.text(name));
  const mailbox = form.text('mailbox').trim();
  return {
    principal, receivedAt: received.at,
    report: { ...filed.report, partyOrganisationId: chosen('party'), partyUnitId: chosen('party') === null ? null : chosen('partyUnit') },
    filer: { mailbox: unitWithMailbox(form, registers) || mailbox === '' ? null : mailbox, language: languages.find((one) => one === form.text('language')) ?? 'sv' },
    ...(form.flag('paper') && 'at' in filled && { paper: { formVersion: Number(form.text('paperVersion').trim()), filledAt: filled.at, downtime: form.flag('downtime') } }),
    ...(filed.patientReference && { patientReference: filed.patientReference }),
  };
}
