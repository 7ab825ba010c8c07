import { useEffect, useState } from 'preact/hooks';
import type { FirstHour, FirstHourStep } from '../../../../../functions/contracts/first-hour.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button, LinkButton } from '../../../components/button/button.tsx';
import { useSending } from '../../../components/form/use-sending.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { dateAndTime } from '../../../language/dates.ts';
import { language } from '../../../language/language.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { profile } from '../../../session/session.ts';
import './first-hour.css';
import { firstHourTexts } from './texts.ts';

const refreshEvery = 2000;
/** Where each step is seen to. */
const places: Readonly<Partial<Record<FirstHourStep, string>>> = {
  organisation: '/administration/registers/organisations', units: '/administration/registers/units', parties: '/administration/registers/units',
  users: '/administration/registers/users', roles: '/administration/registers/roles', substitutes: '/administration/registers/roles', routine: '/administration/routines', case: '/report',
};

/** Leads the first administrator from an empty installation to the first report. What it shows is what the registers say now. */
export default function FirstHourPage() {
  const text = firstHourTexts();
  const reading = useReading('read-first-hour', {});
  const [failure, setFailure] = useState<unknown>(null);
  const record = useSending('record-first-hour');
  const test = useSending('send-test-mail');
  const waiting = reading.data?.testMail?.fate === 'waiting';
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && void reading.reload(), refreshEvery);
    return () => clearInterval(timer);
  }, [waiting]);
  if (!reading.data) return reading.failure === null ? <Loading /> : <Page title={text.title}><Failed failure={reading.failure} again={() => void reading.reload()} /></Page>;
  const view = reading.data;
  const done = view.steps.filter(({ state }) => state === 'done' || state === 'skipped').length;
  const after = async (sent: Promise<{ readonly answer: unknown } | { readonly failure: unknown } | null>): Promise<void> => {
    setFailure(null);
    const outcome = await sent;
    if (outcome !== null && 'failure' in outcome) setFailure(outcome.failure);
    await reading.reload();
  };
  return (
    <Page title={text.title} lead={text.lead}>
      <Notice color={view.finished ? 'success' : 'info'} live="status"><p>{view.finished ? text.finished : text.left(view.steps.length - done, view.steps.length)}</p></Notice>
      {failure !== null && <Failed failure={failure} />}
      <ol class="first-hour">
        {view.steps.map(({ step, state, of, ready }) => (
          <li key={step} class={`first-hour-step first-hour-${state}`}>
            <h2><Icon name={state === 'done' ? 'check' : state === 'skipped' ? 'stop' : 'clock'} />{text.step[step]} <span class="ds-tag" data-color={state === 'done' ? 'success' : state === 'todo' ? 'warning' : 'neutral'}>{text.state[state]}</span></h2>
            <p>{text.about[step]}</p>
            <Details step={step} view={view} ready={ready} of={of} />
            <div class="buttons no-print">
              {places[step] !== undefined && (step !== 'case' || profile.value?.mayReport) && <LinkButton href={places[step]} kind="secondary">{text.go[step]}</LinkButton>}
              {step === 'organisation' && <LinkButton href="/administration/registers/settings" kind="secondary">{text.phone}</LinkButton>}
              {step === 'routine' && state === 'todo' && <Button busy={record.busy} onClick={() => void after(record.send({ what: 'approve-routine', id: view.routine.id, version: view.routine.version }))}>{text.approve}</Button>}
              {step === 'mail' && <Button busy={test.busy} kind={state === 'done' ? 'secondary' : 'primary'} onClick={() => void after(test.send({}))}>{state === 'done' ? text.testAgain : text.test}</Button>}
              {step === 'case' && state === 'todo' && <Button busy={record.busy} kind="tertiary" onClick={() => void after(record.send({ what: 'skip-test-case' }))}>{text.skip}</Button>}
            </div>
          </li>
        ))}
      </ol>
    </Page>
  );
}

function Details({ step, view, ready, of }: { readonly step: FirstHourStep; readonly view: FirstHour; readonly ready: number; readonly of: number }) {
  const text = firstHourTexts();
  const roleNames = vocabulary().role;
  const list = (title: string, items: readonly string[]) => (items.length === 0 ? null : <p class="small">{title} {items.slice(0, 12).join(', ')}{items.length > 12 && ` ${text.more(items.length - 12)}`}</p>);
  switch (step) {
    case 'organisation': return <p class="small">{text.ready(ready, of)}</p>;
    case 'units': return <>{<p class="small">{text.ready(ready, of)}</p>}{list(text.withoutMailbox, view.unitsWithoutMailbox)}</>;
    case 'parties': return <>{<p class="small">{text.ready(ready, of)}</p>}{list(text.cannotBeReached, view.partiesWithoutMailbox)}</>;
    case 'users': return <p class="small">{text.people(ready)}</p>;
    case 'roles': return <>{<p class="small">{text.ready(ready, of)}</p>}{list(text.nobodyHolds, view.missingRoles.map((role) => roleNames[role]))}</>;
    case 'substitutes': return list(text.nobodyStandsIn, view.withoutSubstitute.map((role) => roleNames[role]));
    case 'routine': return <p class="small">{text.routine(view.routine.title[language.value] ?? view.routine.id, view.routine.version)} {view.routine.approvedAt !== null && text.approvedBy(view.routine.approvedBy ?? '–', dateAndTime(view.routine.approvedAt))}</p>;
    case 'mail': return <p class="small" role="status">{view.testMail === null ? text.mailTo(view.mailbox) : text.fate[view.testMail.fate](view.mailbox, dateAndTime(view.testMail.askedAt))}</p>;
    case 'case': return profile.value?.mayReport ? null : <p class="small">{text.othersReport}</p>;
  }
}
