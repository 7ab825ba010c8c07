import { useState } from 'preact/hooks';
import type { AnyCaseView } from '../../../../../functions/contracts/case.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { textForms } from '../../../../../functions/contracts/words.ts';
import '../../../case-parts/secrecy/secrecy.css';
import { secrecyTexts } from '../../../case-parts/secrecy/texts.ts';
import { Written } from '../../../components/facts/facts.tsx';
import { Radios } from '../../../components/field/choices.tsx';
import { leaving, namesIn, saidHarmless, TextArea } from '../../../components/field/text-area.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { type ActionProps, CommandForm, needs } from './command-form.tsx';

export interface LeavingWords {
  readonly about: string; readonly field: string; readonly missing: string; readonly submit: string; readonly said: string; readonly unsaved: string;
  readonly confirm: string; readonly confirmAbout: string; readonly confirmSaid: string; readonly confirmed: string;
}
const inOrder = (marks: readonly string[]): string => marks.toSorted().join(',');

/** What leaves, beside what was reported: edited by a person, checked, then confirmed as it was saved (R4, L8, design.md 1.6). */
export function TextThatLeaves({ words: text, begin, ...action }: ActionProps<AnyCaseView> & { readonly words: LeavingWords; readonly begin: string }) {
  const { view } = action;
  const secrecy = secrecyTexts();
  const saved = view.outgoingText?.text ?? begin;
  const findings = view.outgoingText?.findings ?? [];
  const [typed, setTyped] = useState(saved);
  const resolved = inOrder(view.outgoingText?.resolved ?? []);
  const [said, setSaid] = useState(resolved);
  const may = (id: 'edit-outgoing-text' | 'confirm-outgoing-text') => view.allowed.includes(id);
  const unsaved = typed !== saved || said !== resolved || view.outgoingText === null;
  return (
    <div class="stack">
      <p class="small">{text.about}</p>
      <div class="side-by-side">
        <section class="original" aria-labelledby="original-title">
          <h3 id="original-title">{secrecy.original}</h3>
          <p><Written>{view.report.whatHappened}</Written></p>
        </section>
        <section aria-labelledby="version-title">
          <h3 id="version-title">{secrecy.version}</h3>
          {may('edit-outgoing-text') ? (
            <CommandForm<'edit-outgoing-text', 'text' | 'dismissed'> key={saved} id="edit-outgoing-text" action={action} initial={{ text: saved, dismissed: view.outgoingText?.resolved.join(',') ?? '' }} submit={text.submit} said={text.said} kind="secondary" keeps pointers={{ '/text': 'text' }}
              check={(form) => needs(form, 'text', text.missing)} watch={(form) => {
                setTyped(form.text('text'));
                setSaid(inOrder(saidHarmless(form)));
              }}
              body={(form, version) => ({ version, text: form.text('text').trim(), notIdentifying: saidHarmless(form) })}>
              {(form) => <TextArea form={form} name="text" label={text.field} most={textLimit.long} rows={6} marking={leaving(form, namesIn(action.registers))} />}
            </CommandForm>
          ) : <p><Written>{saved}</Written></p>}
        </section>
      </div>
      {findings.length > 0 && <Notice color="warning"><p>{secrecy.left(findings.length)}</p></Notice>}
      {view.outgoingText?.confirmed && !unsaved && <Notice color="success"><p>{text.confirmed} {view.consentGate && view.outgoingText.form !== null && secrecy.form.confirmedAs[view.outgoingText.form]}</p></Notice>}
      {unsaved && typed.trim() !== '' && <p class="small" role="status">{text.unsaved}</p>}
      {may('confirm-outgoing-text') && !unsaved && !view.outgoingText?.confirmed && (
        <>
          <p>{text.confirmAbout}</p>
          <CommandForm<'confirm-outgoing-text', 'form'> id="confirm-outgoing-text" action={action} initial={{ form: view.outgoingText?.form ?? 'deidentified' }} submit={text.confirm} said={text.confirmSaid} kind={findings.length > 0 ? 'secondary' : 'primary'}
            pointers={{ '/form': 'form' }} body={(form, version) => ({ version, form: textForms.find((one) => one === form.text('form')) ?? 'deidentified' })}>
            {(form) => view.consentGate && <Radios form={form} name="form" label={secrecy.form.title} options={textForms.map((value) => ({ value, label: secrecy.form[value] }))} />}
          </CommandForm>
        </>
      )}
    </div>
  );
}
