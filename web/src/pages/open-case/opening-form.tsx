import { parseCaseNumber } from '../../../../functions/contracts/case-number.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { Button } from '../../components/button/button.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { useSending } from '../../components/form/use-sending.ts';
import { bilingual } from '../../language/language.ts';

export const openingTexts = bilingual({
  title: 'Öppna ett ärende med angivet skäl', lead: 'Ärendet hör inte till ditt arbete. Du kan läsa det i ett dygn om du anger varför du behöver det. Skälet syns i ärendet och granskas i stickprov.',
  number: 'Ärendenummer', numberWrong: 'Ärendenumret stämmer inte. Kontrollera tecknen.', reason: 'Varför du behöver läsa ärendet', reasonHelp: 'Skriv inga patientuppgifter.', reasonMissing: 'Skriv varför du behöver läsa ärendet.', open: 'Öppna ärendet',
}, {
  title: 'Open a case by stating a reason', lead: 'The case is not part of your work. You may read it for a day if you say why you need it. The reason is shown in the case and is gone through in spot checks.',
  number: 'Case number', numberWrong: 'The case number is not right. Check its characters.', reason: 'Why you need to read the case', reasonHelp: 'Write no patient data.', reasonMissing: 'Say why you need to read the case.', open: 'Open the case',
});

/** By its id where it is known, otherwise by the number that is typed. */
export function OpeningForm({ caseId, opened }: { readonly caseId?: string; readonly opened: (caseId: string) => void }) {
  const text = openingTexts();
  const form = useForm({ number: '', reason: '' });
  const { busy, send } = useSending('open-with-reason');
  const open = async () => {
    const number = parseCaseNumber(form.text('number'));
    const errors = [
      ...(caseId === undefined && number === undefined ? [{ field: 'number', text: text.numberWrong }] : []),
      ...(form.text('reason').trim() === '' ? [{ field: 'reason', text: text.reasonMissing }] : []),
    ];
    form.fail(errors);
    if (errors.length > 0) return;
    const sent = await send({ ...(caseId === undefined ? { number } : { caseId }), reason: form.text('reason').trim() });
    if (sent === null) return;
    if ('failure' in sent) return form.fail(errorsOf(sent.failure, { '/number': 'number', '/reason': 'reason' }));
    opened(sent.answer.caseId);
  };
  return (
    <FormFrame form={form} onSubmit={() => void open()} label={text.title} command="open-with-reason">
      {caseId === undefined && <TextField form={form} name="number" label={text.number} size={12} />}
      <TextField form={form} name="reason" label={text.reason} description={text.reasonHelp} />
      <div class="buttons"><Button type="submit" busy={busy}>{text.open}</Button></div>
    </FormFrame>
  );
}
