import { useRef, useState } from 'preact/hooks';
import type { RegistersView } from '../../../../functions/contracts/register.ts';
import { isNumber, unresolvedFindings } from '../../../../functions/contracts/identifying.ts';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/client.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { useReading } from '../../api/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { useSending } from '../../components/form/use-sending.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { part } from '../../components/page/part.tsx';
import { Page } from '../../components/page/page.tsx';
import { useKeeping } from '../../drafts/use-keeping.ts';
import { clockTime } from '../../language/dates.ts';
import { serverNow } from '../../language/server-time.ts';
import { ReportSections } from './sections.tsx';
import { reportTexts } from './texts.ts';
import { checkReport, onCallQuestion, reportBody, reportPointers, type ReportValues } from './values.ts';

interface ReportEditorProps {
  readonly registers: RegistersView;
  readonly draftId: string | null;
  readonly initial: ReportValues;
  readonly onSent: (receipt: Answer<'submit-deviation'>, ofPatient: boolean, onPaper: boolean) => void;
}
const Answers = part(() => import('./answers.tsx'));

export function ReportEditor({ registers, draftId, initial, onSent }: ReportEditorProps) {
  const text = reportTexts();
  const form = useForm(initial);
  const [id] = useState(() => draftId ?? crypto.randomUUID());
  const [checking, setChecking] = useState(false);
  const question = onCallQuestion(form);
  const finding = useReading('read-on-call', question && { query: question }).data;
  const { busy, send } = useSending('submit-deviation');
  const keeping = useKeeping(form.values, (values) => call('save-draft', { path: { draftId: id }, body: { values } }), !busy);
  const kept = useRef(draftId !== null);
  if (keeping.state === 'saved') kept.current = true;

  const check = () => {
    const errors = checkReport(form, serverNow(), finding);
    form.fail(errors);
    if (errors.length === 0) setChecking(true);
  };
  const submit = async () => {
    const body = reportBody(form, kept.current ? id : null, finding);
    if (!body) return setChecking(false);
    const outcome = await send(body);
    if (outcome === null) return;
    if ('answer' in outcome) {
      keeping.stop();
      return onSent(outcome.answer, body.patientReference !== undefined, body.paper !== undefined);
    }
    form.fail(errorsOf(outcome.failure, reportPointers));
    if (errorsOf(outcome.failure, reportPointers).some(({ field }) => field !== null)) setChecking(false);
  };
  const numbersLeft = ['whatHappened', 'immediateAction', 'medication', 'suggestion', 'unclearResponsibility', 'agreement']
    .some((name) => unresolvedFindings(String(form.values[name as keyof ReportValues]), form.text('notPersonalNumbers').split(',')).some(isNumber));

  // Each of the two steps is a page of its own to a screen reader: it gets its own heading and focus.
  if (checking) {
    return (
      <Page key="check" title={text.checkTitle} lead={text.checkLead}>
        <FormFrame form={form} onSubmit={() => void submit()} label={text.checkTitle}>
          {numbersLeft && <Notice color="warning"><p>{text.personalNumberLeft}</p></Notice>}
          <Answers form={form} registers={registers} finding={finding} change={() => setChecking(false)} />
          <div class="buttons">
            <Button type="submit" busy={busy}>{text.send}</Button>
            <Button kind="secondary" onClick={() => setChecking(false)}>{text.back}</Button>
          </div>
        </FormFrame>
      </Page>
    );
  }
  return (
    <Page key="write" title={text.title} lead={text.lead}>
      <FormFrame form={form} onSubmit={check} label={text.title}>
        <ReportSections form={form} registers={registers} finding={finding} />
        <div class="buttons"><Button type="submit">{text.check}</Button></div>
        <p class="saved" role="status">
          {keeping.state === 'saving' ? text.saving : keeping.state === 'failed' ? text.notSaved : keeping.state === 'saved' ? text.saved(clockTime(keeping.at)) : text.draftSaved}
        </p>
      </FormFrame>
    </Page>
  );
}
