import type { AnyCaseView, AskView } from '../../../../../functions/contracts/case.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { Written } from '../../../components/facts/facts.tsx';
import { Radios } from '../../../components/field/choices.tsx';
import { leaving, namesIn, saidHarmless, TextArea } from '../../../components/field/text-area.tsx';
import { dateAndTime } from '../../../language/dates.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { type ActionProps, CommandForm, needs } from './command-form.tsx';
import { plainTexts } from './plain-texts.ts';
import { actionTexts } from './texts.ts';

/** The reporter's answer to what MAS asked. */
export function ProvideInformation(action: ActionProps<AnyCaseView>) {
  const text = actionTexts().answer;
  return <>
    <p><Written>{action.view.informationRequest?.question ?? ''}</Written></p>
    <CommandForm id="provide-information" action={action} initial={{ answer: '' }} submit={text.submit} said={text.said} pointers={{ '/answer': 'answer' }}
      check={(form) => needs(form, 'answer', text.missing)} body={(form, version) => ({ version, answer: form.text('answer').trim() })}>
      {(form) => <TextArea form={form} name="answer" label={text.field} most={textLimit.long} />}
    </CommandForm>
  </>;
}

/** What the external unit asked for, and the decision on it. */
export function DecideAsk({ ask, ...action }: ActionProps & { readonly ask: AskView }) {
  const text = actionTexts();
  const title = vocabulary().ask[ask.kind];
  return (
    <section class="panel panel-todo no-print">
      <h2>{title}</h2>
      <p class="small">{text.ask.asked(dateAndTime(ask.askedAt))} {ask.toUnit && text.ask.toUnit(`${ask.toUnit.name}, ${ask.toUnit.organisationName}`)} {ask.days !== null && text.ask.days(ask.days)}</p>
      <p><Written>{ask.reason}</Written></p>
      <CommandForm id="decide-ask" action={action} initial={{ approved: '', reason: '', dismissed: '' }} submit={text.ask.submit} said={text.ask.said} pointers={{ '/approved': 'approved', '/reason': 'reason' }}
        check={(form) => [
          ...(form.text('approved') === '' ? [{ field: 'approved', text: text.ask.decisionMissing }] : []),
          ...(form.text('approved') === 'no' ? needs(form, 'reason', plainTexts().reasonMissing) : []),
        ]}
        body={(form, version) => ({ version, askId: ask.id, approved: form.text('approved') === 'yes', reason: form.text('reason').trim(), notIdentifying: saidHarmless(form) })}>
        {(form) => <>
          <Radios form={form} name="approved" label={`${text.ask.decision}: ${title}`} options={[{ value: 'yes', label: text.ask.approve }, { value: 'no', label: text.ask.refuse }]} />
          <TextArea form={form} name="reason" label={text.ask.reasonField} optional={form.text('approved') !== 'no'} most={textLimit.medium} rows={2} marking={leaving(form, namesIn(action.registers))} />
        </>}
      </CommandForm>
    </section>
  );
}
