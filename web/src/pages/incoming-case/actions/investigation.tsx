import type { IncomingCaseView } from '../../../../../functions/contracts/incoming.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { causeAreas, type InvestigationPart, investigationParts } from '../../../../../functions/contracts/words.ts';
import { type Marking, TextArea } from '../../../components/field/text-area.tsx';
import type { Form } from '../../../components/form/use-form.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { incomingVocabulary } from '../../../language/incoming-vocabulary.ts';
import { bilingual } from '../../../language/language.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { type ActionProps, CommandForm } from '../../case/actions/command-form.tsx';
import { MendLink } from '../../case/actions/plain-actions.tsx';
import { incomingActionTexts } from './texts.ts';

type Incoming = ActionProps<IncomingCaseView>;
const texts = bilingual({
  about: 'Fyll i del för del. Skriv vad som hände, inte vem som gjorde det. Varje del sparas för sig.',
  progress: (done: number, of: number) => `${done} av ${of} delar ifyllda`,
  state: { done: 'Ifylld', todo: 'Att fylla i', optional: 'Frivillig' },
  partAbout: {
    courseOfEvents: 'Vad hände, steg för steg, och när?', causes: 'Skriv under de områden som hade betydelse. Lämna resten tomma.', rootCause: 'Vad behöver ändras för att det inte ska hända igen?',
    wentWell: 'Vad fungerade, och hindrade att det blev värre?', patientViews: 'Hur har patienten och närstående upplevt det?',
  },
  submit: (part: string) => `Spara: ${part}`, said: (part: string) => `Sparat: ${part}.`,
}, {
  about: 'Fill in part by part. Write what happened, not who did it. Each part is saved by itself.',
  progress: (done: number, of: number) => `${done} of ${of} parts filled in`,
  state: { done: 'Filled in', todo: 'To fill in', optional: 'Optional' },
  partAbout: {
    courseOfEvents: 'What happened, step by step, and when?', causes: 'Write under the areas that mattered. Leave the others empty.', rootCause: 'What needs to change so that it does not happen again?',
    wentWell: 'What worked, and kept it from getting worse?', patientViews: 'How have the patient and relatives seen it?',
  },
  submit: (part: string) => `Save: ${part}`, said: (part: string) => `Saved: ${part}.`,
});

const isFilled = (part: InvestigationPart, { investigation }: IncomingCaseView) => (part === 'causes' ? investigation.causes.length > 0 : investigation[part] !== '');
/** The parts still to do first thing open; the form keeps what is typed until it is saved. */
export function InvestigationTasks(action: Incoming) {
  const text = texts();
  const words = incomingVocabulary();
  const { view } = action;
  const required = view.investigation.requiredParts;
  const ordered = [...investigationParts.filter((part) => required.includes(part)), ...investigationParts.filter((part) => !required.includes(part))];
  const done = ordered.filter((part) => isFilled(part, view)).length;
  return (
    <div class="stack">
      <p class="small">{text.about}</p>
      <p role="status"><strong>{text.progress(done, ordered.length)}</strong></p>
      <ol class="tasks">
        {ordered.map((part) => {
          const state = isFilled(part, view) ? 'done' : required.includes(part) ? 'todo' : 'optional';
          return (
            <li key={part}>
              <details class="more" id={`part-${part}`}>
                <summary><span class="task-name">{words.part[part]}</span><span class="ds-tag" data-color={state === 'done' ? 'success' : state === 'todo' ? 'warning' : 'neutral'}><Icon name={state === 'done' ? 'check' : 'pen'} />{text.state[state]}</span></summary>
                <div class="stack">
                  <p class="small">{text.partAbout[part]}</p>
                  {part === 'causes' ? <Causes {...action} /> : <Part part={part} {...action} />}
                </div>
              </details>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const markingOf = (form: Form<string>): Marking => ({
  dismissed: form.text('dismissed').split(','), dismiss: (digits) => form.set('dismissed', [form.text('dismissed'), digits].filter(Boolean).join(',')),
});

function Part({ part, ...action }: Incoming & { readonly part: Exclude<InvestigationPart, 'causes'> }) {
  const text = texts();
  const label = incomingVocabulary().part[part];
  return (
    <CommandForm<'save-investigation', string> id="save-investigation" action={action} initial={{ text: action.view.investigation[part], dismissed: '' }} submit={text.submit(label)} said={text.said(label)} kind="secondary" keeps pointers={{ [`/${part}`]: 'text' }}
      check={(form) => (form.text('text').length > textLimit.long ? [{ field: 'text', text: incomingActionTexts().tooLong }] : [])}
      body={(form, version) => ({ version, [part]: form.text('text').trim() })}>
      {(form) => <TextArea form={form} name="text" label={label} most={textLimit.long} rows={6} marking={markingOf(form)} />}
    </CommandForm>
  );
}

/** One text per area; several causes of an area, as another program may have written them, stand under each other. */
function Causes(action: Incoming) {
  const text = texts();
  const words = incomingVocabulary();
  const { causes } = action.view.investigation;
  const initial = { dismissed: '', ...Object.fromEntries(causeAreas.map((area) => [area, causes.filter((cause) => cause.area === area).map((cause) => cause.text).join('\n')])) };
  return (
    <CommandForm<'save-investigation', string> id="save-investigation" action={action} initial={initial} submit={text.submit(words.part.causes)} said={text.said(words.part.causes)} kind="secondary" keeps pointers={{ '/causes': causeAreas[0] }}
      check={(form) => causeAreas.filter((area) => form.text(area).length > textLimit.medium).map((area) => ({ field: area, text: incomingActionTexts().tooLong }))}
      body={(form, version) => ({ version, causes: causeAreas.filter((area) => form.text(area).trim() !== '').map((area) => ({ area, text: form.text(area).trim() })) })}>
      {(form) => <>{causeAreas.map((area) => <TextArea key={area} form={form} name={area} label={words.causeArea[area]} optional most={textLimit.medium} rows={2} marking={markingOf(form)} />)}</>}
    </CommandForm>
  );
}

/** V7: the lead tells the handler. What is missing is said beforehand; the button answers in words all the same. */
export function FinishInvestigation(action: Incoming) {
  const text = incomingActionTexts().finish;
  const words = incomingVocabulary();
  const { view } = action;
  const missing = view.investigation.missingParts;
  return <>
    {missing.length > 0 && (
      <Notice color="warning" title={text.missing}>
        <ul class="ds-list">{missing.map((part) => <li key={part}><MendLink place={`part-${part}`}>{words.part[part]}</MendLink></li>)}</ul>
      </Notice>
    )}
    <p class="small">{text.about(vocabulary().role[view.responsible])}</p>
    <CommandForm id="report-investigation-done" action={action} initial={{ message: '' }} submit={text.submit} said={text.said} kind={missing.length > 0 ? 'secondary' : 'primary'} pointers={{ '/message': 'message' }}
      body={(form, version) => ({ version, message: form.text('message').trim() })}>
      {(form) => <TextArea form={form} name="message" label={text.message} optional most={textLimit.medium} rows={2} />}
    </CommandForm>
  </>;
}
