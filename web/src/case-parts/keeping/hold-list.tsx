import { useState } from 'preact/hooks';
import type { LegalHoldView } from '../../../../functions/contracts/keeping.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import { errorsOf } from '../../api/field-errors.ts';
import { Button } from '../../components/button/button.tsx';
import { TextArea } from '../../components/field/text-area.tsx';
import { FormFrame } from '../../components/form/form.tsx';
import { useForm } from '../../components/form/use-form.ts';
import { useSending } from '../../components/form/use-sending.ts';
import { type Column, Records } from '../../components/records/records.tsx';
import { longDate, shortDate } from '../../language/dates.ts';
import { keepingWords } from '../../language/keeping-words.ts';
import { keepingTexts } from '../../pages/collaboration/keeping/texts.ts';

const subjectOf = ({ scope, subject }: LegalHoldView): string => `${keepingWords().scope[scope]}: ${subject}`;

/** Holds with what they cover, why, until when; and their release. */
export function HoldList({ holds, done }: { readonly holds: readonly LegalHoldView[]; readonly done: (said: string) => void }) {
  const text = keepingTexts();
  const [releasing, setReleasing] = useState<string | null>(null);
  const columns: readonly Column<LegalHoldView>[] = [
    { title: text.subject, cell: subjectOf },
    { title: text.reason, cell: ({ reason }) => reason },
    { title: text.by, cell: ({ by, at }) => `${by.name}, ${shortDate(at)}` },
    { title: text.until, cell: ({ until }) => (until === null ? text.untilReleased : longDate(until)) },
    { title: text.state, cell: (hold) => (
      <>
        {hold.inForce ? text.inForce : text.over}
        {hold.released && <span class="small"> {text.released(hold.released.by.name, shortDate(hold.released.at), hold.released.reason)}</span>}
        {hold.mayRelease && hold.inForce && releasing !== hold.id && <Button kind="tertiary" label={text.releaseTitle(subjectOf(hold))} onClick={() => setReleasing(hold.id)}>{text.release}</Button>}
      </>
    ) },
  ];
  const chosen = holds.find(({ id }) => id === releasing);
  return (
    <>
      <Records caption={text.holds} columns={columns} rows={holds} keyOf={({ id }) => id} mark={({ inForce }) => inForce} />
      {chosen && <Release key={chosen.id} hold={chosen} close={() => setReleasing(null)} done={done} />}
    </>
  );
}

function Release({ hold, close, done }: { readonly hold: LegalHoldView; readonly close: () => void; readonly done: (said: string) => void }) {
  const text = keepingTexts();
  const form = useForm({ reason: '' });
  const { busy, send } = useSending('release-legal-hold');
  const release = async () => {
    const reason = form.text('reason').trim();
    form.fail(reason === '' ? [{ field: 'reason', text: text.reasonMissing }] : []);
    if (reason === '') return;
    const sent = await send({ reason }, { holdId: hold.id });
    if (sent === null) return;
    if ('failure' in sent) return form.fail(errorsOf(sent.failure, { '/reason': 'reason' }));
    close();
    done(text.releasedNow);
  };
  return (
    <FormFrame form={form} onSubmit={() => void release()} label={text.releaseTitle(subjectOf(hold))} command="release-legal-hold">
      <TextArea form={form} name="reason" most={textLimit.medium} rows={2} label={text.reason} />
      <div class="buttons"><Button type="submit" busy={busy}>{text.release}</Button><Button kind="tertiary" onClick={close}>{text.cancel}</Button></div>
    </FormFrame>
  );
}
