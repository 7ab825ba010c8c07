import { eligibleUnits } from '../../../case-parts/parties.ts';
import { dispatchWays } from '../../../../../functions/contracts/words.ts';
import { Radios, Select } from '../../../components/field/choices.tsx';
import { typedMoment } from '../../../components/field/moment.ts';
import { MomentField } from '../../../components/field/moment-field.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { type ActionProps, CommandForm, needs } from './command-form.tsx';
import { MendLink } from './plain-actions.tsx';
import { TextThatLeaves } from './text-that-leaves.tsx';
import { momentFields, typedIn } from '../care/care-actions.tsx';
import { careTexts } from '../care/texts.ts';
import { actionTexts } from './texts.ts';

export function SetExternalUnit(action: ActionProps) {
  const text = actionTexts().unit;
  const { view, registers } = action;
  const units = eligibleUnits(registers, view.reportingUnit.id).filter(({ organisationId }) => organisationId === view.counterpart.id);
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

const mendingPlace = {
  'external-unit-missing': 'external-unit', 'mailbox-missing': 'external-unit', 'breach-missing': 'breach', 'text-not-confirmed': 'outgoing-text', 'personal-number-in-text': 'outgoing-text', 'identifying-in-text': 'outgoing-text', 'consent-missing': 'record-consent', 'on-call-incomplete': 'on-call',
} as const;

/** A minute that was typed just now may lie a moment ahead of the server's clock. */
const notAhead = (at: string, now: string): string => (Date.parse(at) > Date.parse(now) && Date.parse(at) - Date.parse(now) < 60_000 ? now : at);

/** Everything that stands in the way, each with the way to mend it; the button is there all the same and answers in words. */
export function SendCase(action: ActionProps) {
  const text = actionTexts().send;
  const dispatch = careTexts().dispatch;
  const { view } = action;
  const byLink = !view.sendingBlockedBy.includes('mailbox-missing');
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
    <CommandForm key={view.version} id="send-case" action={action} initial={{ how: byLink ? 'link' : 'post', note: '', ...typedMoment(view.clock.now) }} submit={view.externalUnit ? text.to(view.externalUnit.name) : text.toNobody} said={text.said}
      kind={view.sendingBlockedBy.some((reason) => reason !== 'mailbox-missing') ? 'secondary' : 'primary'} pointers={{ '/dispatch/at': 'day', '/dispatch/note': 'note' }}
      check={(form) => (form.text('how') !== 'link' && 'fault' in typedIn(form) ? [{ field: 'day', text: dispatch.atWrong }] : [])}
      body={(form, version) => {
        const how = dispatchWays.find((one) => one === form.text('how')) ?? 'link';
        const at = typedIn(form);
        return { version, ...(how !== 'link' && { dispatch: { how, ...('at' in at && { at: notAhead(at.at, view.clock.now) }), note: form.text('note').trim() } }) };
      }}>
      {(form) => <>
        <Radios form={form} name="how" label={dispatch.how} options={[{ value: 'link', label: dispatch.link }, { value: 'post', label: dispatch.post }, { value: 'hand', label: dispatch.hand }]} />
        {form.text('how') !== 'link' && <>
          <p class="small">{dispatch.about}</p>
          <MomentField form={form} names={momentFields} label={dispatch.at} />
          <TextField form={form} name="note" label={dispatch.note} optional />
        </>}
      </>}
    </CommandForm>
  </>;
}
