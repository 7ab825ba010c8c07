import type { ComponentChildren } from 'preact';
import type { AnyCaseView } from '../../../../../functions/contracts/case.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { TextArea } from '../../../components/field/text-area.tsx';
import { type ActionProps, CommandForm, type CommandId, needs } from './command-form.tsx';
import { plainTexts } from './plain-texts.ts';

/** What waits for this user: open, in a frame of its own. */
export function Todo({ id, title, children }: { readonly id?: string; readonly title: string; readonly children: ComponentChildren }) {
  return <section class="panel panel-todo no-print" id={id} tabIndex={id ? -1 : undefined}><h2>{title}</h2>{children}</section>;
}
/** What else is allowed: folded away. */
export function More({ id, title, children }: { readonly id?: string; readonly title: string; readonly children: ComponentChildren }) {
  return <details class="more" id={id}><summary>{title}</summary><div class="stack">{children}</div></details>;
}
export function FurtherList({ children }: { readonly children: readonly (ComponentChildren | false)[] }) {
  const shown = children.filter((one) => one !== false);
  if (shown.length === 0) return null;
  return <section class="stack no-print" aria-labelledby="further-title"><h2 id="further-title">{plainTexts().more}</h2><div>{shown}</div></section>;
}

/** Leads to where something is mended: opens it and gives it the focus. */
export function goTo(id: string): void {
  const place = document.getElementById(id);
  if (place instanceof HTMLDetailsElement) place.open = true;
  const target = place?.querySelector<HTMLElement>('select, textarea, input, summary, button') ?? place;
  target?.focus();
  place?.scrollIntoView({ block: 'start' });
}
export function MendLink({ place, children }: { readonly place: string; readonly children: ComponentChildren }) {
  return <a class="ds-link" href={`#${place}`} onClick={(event) => {
    event.preventDefault();
    goTo(place);
  }}>{children}</a>;
}

export function AddNote(action: ActionProps<AnyCaseView>) {
  const text = plainTexts();
  return <>
    <p class="small">{text.addNote.about}</p>
    <CommandForm id="add-note" action={action} initial={{ text: '' }} submit={text.addNote.submit} said={text.addNote.said} pointers={{ '/text': 'text' }}
      check={(form) => needs(form, 'text', text.noteMissing)} body={(form, version) => ({ version, text: form.text('text').trim() })}>
      {(form) => <TextArea form={form} name="text" label={text.note} most={textLimit.medium} />}
    </CommandForm>
  </>;
}

type Reasoned = Extract<CommandId, 'reopen-case' | 'withdraw-case' | 'restart-lifecycle' | 'return-investigation'>;
export function WithReason({ id, words, danger = false, most = textLimit.medium, ...action }: ActionProps<AnyCaseView> & {
  readonly id: Reasoned; readonly words: { readonly submit: string; readonly said: string; readonly about?: string }; readonly danger?: boolean; readonly most?: number;
}) {
  const text = plainTexts();
  return <>
    {words.about && <p class="small">{words.about}</p>}
    <CommandForm<Reasoned, 'reason'> id={id} action={action} initial={{ reason: '' }} submit={words.submit} said={words.said} kind={danger ? 'danger' : 'secondary'} pointers={{ '/reason': 'reason' }}
      check={(form) => needs(form, 'reason', text.reasonMissing)} body={(form, version) => ({ version, reason: form.text('reason').trim() })}>
      {(form) => <TextArea form={form} name="reason" label={text.reason} most={most} rows={2} />}
    </CommandForm>
  </>;
}
