import { dateNames, needsDate, typedDate } from '../../../case-parts/fields.tsx';
import type { FieldError } from '../../../api/field-errors.ts';
import { DateField } from '../../../components/field/date-field.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import type { Form } from '../../../components/form/use-form.ts';
import { meetingTexts } from './texts.ts';

const time = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;
/** `HH:MM` of what was typed; null where it is no time. */
const typedTime = (typed: string): string | null => {
  const [, hours, minutes] = time.exec(typed.trim()) ?? [];
  return hours === undefined || minutes === undefined ? null : `${hours.padStart(2, '0')}:${minutes}`;
};
/** When and where, as the form has it. */
export const typedPlace = (form: Form<string>) => ({
  date: typedDate(form) ?? '', from: typedTime(form.text('from')) ?? '', to: form.text('to').trim() === '' ? null : typedTime(form.text('to')), place: form.text('place').trim(), videoLink: form.text('videoLink').trim() === '' ? null : form.text('videoLink').trim(),
});
export function needsPlace(form: Form<string>): readonly FieldError[] {
  const text = meetingTexts();
  const { from, to, place, videoLink } = typedPlace(form);
  return [
    ...needsDate(form),
    ...(from === '' ? [{ field: 'from', text: text.timeWrong }] : []),
    ...(form.text('to').trim() !== '' && to === null ? [{ field: 'to', text: text.timeWrong }] : []),
    ...(from !== '' && to !== null && to <= from ? [{ field: 'to', text: text.orderWrong }] : []),
    ...(place === '' && videoLink === null ? [{ field: 'place', text: text.whereMissing }] : []),
    ...(videoLink !== null && !/^https:\/\/\S+\.\S+/.test(videoLink) ? [{ field: 'videoLink', text: text.videoWrong }] : []),
  ];
}
export const placePointers = { '/date': 'day', '/from': 'from', '/to': 'to', '/place': 'place', '/videoLink': 'videoLink' };

export function PlaceFields({ form }: { readonly form: Form<string> }) {
  const text = meetingTexts();
  return <>
    <DateField form={form} names={dateNames} label={text.date} />
    <TextField form={form} name="from" label={text.from} description={text.timeAbout} size={6} />
    <TextField form={form} name="to" label={text.to} size={6} optional />
    <TextField form={form} name="place" label={text.place} description={text.whereAbout} />
    <TextField form={form} name="videoLink" label={text.videoLink} />
  </>;
}
