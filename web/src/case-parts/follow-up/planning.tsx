import type { ActionView } from '../../../../functions/contracts/follow-up.ts';
import type { AnyCaseView } from '../../../../functions/contracts/case.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import { actionKinds } from '../../../../functions/contracts/words.ts';
import { Radios } from '../../components/field/choices.tsx';
import { DateField } from '../../components/field/date-field.tsx';
import { TextArea } from '../../components/field/text-area.tsx';
import { longDate } from '../../language/dates.ts';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { bilingual } from '../../language/language.ts';
import { type ActionProps, CommandForm, needs } from '../../pages/case/actions/command-form.tsx';
import { More } from '../../pages/case/actions/plain-actions.tsx';
import { dateNames, dateOf, needsDate, noDate, StaffSelect, typedDate } from '../fields.tsx';
import { partTexts } from '../texts.ts';
import { ActionTable } from './action-table.tsx';

type OnCase = ActionProps<AnyCaseView>;
const texts = bilingual({
  add: 'Lägg till en åtgärd', kind: 'Slag', kindMissing: 'Välj slag.', kindAbout: { acute: 'Det som görs genast', systematic: 'Det som hindrar att det händer igen' }, text: 'Vad ska göras?', textMissing: 'Skriv vad som ska göras.', who: 'Vem ansvarar?',
  when: 'Är den gjord?', whenMissing: 'Svara om den är gjord.', planned: 'Nej, den ska göras', doneAlready: 'Ja, den är gjord', date: 'Datum', dateAbout: 'När den senast ska vara gjord, eller när den gjordes.', submit: 'Lägg till åtgärden', said: 'Åtgärden är tillagd.',
  complete: (what: string) => `Markera som gjord: ${what}`, doneOn: 'När blev den gjord?', effect: 'Vad blev effekten?', completeSubmit: 'Åtgärden är gjord', completeSaid: 'Åtgärden är markerad som gjord.',
  change: (what: string) => `Ändra: ${what}`, due: 'Senast', changeSubmit: 'Spara åtgärden', changeSaid: 'Åtgärden är ändrad.', open: (text: string, who: string, due: string) => `${text} (${who}, ${due})`, noDate: 'utan datum', byDate: (date: string) => `senast ${date}`,
  about: 'En åtgärd har en ansvarig och ett datum. Ett ärende kan vara utan åtgärder.',
}, {
  add: 'Add an action', kind: 'Kind', kindMissing: 'Choose a kind.', kindAbout: { acute: 'What is done at once', systematic: 'What keeps it from happening again' }, text: 'What is to be done?', textMissing: 'Write what is to be done.', who: 'Who is responsible?',
  when: 'Is it done?', whenMissing: 'Say whether it is done.', planned: 'No, it is to be done', doneAlready: 'Yes, it is done', date: 'Date', dateAbout: 'By when it is to be done, or when it was done.', submit: 'Add the action', said: 'The action is added.',
  complete: (what: string) => `Mark as done: ${what}`, doneOn: 'When was it done?', effect: 'What was the effect?', completeSubmit: 'The action is done', completeSaid: 'The action is marked as done.',
  change: (what: string) => `Change: ${what}`, due: 'By', changeSubmit: 'Save the action', changeSaid: 'The action is changed.', open: (text: string, who: string, due: string) => `${text} (${who}, ${due})`, noDate: 'without a date', byDate: (date: string) => `by ${date}`,
  about: 'An action has somebody responsible and a date. A case can be without actions.',
});
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** Planned actions and what can be done with each. */
export function PlannedActions(action: OnCase) {
  const text = texts();
  const { view } = action;
  const may = (id: AnyCaseView['allowed'][number]) => view.allowed.includes(id);
  const open = view.actions.filter(({ doneAt }) => doneAt === null);
  return (
    <div class="stack">
      <p class="small">{text.about}</p>
      <ActionTable view={view} />
      <div>
        {may('add-action') && <More title={text.add}><AddAction {...action} /></More>}
        {may('complete-action') && open.map((one) => <More key={`complete-${one.id}`} title={text.complete(short(one.text))}><CompleteAction one={one} {...action} /></More>)}
        {may('change-action') && open.map((one) => <More key={`change-${one.id}`} title={text.change(short(one.text))}><ChangeAction one={one} {...action} /></More>)}
      </div>
    </div>
  );
}

function AddAction(action: OnCase) {
  const text = texts();
  const words = incomingVocabulary();
  const { view, registers } = action;
  return (
    <CommandForm<'add-action', string> id="add-action" action={action} initial={{ kind: '', text: '', who: '', when: '', ...noDate(view.clock.now) }} submit={text.submit} said={text.said}
      pointers={{ '/kind': 'kind', '/text': 'text', '/responsibleUserId': 'who', '/due': 'day', '/doneAt': 'day' }}
      check={(form) => [...needs(form, 'kind', text.kindMissing), ...needs(form, 'text', text.textMissing), ...needs(form, 'who', partTexts().staffMissing), ...needs(form, 'when', text.whenMissing), ...needsDate(form)]}
      body={(form, version) => {
        const done = form.text('when') === 'done';
        return { version, kind: actionKinds.find((kind) => kind === form.text('kind')) ?? 'acute', text: form.text('text').trim(), responsibleUserId: form.text('who'), due: done ? null : typedDate(form), doneAt: done ? typedDate(form) : null };
      }}>
      {(form) => <>
        <Radios form={form} name="kind" label={text.kind} options={actionKinds.map((value) => ({ value, label: words.actionKind[value], description: text.kindAbout[value] }))} />
        <TextArea form={form} name="text" label={text.text} most={textLimit.medium} rows={2} />
        <StaffSelect form={form} name="who" label={text.who} registers={registers} first={view.direction === 'incoming' ? view.concernedUnits.map(({ id }) => id) : [view.reportingUnit.id]} />
        <Radios form={form} name="when" label={text.when} options={[{ value: 'planned', label: text.planned }, { value: 'done', label: text.doneAlready }]} />
        <DateField form={form} names={dateNames} label={text.date} description={text.dateAbout} />
      </>}
    </CommandForm>
  );
}

type OnAction = OnCase & { readonly one: ActionView };
function CompleteAction({ one, ...action }: OnAction) {
  const text = texts();
  return <>
    <p class="small">{text.open(one.text, one.responsible.name, one.due === null ? text.noDate : text.byDate(longDate(one.due)))}</p>
    <CommandForm<'complete-action', string> id="complete-action" action={action} initial={{ effect: '', ...dateOf(action.view.clock.now) }} submit={text.completeSubmit} said={text.completeSaid} pointers={{ '/doneAt': 'day', '/effect': 'effect' }}
      check={needsDate} body={(form, version) => ({ version, actionId: one.id, doneAt: typedDate(form) ?? '', effect: form.text('effect').trim() })}>
      {(form) => <>
        <DateField form={form} names={dateNames} label={text.doneOn} />
        <TextArea form={form} name="effect" label={text.effect} optional most={textLimit.medium} rows={2} />
      </>}
    </CommandForm>
  </>;
}

function ChangeAction({ one, ...action }: OnAction) {
  const text = texts();
  const due = one.due === null ? noDate(action.view.clock.now) : { year: one.due.slice(0, 4), month: String(Number(one.due.slice(5, 7))), day: String(Number(one.due.slice(8, 10))) };
  return (
    <CommandForm<'change-action', string> key={JSON.stringify(one)} id="change-action" action={action} initial={{ text: one.text, who: one.responsible.id, ...due }} submit={text.changeSubmit} said={text.changeSaid} kind="secondary" keeps
      pointers={{ '/text': 'text', '/responsibleUserId': 'who', '/due': 'day' }}
      check={(form) => [...needs(form, 'text', text.textMissing), ...needs(form, 'who', partTexts().staffMissing), ...needsDate(form)]}
      body={(form, version) => ({ version, actionId: one.id, text: form.text('text').trim(), responsibleUserId: form.text('who'), due: typedDate(form) ?? '' })}>
      {(form) => <>
        <TextArea form={form} name="text" label={text.text} most={textLimit.medium} rows={2} />
        <StaffSelect form={form} name="who" label={text.who} registers={action.registers} first={[one.unit.id]} />
        <DateField form={form} names={dateNames} label={text.due} />
      </>}
    </CommandForm>
  );
}
