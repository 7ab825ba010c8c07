import { useState } from 'preact/hooks';
import type { DescriptionView } from '../../../../../functions/contracts/event-description.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { categories, targetGroups } from '../../../../../functions/contracts/words.ts';
import type { BodyOf } from '../../../api/client.ts';
import { errorsOf } from '../../../api/field-errors.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button } from '../../../components/button/button.tsx';
import { Facts, Written } from '../../../components/facts/facts.tsx';
import { Select } from '../../../components/field/choices.tsx';
import { leaving, namesIn, saidHarmless, TextArea } from '../../../components/field/text-area.tsx';
import { FormFrame } from '../../../components/form/form.tsx';
import { useForm } from '../../../components/form/use-form.ts';
import { useSending } from '../../../components/form/use-sending.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { dateAndTime, longDate } from '../../../language/dates.ts';
import { incomingVocabulary } from '../../../language/incoming-vocabulary.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { descriptionTexts } from './texts.ts';

type Change = BodyOf<'change-event-description'>['change'];
interface Going {
  readonly view: DescriptionView;
  readonly done: (said: string, stale?: boolean) => void;
}
const pointers = {
  '/change/title': 'title', '/change/texts/event': 'event', '/change/texts/action': 'action', '/change/texts/followUp': 'followUp', '/change/unitId': 'unit', '/change/category': 'category', '/change/targetGroup': 'group',
} as const;
const parts = ['event', 'action', 'followUp'] as const;

/** One description: its text, who has approved it, and what has happened. */
export default function OneDescription({ id }: { readonly id: string }) {
  const text = descriptionTexts();
  const reading = useReading('read-event-description', { path: { descriptionId: id } });
  const [said, setSaid] = useState<{ readonly text: string; readonly stale: boolean } | null>(null);
  if (!reading.data) return reading.failure === null ? <Loading /> : <Page title={text.title}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;
  const view: DescriptionView = reading.data;
  const going: Going = { view, done: (words, stale = false) => void reading.reload().then(() => setSaid({ text: words, stale })) };
  return (
    <Page title={text.one(view.number)} lead={text.states[view.state]}>
      <div role="status" class="confirmation">{said && <Notice color={said.stale ? 'warning' : 'success'}><p>{said.text}</p></Notice>}</div>
      {view.publishedAt !== null && view.withdrawn === null && <Notice color="success"><p>{text.published(dateAndTime(view.publishedAt))} <a class="ds-link" href={`/event-descriptions/${view.number}`}>{text.public}</a></p></Notice>}
      {view.withdrawn && <Notice color="warning" title={text.withdrawnBy[view.withdrawn.side]}><p><Written>{view.withdrawn.reason}</Written></p></Notice>}
      <LastAnswer view={view} />
      {view.mayEdit ? <><Editing key={view.revision} {...going} /><div class="print-only"><Reading view={view} /></div></> : <Reading view={view} />}
      <Approvals {...going} />
      {view.mayWithdraw && <Withdrawing {...going} />}
      <History view={view} />
      {view.caseId !== null && <p class="no-print"><a class="ds-link" href={`/cases/${view.caseId}`}>{text.toCase}</a></p>}
      <p class="no-print"><a class="ds-link" href="/collaboration/event-descriptions">{text.back}</a></p>
    </Page>
  );
}

/** What the other party wrote, while it stands. */
function LastAnswer({ view }: { readonly view: DescriptionView }) {
  const last = view.events.findLast(({ type }) => type === 'refused' || type === 'changeProposed');
  return (view.state === 'refused' || view.state === 'changeProposed') && last ? <Notice color="warning" title={descriptionTexts().states[view.state]}><p><Written>{last.text}</Written></p></Notice> : null;
}

function Reading({ view }: { readonly view: DescriptionView }) {
  const text = descriptionTexts();
  return (
    <section class="panel">
      <h2>{view.title || text.untitled}</h2>
      <Facts facts={[
        [text.category, vocabulary().category[view.category]], view.targetGroup !== null && [text.targetGroup, incomingVocabulary().targetGroup[view.targetGroup]],
        ...parts.map((part) => [text.parts[part], <Written>{view.texts[part]}</Written>] as const),
      ]} />
    </section>
  );
}

/** A command on the description; a change of somebody else's in between is said, and the page read anew. */
function useChange({ view, done }: Going) {
  const { busy, send } = useSending('change-event-description');
  const run = async (change: Change, said: string) => {
    const sent = await send({ version: view.version, change }, { descriptionId: view.id });
    if (sent === null || 'answer' in sent) {
      if (sent) done(said);
      return null;
    }
    if (sent.failure.code !== 'stale-version' && sent.failure.code !== 'conflict') return sent.failure;
    done(descriptionTexts().stale, true);
    return null;
  };
  return { busy, run };
}

function Editing(going: Going) {
  const text = descriptionTexts();
  const { view } = going;
  const registers = useReading('read-registers', {});
  const { busy, run } = useChange(going);
  const form = useForm({ title: view.title, ...view.texts, category: view.category as string, group: view.targetGroup ?? '', unit: view.unit?.id ?? '', dismissed: view.resolved.join(',') });
  const known = registers.data ? namesIn(registers.data) : [];
  const save = async () => {
    form.fail([]);
    const failure = await run({
      kind: 'edit', title: form.text('title').trim(), texts: { event: form.text('event').trim(), action: form.text('action').trim(), followUp: form.text('followUp').trim() },
      category: categories.find((one) => one === form.text('category')) ?? view.category, targetGroup: targetGroups.find((one) => one === form.text('group')) ?? null, unitId: form.text('unit') || null, notIdentifying: saidHarmless(form),
    }, text.saved);
    if (failure) form.fail(errorsOf(failure, pointers));
  };
  const told = new Set(view.findings.map(({ mark }) => mark));
  const marking = leaving(form, known);
  return (
    <section class="panel panel-todo no-print">
      <h2>{text.edit}</h2>
      <p class="small">{text.editAbout}</p>
      {told.size > 0 && <Notice color="warning"><p>{text.left(told.size)}</p></Notice>}
      <FormFrame form={form} onSubmit={() => void save()} label={text.save} command="change-event-description">
        <TextArea form={form} name="title" label={text.parts.title} most={textLimit.short} rows={1} marking={marking} />
        {parts.map((part) => <TextArea key={part} form={form} name={part} label={text.parts[part]} most={textLimit.long} rows={5} marking={marking} />)}
        <Select form={form} name="category" label={text.category} options={categories.map((value) => ({ value, label: vocabulary().category[value] }))} />
        <Select form={form} name="group" label={text.targetGroup} empty={text.noGroup} options={targetGroups.map((value) => ({ value, label: incomingVocabulary().targetGroup[value] }))} />
        <Select form={form} name="unit" label={text.unit} description={text.unitAbout} empty={text.noUnit} options={view.units.map(({ id, name }) => ({ value: id, label: name }))} />
        <div class="buttons"><Button type="submit" kind="secondary" busy={busy}>{text.save}</Button></div>
      </FormFrame>
    </section>
  );
}

function Approvals(going: Going) {
  const text = descriptionTexts();
  const { view } = going;
  const form = useForm({ approve: '' });
  const { busy, run } = useChange(going);
  const act = async (change: Change, said: string) => {
    form.fail([]);
    const failure = await run(change, said);
    if (failure) form.fail(errorsOf(failure, {}).map(({ field, text: words }) => ({ field, text: failure.code === 'reason-missing' ? text.fillIn : words })).slice(0, 1));
  };
  const approval = (given: DescriptionView['ours']) => (given === null ? text.notYet : text.approvedBy(given.by, dateAndTime(given.at)));
  const { asked } = view;
  return (
    <section class="panel">
      <h2>{text.approvals}</h2>
      <Facts facts={[
        [text.ours, approval(view.ours)], [text.theirs, view.theirs === null ? `${view.unit?.name ?? view.counterpart.name}: ${approval(null)}` : approval(view.theirs)],
        asked && [text.asked, dateAndTime(asked.at)], asked && [text.opened, asked.openedAt === null ? text.notOpened : dateAndTime(asked.openedAt)],
        asked && [text.reminders, `${asked.reminders}${asked.nextReminderAt === null ? '' : `, ${text.next(longDate(asked.nextReminderAt))}`}`], asked && view.publishedAt === null && [text.expires, longDate(asked.expiresAt)],
      ]} />
      {view.mayApprove && (
        <FormFrame form={form} onSubmit={() => void act({ kind: 'approve' }, text.approved)} label={text.approve} command="change-event-description">
          <p>{text.approveAbout}</p>
          <div class="buttons"><Button type="submit" busy={busy}>{text.approve}</Button></div>
        </FormFrame>
      )}
      {view.mayAsk && <div class="buttons"><Button kind="tertiary" busy={busy} onClick={() => void act({ kind: 'ask' }, text.askedAgain)}>{text.ask}</Button></div>}
    </section>
  );
}

function Withdrawing(going: Going) {
  const text = descriptionTexts();
  const form = useForm({ reason: '' });
  const { busy, run } = useChange(going);
  const withdraw = async () => {
    const reason = form.text('reason').trim();
    form.fail(reason === '' ? [{ field: 'reason', text: text.reasonMissing }] : []);
    if (reason === '') return;
    const failure = await run({ kind: 'withdraw', reason }, text.withdrawn);
    if (failure) form.fail(errorsOf(failure, { '/change/reason': 'reason' }));
  };
  return (
    <details class="more no-print"><summary>{text.withdraw}</summary><div class="stack">
      <p>{text.withdrawAbout}</p>
      <FormFrame form={form} onSubmit={() => void withdraw()} label={text.withdraw} command="change-event-description">
        <TextArea form={form} name="reason" label={text.reason} most={textLimit.medium} rows={2} />
        <div class="buttons"><Button type="submit" kind="danger" busy={busy}>{text.withdraw}</Button></div>
      </FormFrame>
    </div></details>
  );
}

function History({ view }: { readonly view: DescriptionView }) {
  const text = descriptionTexts();
  return (
    <section class="panel">
      <h2>{text.history}</h2>
      <ol class="ds-list">{view.events.map((event, index) => (
        <li key={`${event.at} ${index}`}>
          {text.event[event.type]} <span class="small">({dateAndTime(event.at)}, {event.actor.kind === 'clock' ? text.clock : event.actor.name}, {text.revision(event.revision)})</span>
          {event.text && <p><Written>{event.text}</Written></p>}
        </li>
      ))}</ol>
    </section>
  );
}
