import { useState } from 'preact/hooks';
import { findPersonalNumbers } from '../../../../../functions/contracts/personal-number.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { Select } from '../../../components/field/choices.tsx';
import { TextArea } from '../../../components/field/text-area.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { type ActionProps, CommandForm, needs } from './command-form.tsx';
import { actionTexts } from './texts.ts';

export function SetExternalUnit(action: ActionProps) {
  const text = actionTexts().unit;
  const { view, registers } = action;
  const units = registers.units.filter(({ organisationId }) => organisationId === view.counterpart.id);
  return (
    <CommandForm id="set-external-unit" action={action} initial={{ unit: view.externalUnit?.id ?? '' }} submit={text.submit} said={text.said} pointers={{ '/externalUnitId': 'unit' }}
      check={(form) => needs(form, 'unit', text.missing)} body={(form, version) => ({ version, externalUnitId: form.text('unit') })}>
      {(form) => <Select form={form} name="unit" label={text.field} description={view.counterpart.name} options={units.map(({ id, name, hasMailbox }) => ({ value: id, label: hasMailbox ? name : `${name} (${text.noMailbox})` }))} />}
    </CommandForm>
  );
}

/** What leaves: edited by a person, checked, then confirmed as it was saved (L8, design.md 1.6). */
export function OutgoingText(action: ActionProps) {
  const text = actionTexts().outgoing;
  const { view } = action;
  const saved = view.outgoingText?.text ?? view.report.whatHappened;
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
      {unsaved && <p class="small" role="status">{text.unsaved}</p>}
      {may('confirm-outgoing-text') && !unsaved && !view.outgoingText?.confirmed && (
        <>
          <p>{text.confirmAbout}</p>
          <CommandForm id="confirm-outgoing-text" action={action} initial={{}} submit={text.confirm} said={text.confirmSaid} kind={left.length > 0 ? 'secondary' : 'primary'} body={(_, version) => ({ version })} />
        </>
      )}
    </div>
  );
}

const mendingPlace = { 'external-unit-missing': 'external-unit', 'mailbox-missing': 'external-unit', 'text-not-confirmed': 'outgoing-text', 'personal-number-in-text': 'outgoing-text' } as const;

/** Everything that stands in the way, each with the way to mend it; the button is there all the same and answers in words. */
export function SendCase(action: ActionProps) {
  const text = actionTexts().send;
  const { view } = action;
  const go = (id: string) => {
    const place = document.getElementById(id);
    if (place instanceof HTMLDetailsElement) place.open = true;
    const target = place?.querySelector<HTMLElement>('select, textarea, summary, button') ?? place;
    target?.focus();
    place?.scrollIntoView({ block: 'start' });
  };
  return <>
    {view.sendingBlockedBy.length > 0 && (
      <Notice color="warning" title={text.blocked}>
        <ul class="ds-list">
          {view.sendingBlockedBy.map((reason) => (
            <li key={reason}><a class="ds-link" href={`#${mendingPlace[reason]}`} onClick={(event) => {
              event.preventDefault();
              go(mendingPlace[reason]);
            }}>{text.mend[reason]}</a></li>
          ))}
        </ul>
      </Notice>
    )}
    <p class="small">{text.about}</p>
    <CommandForm key={view.version} id="send-case" action={action} initial={{}} submit={view.externalUnit ? text.to(view.externalUnit.name) : text.toNobody} said={text.said} kind={view.sendingBlockedBy.length > 0 ? 'secondary' : 'primary'} body={(_, version) => ({ version })} />
  </>;
}
