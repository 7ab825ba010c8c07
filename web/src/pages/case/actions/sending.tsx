import { Select } from '../../../components/field/choices.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { type ActionProps, CommandForm, needs } from './command-form.tsx';
import { MendLink } from './plain-actions.tsx';
import { TextThatLeaves } from './text-that-leaves.tsx';
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

export function OutgoingText(action: ActionProps) {
  return <TextThatLeaves {...action} words={actionTexts().outgoing} begin={action.view.report.whatHappened} />;
}

const mendingPlace = { 'external-unit-missing': 'external-unit', 'mailbox-missing': 'external-unit', 'text-not-confirmed': 'outgoing-text', 'personal-number-in-text': 'outgoing-text' } as const;

/** Everything that stands in the way, each with the way to mend it; the button is there all the same and answers in words. */
export function SendCase(action: ActionProps) {
  const text = actionTexts().send;
  const { view } = action;
  return <>
    {view.sendingBlockedBy.length > 0 && (
      <Notice color="warning" title={text.blocked}>
        <ul class="ds-list">
          {view.sendingBlockedBy.map((reason) => (
            <li key={reason}><MendLink place={mendingPlace[reason]}>{text.mend[reason]}</MendLink></li>
          ))}
        </ul>
      </Notice>
    )}
    <p class="small">{text.about}</p>
    <CommandForm key={view.version} id="send-case" action={action} initial={{}} submit={view.externalUnit ? text.to(view.externalUnit.name) : text.toNobody} said={text.said} kind={view.sendingBlockedBy.length > 0 ? 'secondary' : 'primary'} body={(_, version) => ({ version })} />
  </>;
}
