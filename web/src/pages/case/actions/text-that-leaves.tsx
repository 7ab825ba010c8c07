import { useState } from 'preact/hooks';
import type { AnyCaseView } from '../../../../../functions/contracts/case.ts';
import { findPersonalNumbers } from '../../../../../functions/contracts/personal-number.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { TextArea } from '../../../components/field/text-area.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { type ActionProps, CommandForm, needs } from './command-form.tsx';

export interface LeavingWords {
  readonly about: string; readonly field: string; readonly missing: string; readonly submit: string; readonly said: string; readonly unsaved: string;
  readonly confirm: string; readonly confirmAbout: string; readonly confirmSaid: string; readonly confirmed: string; readonly findings: (count: number) => string;
}
/** What leaves: edited by a person, checked, then confirmed as it was saved (L8, design.md 1.6). */
export function TextThatLeaves({ words: text, begin, ...action }: ActionProps<AnyCaseView> & { readonly words: LeavingWords; readonly begin: string }) {
  const { view } = action;
  const saved = view.outgoingText?.text ?? begin;
  const left = view.outgoingText?.personalNumbers ?? [];
  const [typed, setTyped] = useState(saved);
  // Findings of the saved text that the server no longer counts were dismissed earlier.
  const dismissedBefore = view.outgoingText ? findPersonalNumbers(saved).filter(({ start }) => !left.some((one) => one.start === start)).map(({ digits }) => digits) : [];
  const may = (id: 'edit-outgoing-text' | 'confirm-outgoing-text') => view.allowed.includes(id);
  const unsaved = typed !== saved || view.outgoingText === null;
  return (
    <div class="stack">
      <p class="small">{text.about}</p>
      {may('edit-outgoing-text') && (
        <CommandForm<'edit-outgoing-text', 'text' | 'dismissed'> key={saved} id="edit-outgoing-text" action={action} initial={{ text: saved, dismissed: dismissedBefore.join(',') }} submit={text.submit} said={text.said} kind="secondary" pointers={{ '/text': 'text' }}
          check={(form) => needs(form, 'text', text.missing)} watch={(form) => setTyped(form.text('text'))}
          body={(form, version) => ({ version, text: form.text('text').trim(), notPersonalNumbers: form.text('dismissed').split(',').filter(Boolean) })}>
          {(form) => (
            <TextArea form={form} name="text" label={text.field} most={textLimit.long} rows={6} marking={{
              dismissed: form.text('dismissed').split(','), dismiss: (digits) => form.set('dismissed', [form.text('dismissed'), digits].filter(Boolean).join(',')),
            }} />
          )}
        </CommandForm>
      )}
      {left.length > 0 && <Notice color="warning"><p>{text.findings(left.length)}</p></Notice>}
      {view.outgoingText?.confirmed && !unsaved && <Notice color="success"><p>{text.confirmed}</p></Notice>}
      {unsaved && typed.trim() !== '' && <p class="small" role="status">{text.unsaved}</p>}
      {may('confirm-outgoing-text') && !unsaved && !view.outgoingText?.confirmed && (
        <>
          <p>{text.confirmAbout}</p>
          <CommandForm id="confirm-outgoing-text" action={action} initial={{}} submit={text.confirm} said={text.confirmSaid} kind={left.length > 0 ? 'secondary' : 'primary'} body={(_, version) => ({ version })} />
        </>
      )}
    </div>
  );
}
