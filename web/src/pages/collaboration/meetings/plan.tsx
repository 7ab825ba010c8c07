import { useLocation } from 'preact-iso/router';
import { errorsOf } from '../../../api/field-errors.ts';
import { useReading } from '../../../api/use-reading.ts';
import { noDate } from '../../../case-parts/fields.tsx';
import { Button } from '../../../components/button/button.tsx';
import { Checkbox, Group, Select } from '../../../components/field/choices.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { type FormValue, useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import type { MeetingList } from '../../../../../functions/contracts/meeting.ts';
import type { RegistersView } from '../../../../../functions/contracts/register.ts';
import { needsPlace, placePointers, PlaceFields, typedPlace } from './place.tsx';
import { meetingTexts } from './texts.ts';

/** Plans a meeting of a group that I convene; its agenda is built at once. */
export default function PlanPage() {
  const text = meetingTexts();
  const list = useReading('list-meetings', {});
  const registers = useReading('read-registers', {});
  const failure = list.failure ?? registers.failure;
  if (!list.data || !registers.data) return <Page title={text.plan}>{failure === null ? <Loading /> : <Failed failure={failure} again={() => void Promise.all([list.reload(), registers.reload()])} />}</Page>;
  const groups = list.data.groups.filter(({ as, nextBy }) => as === 'convener' && nextBy !== null);
  return (
    <Page title={text.plan}>
      <p><a class="ds-link" href="/collaboration/meetings">{text.back}</a></p>
      {groups.length === 0 ? <Notice color="warning"><p>{text.notInRoutine}</p></Notice> : <PlanForm groups={groups} now={list.data.now} registers={registers.data} />}
    </Page>
  );
}

function PlanForm({ groups, now, registers }: { readonly groups: MeetingList['groups']; readonly now: string; readonly registers: RegistersView }) {
  const text = meetingTexts();
  const { route, query } = useLocation();
  const parties = registers.organisations.filter(({ own, closed }) => !own && closed !== true);
  const initial: Record<string, FormValue> = { group: groups.find(({ id }) => id === query['group'])?.id ?? (groups.length === 1 ? groups[0]?.id ?? '' : ''), ...noDate(now), from: '', to: '', place: '', videoLink: '' };
  for (const { id } of parties) initial[`party-${id}`] = false;
  const form = useForm<string>(initial);
  const { busy, send } = useSending('plan-meeting');
  const plan = async () => {
    const errors = [...(form.text('group') === '' ? [{ field: 'group', text: text.groupMissing }] : []), ...needsPlace(form)];
    form.fail(errors);
    if (errors.length > 0) return;
    const sent = await send({ groupId: form.text('group'), ...typedPlace(form), counterpartIds: parties.map(({ id }) => id).filter((id) => form.flag(`party-${id}`)) });
    if (sent === null) return;
    if ('failure' in sent) return form.fail(errorsOf(sent.failure, { '/groupId': 'group', ...placePointers }));
    route(`/collaboration/meetings/${sent.answer.id}`);
  };
  return (
    <FormFrame form={form} onSubmit={() => void plan()} label={text.planSubmit} command="plan-meeting">
      <Select form={form} name="group" label={text.group} options={groups.map(({ id, name }) => ({ value: id, label: name }))} />
      <PlaceFields form={form} />
      <details class="more"><summary>{text.about}</summary><Group label={text.about} description={text.aboutHelp}>{parties.map(({ id, name }) => <Checkbox key={id} form={form} name={`party-${id}`} label={name} />)}</Group></details>
      <div class="buttons"><Button type="submit" busy={busy}>{text.planSubmit}</Button></div>
    </FormFrame>
  );
}
