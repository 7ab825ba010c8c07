import type { AnyCaseView } from '../../../../functions/contracts/case.ts';
import { causeAreas, targetGroups } from '../../../../functions/contracts/words.ts';
import { Checkbox, Group, Select } from '../../components/field/choices.tsx';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { type ActionProps, CommandForm } from '../../pages/case/actions/command-form.tsx';
import { classificationTexts, targetGroupOptions } from './texts.ts';

/** What the handler settles beside the report: whom the care is for, and what the reply's root cause comes down to. */
export function ClassifyCase(action: ActionProps<AnyCaseView>) {
  const text = classificationTexts();
  const { view } = action;
  const { targetGroup, causeAreas: given } = view.classification;
  const ofReply = view.direction === 'outgoing' && (view.replies.length > 0 || given.length > 0);
  const initial: Record<string, string | boolean> = { targetGroup: targetGroup ?? '', ...Object.fromEntries(causeAreas.map((area) => [area, given.includes(area)])) };
  return <>
    <p class="small">{text.about}</p>
    <CommandForm<'classify-case', string> id="classify-case" action={action} initial={initial} submit={text.submit} said={text.said} kind="secondary" keeps
      body={(form, version) => ({
        version, targetGroup: targetGroups.find((one) => one === form.text('targetGroup')) ?? null, causeAreas: ofReply ? causeAreas.filter((area) => form.flag(area)) : [],
      })}>
      {(form) => <>
        <Select form={form} name="targetGroup" label={text.targetGroup} options={targetGroupOptions()} empty={text.unknown} />
        {ofReply && <Group label={text.ofCauses}>{causeAreas.map((area) => <Checkbox key={area} form={form} name={area} label={incomingVocabulary().causeArea[area]} />)}</Group>}
      </>}
    </CommandForm>
  </>;
}
