import type { ReportView } from '../../../../../functions/contracts/periodic-report.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { errorsOf } from '../../../api/field-errors.ts';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox } from '../../../components/field/choices.tsx';
import { leaving, saidHarmless, TextArea } from '../../../components/field/text-area.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { language } from '../../../language/language.ts';
import { EditionView } from './edition.tsx';
import type { Going } from './report.tsx';
import { reportTexts } from './texts.ts';

/** The draft: figures as they are, and words to write beside them (G3). Submitting saves first. */
export function DraftForm({ going, draft }: { readonly going: Going; readonly draft: NonNullable<ReportView['draft']> }) {
  const text = reportTexts();
  const { lines, summary } = draft.edition;
  const known = lines.map(({ counterpart }) => counterpart);
  const form = useForm<string>({
    summary, dismissed: draft.resolved.join(','), ...Object.fromEntries(lines.flatMap((line, index) => [[`text${index}`, line.text] as const, [`fault${index}`, line.systemFault] as const])),
  });
  const saving = useSending('edit-report');
  const submitting = useSending('submit-report');
  const save = async (): Promise<ReportView | null> => {
    const sent = await saving.send({
      version: going.report.version, summary: form.text('summary'), notIdentifying: saidHarmless(form),
      lines: lines.map(({ key }, index) => ({ key, text: form.text(`text${index}`), systemFault: form.flag(`fault${index}`) })),
    }, { reportId: going.report.id });
    if (sent === null) return null;
    if ('answer' in sent) return sent.answer;
    if (!going.stale(sent.failure)) form.fail(errorsOf(sent.failure, { '/summary': 'summary', ...Object.fromEntries(lines.map((_, index) => [`/lines/${index}/text`, `text${index}`])) }));
    return null;
  };
  const submit = async () => {
    const saved = await save();
    if (saved === null) return;
    const sent = await submitting.send({ version: saved.version }, { reportId: saved.id });
    if (sent === null) return;
    if ('answer' in sent) return going.done(sent.answer, text.submitted);
    // What was written is saved, whatever stands in the way of submitting it.
    going.done(saved, '');
    if (!going.stale(sent.failure)) form.fail(errorsOf(sent.failure, {}));
  };
  return (
    <section class="stack">
      <p>{text.draftLead}</p>
      <EditionView edition={draft.edition} heading="h2" />
      {draft.routedAway.length > 0 && <Notice><p><strong>{text.routedAway}</strong></p>{draft.routedAway.map(({ targetGroup, group, count }) => <p key={targetGroup}>{text.routedTo(count, group)}</p>)}</Notice>}
      <div class="no-print stack"><FormFrame form={form} onSubmit={() => void save().then((saved) => saved && going.done(saved, text.saved))} label={text.save} command="edit-report">
        <TextArea form={form} name="summary" most={textLimit.long} label={text.summary} marking={leaving(form, known)} optional />
        {lines.map((line, index) => <div key={line.key}>
          <TextArea form={form} name={`text${index}`} most={textLimit.medium} rows={2} label={text.lineText(`${line.counterpart}, ${line.clause[language.value]}`)} marking={leaving(form, known)} optional />
          <Checkbox form={form} name={`fault${index}`} label={text.systemFault} />
        </div>)}
        <div class="buttons"><Button type="submit" kind="secondary" busy={saving.busy}>{text.save}</Button></div>
      </FormFrame>
      <p>{text.submitAbout}</p>
      <div class="buttons" data-command="submit-report"><Button busy={submitting.busy} onClick={() => void submit()}>{text.submit}</Button></div></div>
    </section>
  );
}
