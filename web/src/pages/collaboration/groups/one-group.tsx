import { useState } from 'preact/hooks';
import type { GroupView } from '../../../../../functions/contracts/escalation.ts';
import { errorsOf } from '../../../api/field-errors.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button } from '../../../components/button/button.tsx';
import { Facts } from '../../../components/facts/facts.tsx';
import { Select } from '../../../components/field/choices.tsx';
import { DateField } from '../../../components/field/date-field.tsx';
import { readDate, typedMoment } from '../../../components/field/moment.ts';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { Records } from '../../../components/records/records.tsx';
import { longDate } from '../../../language/dates.ts';
import { incomingVocabulary } from '../../../language/incoming-vocabulary.ts';
import { More } from '../../case/actions/plain-actions.tsx';
import { groupTexts } from './texts.ts';

/** A group: who is in it, for how long its guests are, and its cases by deadline. */
export function OneGroup({ groupId }: { readonly groupId: string }) {
  const text = groupTexts();
  const reading = useReading('read-group', { path: { groupId } });
  const [said, setSaid] = useState('');
  const group = reading.data;
  if (group === null) return reading.failure === null ? <Loading /> : <Page title={text.title}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;
  const done = (what: string) => void reading.reload().then(() => setSaid(what));
  const words = incomingVocabulary().targetGroup;
  return (
    <Page title={group.name} lead={`${text.kinds[group.kind]}. ${text.youAre(text.standings[group.as])}`} wide>
      {said !== '' && <Notice color="success" live="status"><p>{said}</p></Notice>}
      <section class="panel">
        <h2>{text.cases}</h2>
        {group.cases.length === 0 ? <p>{text.noCases}</p> : (
          <Records caption={text.cases} rows={group.cases} keyOf={({ caseId }) => caseId} mark={({ overdue }) => overdue} columns={[
            { title: text.case, cell: ({ caseId, number }) => <a class="ds-link" href={`/collaboration/folders/${caseId}`}>{number}</a> },
            { title: text.level, cell: ({ level, ofPrinciple }) => <>{level}{ofPrinciple && ` (${text.ofPrinciple})`}</> },
            { title: text.where, cell: ({ here, state }) => (here ? text.here : state === 'ended' ? text.ended : text.elsewhere) },
            { title: text.due, cell: ({ dueAt, overdue }) => (dueAt === null ? '' : <>{longDate(dueAt)}{overdue && <> <span class="ds-tag" data-color="danger">{text.late}</span></>}</>) },
          ]} />
        )}
      </section>
      <section class="panel">
        <h2>{text.people}</h2>
        <Facts facts={[
          [text.convener, group.convener.name], group.targetGroups.length > 0 && [text.targetGroups, group.targetGroups.map((one) => words[one]).join(', ')], group.areas.length > 0 && [text.areas, group.areas.join(', ')],
        ]} />
        <h3>{text.members}</h3>
        {group.members.length === 0 ? <p>{text.nobody}</p> : <ul class="ds-list">{group.members.map(({ person, to }) => <li key={person.id}>{person.name}, {person.title}{to !== null && ` (${text.until(longDate(to))})`}</li>)}</ul>}
        <h3>{text.guests}</h3>
        {group.guests.length === 0 ? <p>{text.nobody}</p> : (
          <ul class="ds-list">{group.guests.map(({ person, from, to, state }) => (
            <li key={`${person.id}-${from}`}>{person.name}, {text.period(longDate(from), longDate(to))} ({text.guestState[state]}){group.mayChangeGuests && state !== 'gone' && <EndGuest group={group} userId={person.id} name={person.name} done={done} />}</li>
          ))}</ul>
        )}
        {group.mayChangeGuests && <More title={text.addGuest}><AddGuest key={group.guests.map(({ person, from, to }) => `${person.id} ${from} ${to}`).join()} group={group} done={done} /></More>}
      </section>
    </Page>
  );
}

const fromNames = ['fromDay', 'fromMonth', 'fromYear'] as const;
const toNames = ['toDay', 'toMonth', 'toYear'] as const;
function AddGuest({ group, done }: { readonly group: GroupView; readonly done: (said: string) => void }) {
  const text = groupTexts();
  const { day, month, year } = typedMoment(group.now);
  const form = useForm<string>({ userId: '', fromDay: day, fromMonth: month, fromYear: year, toDay: '', toMonth: '', toYear: year });
  const { busy, send } = useSending('change-guest');
  const dateOf = ([d, m, y]: readonly [string, string, string]) => {
    const read = readDate({ day: form.text(d), month: form.text(m), year: form.text(y) });
    return 'date' in read ? read.date : null;
  };
  const run = async () => {
    const [from, to] = [dateOf(fromNames), dateOf(toNames)];
    const found = [
      ...(form.text('userId') === '' ? [{ field: 'userId', text: text.chooseGuest }] : []), ...(from === null ? [{ field: 'fromDay', text: text.dateMissing }] : []),
      ...(to === null || (from !== null && to < from) ? [{ field: 'toDay', text: text.endMissing }] : []),
    ];
    form.fail(found);
    if (found.length > 0 || from === null || to === null) return;
    const outcome = await send({ kind: 'add', userId: form.text('userId'), from, to }, { groupId: group.id });
    if (outcome === null) return;
    if ('answer' in outcome) return done(text.guestAdded);
    form.fail(errorsOf(outcome.failure, { '/userId': 'userId', '/from': 'fromDay', '/to': 'toDay' }));
  };
  return (
    <FormFrame form={form} onSubmit={() => void run()} label={text.addGuest} command="change-guest">
      <p class="small">{text.guestAbout}</p>
      <Select form={form} name="userId" label={text.guest} options={group.people.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))} />
      <DateField form={form} names={fromNames} label={text.from} />
      <DateField form={form} names={toNames} label={text.to} />
      <div class="buttons"><Button type="submit" busy={busy}>{text.addGuest}</Button></div>
    </FormFrame>
  );
}
function EndGuest({ group, userId, name, done }: { readonly group: GroupView; readonly userId: string; readonly name: string; readonly done: (said: string) => void }) {
  const text = groupTexts();
  const form = useForm<string>({});
  const { busy, send } = useSending('change-guest');
  const run = async () => {
    const outcome = await send({ kind: 'end', userId }, { groupId: group.id });
    if (outcome === null) return;
    if ('answer' in outcome) return done(text.guestEnded);
    form.fail(errorsOf(outcome.failure, {}));
  };
  return (
    <FormFrame form={form} onSubmit={() => void run()} label={`${text.endGuest}: ${name}`} command="change-guest">
      <div class="buttons"><Button type="submit" kind="secondary" busy={busy}>{text.endGuest}<span class="ds-sr-only">: {name}</span></Button></div>
    </FormFrame>
  );
}
