import { useState } from 'preact/hooks';
import type { LegalHoldList, LegalHoldView } from '../../../../../functions/contracts/keeping.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { errorsOf, type FieldError } from '../../../api/field-errors.ts';
import { Button } from '../../../components/button/button.tsx';
import { Radios, Select } from '../../../components/field/choices.tsx';
import { DateField } from '../../../components/field/date-field.tsx';
import { readDate } from '../../../components/field/moment.ts';
import { TextField } from '../../../components/field/text-field.tsx';
import { TextArea } from '../../../components/field/text-area.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { holdScopes } from '../../../../../functions/contracts/words.ts';
import { keepingWords } from '../../../language/keeping-words.ts';
import { HoldList } from '../../../case-parts/keeping/hold-list.tsx';
import { Parts } from './parts.tsx';
import { keepingTexts } from './texts.ts';

/** Every hold there is and was; placing and releasing. */
export function HoldsPage() {
  const text = keepingTexts();
  const reading = useReading('list-legal-holds', {});
  const [said, setSaid] = useState('');
  const done = (sentence: string) => void reading.reload().then(() => setSaid(sentence));
  return (
    <Page title={text.holds} lead={text.holdsLead} wide>
      <Parts current="holds" />
      <div role="status">{said && <Notice color="success"><p>{said}</p></Notice>}</div>
      {reading.failure !== null && <Failed failure={reading.failure} again={() => void reading.reload()} />}
      {!reading.data && reading.failure === null && <Loading />}
      {reading.data && <Holds list={reading.data} done={done} />}
    </Page>
  );
}

function Holds({ list, done }: { readonly list: LegalHoldList; readonly done: (said: string) => void }) {
  const text = keepingTexts();
  const holds: readonly LegalHoldView[] = list.holds;
  return (
    <>
      {holds.length === 0 ? <p role="status">{text.noHolds}</p> : <HoldList holds={holds} done={done} />}
      {list.mayPlace ? <PlaceHold key={holds.length} parties={list.parties} done={done} /> : <p>{text.refused}</p>}
    </>
  );
}

function PlaceHold({ parties, done }: { readonly parties: LegalHoldList['parties']; readonly done: (said: string) => void }) {
  const text = keepingTexts();
  const form = useForm({ scope: 'case', number: '', organisationId: '', reason: '', day: '', month: '', year: '' });
  const { busy, send } = useSending('place-legal-hold');
  const scope = holdScopes.find((one) => one === form.text('scope')) ?? 'case';
  const place = async () => {
    const until = readDate({ day: form.text('day'), month: form.text('month'), year: form.text('year') });
    const field = scope === 'party' ? 'organisationId' : 'number';
    const faults: FieldError[] = [
      ...(form.text(field).trim() === '' ? [{ field, text: text.subjectMissing }] : []),
      ...(form.text('reason').trim() === '' ? [{ field: 'reason', text: text.reasonMissing }] : []),
      ...('fault' in until && until.fault === 'dateWrong' ? [{ field: 'day', text: text.dateWrong }] : []),
    ];
    form.fail(faults);
    if (faults.length > 0) return;
    const why = { reason: form.text('reason').trim(), until: 'date' in until ? until.date : null };
    const sent = await send(scope === 'party' ? { scope, organisationId: form.text('organisationId'), ...why } : { scope, number: form.text('number').trim(), ...why });
    if (sent === null) return;
    if ('failure' in sent) return form.fail(errorsOf(sent.failure, { '/number': 'number', '/organisationId': 'organisationId', '/reason': 'reason', '/until': 'day' }));
    done(text.placed);
  };
  return (
    <FormFrame form={form} onSubmit={() => void place()} label={text.place} command="place-legal-hold">
      <Radios form={form} name="scope" label={text.scope} options={holdScopes.map((value) => ({ value, label: keepingWords().scope[value] }))} />
      {scope === 'party'
        ? <Select form={form} name="organisationId" label={text.party} empty={text.choose} options={parties.map(({ id, name }) => ({ value: id, label: name }))} />
        : <TextField form={form} name="number" label={scope === 'case' ? text.caseNumber : text.caseOfPatient} size={12} />}
      <TextArea form={form} name="reason" most={textLimit.medium} rows={2} label={text.reason} />
      <DateField form={form} names={['day', 'month', 'year']} label={text.untilOptional} optional />
      <div class="buttons"><Button type="submit" busy={busy}>{text.place}</Button></div>
    </FormFrame>
  );
}
