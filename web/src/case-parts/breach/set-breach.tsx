import type { AnyCaseView } from '../../../../functions/contracts/case.ts';
import { Select } from '../../components/field/choices.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { type ActionProps, CommandForm, needs } from '../../pages/case/actions/command-form.tsx';
import { breachOf, breachOptions, isoDay } from './breach-choice.ts';
import { breachTexts } from './texts.ts';

/** The handler names the clause (G1); the reporter's own words stand as they are. */
export function SetBreach(action: ActionProps<AnyCaseView>) {
  const text = breachTexts();
  const { view, registers } = action;
  const counterpartId = view.direction === 'outgoing' ? view.counterpart.id : view.party?.id ?? null;
  const { breach } = view;
  const now = breach === null ? '' : breach.clause === null ? breach.kind : [breach.kind, breach.clause.agreementId, breach.clause.agreementVersion, breach.clause.clauseId].join('|');
  return (
    <CommandForm id="set-breach" action={action} initial={{ breach: now, words: breach?.text ?? '' }} submit={text.submit} said={text.said} kind="secondary" pointers={{ '/breach': 'breach', '/breach/text': 'words' }} keeps
      check={(form) => needs(form, 'breach', text.missing)} body={(form, version) => ({ version, breach: breachOf(form.text('breach'), form.text('words')) ?? { kind: 'agreement', text: '' } })}>
      {(form) => <>
        <Select form={form} name="breach" label={text.label} options={breachOptions(registers.agreements, counterpartId, isoDay(view.report.happenedAt))} />
        <TextField form={form} name="words" label={text.words} optional />
      </>}
    </CommandForm>
  );
}
