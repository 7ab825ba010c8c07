import type { IncomingCaseView } from '../../../../../functions/contracts/incoming.ts';
import { Checkbox, Group } from '../../../components/field/choices.tsx';
import type { FormValue } from '../../../components/form/use-form.ts';
import { type ActionProps, CommandForm, needs } from '../../case/actions/command-form.tsx';
import { StaffSelect } from '../../../case-parts/fields.tsx';
import { incomingActionTexts } from './texts.ts';

type Incoming = ActionProps<IncomingCaseView>;

/** Who leads; co-investigators that are there already can be left out. */
export function AssignInvestigators(action: Incoming) {
  const text = incomingActionTexts();
  const { view, registers } = action;
  const co = view.coInvestigators;
  const initial: Record<string, FormValue> = { lead: view.leadInvestigator?.id ?? '' };
  for (const { id } of co) initial[`co-${id}`] = true;
  return <>
    <p class="small">{text.lead.about}</p>
    <CommandForm<'assign-case', string> key={view.version} id="assign-case" action={action} initial={initial} submit={text.lead.submit} said={text.lead.said} keeps pointers={{ '/leadInvestigatorId': 'lead' }}
      check={(form) => needs(form, 'lead', text.staffMissing)}
      body={(form, version) => ({ version, leadInvestigatorId: form.text('lead'), coInvestigatorIds: co.map(({ id }) => id).filter((id) => form.flag(`co-${id}`) && id !== form.text('lead')) })}>
      {(form) => <>
        <StaffSelect form={form} name="lead" label={text.lead.lead} registers={registers} first={view.concernedUnits.map(({ id }) => id)} />
        {co.length > 0 && <Group label={text.lead.co}>{co.filter(({ id }) => id !== form.text('lead')).map(({ id, name, title }) => <Checkbox key={id} form={form} name={`co-${id}`} label={`${name}, ${title}`} />)}</Group>}
      </>}
    </CommandForm>
  </>;
}

/** Every investigator may add more (V5). */
export function AddInvestigators(action: Incoming) {
  const text = incomingActionTexts();
  const { view, registers } = action;
  const there = [view.leadInvestigator?.id ?? '', ...view.coInvestigators.map(({ id }) => id)];
  return <>
    <p class="small">{text.add.about}</p>
    <CommandForm id="add-investigators" action={action} initial={{ person: '' }} submit={text.add.submit} said={text.add.said} kind="secondary" pointers={{ '/userIds': 'person' }}
      check={(form) => needs(form, 'person', text.staffMissing)} body={(form, version) => ({ version, userIds: [form.text('person')] })}>
      {(form) => <StaffSelect form={form} name="person" label={text.add.person} registers={registers} first={view.concernedUnits.map(({ id }) => id)} without={there} />}
    </CommandForm>
  </>;
}
