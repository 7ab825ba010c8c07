import { useEffect, useRef, useState } from 'preact/hooks';
import { useReading } from '../../../api/use-reading.ts';
import { Button } from '../../../components/button/button.tsx';
import { Facts } from '../../../components/facts/facts.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { dateAndTime, longDate } from '../../../language/dates.ts';
import { AgendaItem } from './agenda-item.tsx';
import { Figures } from './figures.tsx';
import type { Going } from './meeting-form.tsx';
import { Notes } from './notes.tsx';
import { meetingTexts } from './texts.ts';
import { Tools } from './tools.tsx';

/** One meeting: before it the plan, at the table the agenda with what is said of each item, afterwards the notes. */
export default function MeetingPage({ id }: { readonly id: string }) {
  const text = meetingTexts();
  const reading = useReading('read-meeting', { path: { meetingId: id } });
  const mayChange = reading.data?.mayChange === true;
  const registers = useReading('read-registers', mayChange ? {} : null);
  const [done, setDone] = useState<{ said: string | null; times: number }>({ said: null, times: 0 });
  const confirmation = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (done.times > 0) confirmation.current?.focus();
  }, [done.times]);
  const meeting = reading.data;
  if (!meeting) return <Page title={text.title}>{reading.failure === null ? <Loading /> : <Failed failure={reading.failure} again={() => void reading.reload()} />}</Page>;
  const going: Going = { meeting, registers: registers.data, reload: reading.reload, done: (said) => void reading.reload().then(() => setDone(({ times }) => ({ said, times: times + 1 }))) };
  const standing = meeting.agenda.filter(({ removed }) => removed === null);
  const removed = meeting.agenda.filter((item) => item.removed !== null);
  return (
    <Page title={`${meeting.group.name}, ${longDate(meeting.date)}`} documentTitle={meeting.group.name} wide>
      <div class="buttons no-print"><a class="ds-link" href="/collaboration/meetings">{text.back}</a><Button kind="tertiary" onClick={() => print()}>{text.print}</Button></div>
      <div role="status" tabIndex={-1} ref={confirmation} class="confirmation">{done.said && <Notice color="success"><p>{done.said}</p></Notice>}</div>
      {meeting.cancelled && <Notice color="warning"><p>{text.cancelledBy(meeting.cancelled.by.name, meeting.cancelled.reason)}</p></Notice>}
      <Facts facts={[
        [text.when, `${longDate(meeting.date)}, ${meeting.from}${meeting.to === null ? '' : `–${meeting.to}`}`], meeting.place !== '' && [text.where, meeting.place],
        meeting.videoLink !== null && [text.video, <a class="ds-link" href={meeting.videoLink} rel="noreferrer">{text.openVideo}</a>],
        [text.since, longDate(meeting.since)], [text.counterparts, meeting.counterparts.length === 0 ? text.everybody : meeting.counterparts.map(({ name }) => name).join(', ')],
        [text.people, meeting.people.map(({ name, as }) => `${name} (${text.as[as]})`).join(', ')],
        [text.invited, meeting.invitedAt === null ? text.invitesFrom(longDate(meeting.invitesFrom)) : text.invitedAt(dateAndTime(meeting.invitedAt))], [text.state, text.states[meeting.state]],
      ]} />
      {meeting.figures && <Figures meeting={meeting} />}
      <section class="stack" aria-labelledby="agenda-title">
        <h2 id="agenda-title">{text.agenda}</h2>
        {meeting.mayChange && !meeting.mayRecord && <p class="small no-print">{text.notYet}</p>}
        {meeting.waiting > 0 && <Notice color="info"><p>{text.waiting(meeting.waiting)}</p></Notice>}
        {standing.length === 0 ? <p>{text.empty}</p> : <ol class="stack agenda">{standing.map((item) => <li key={item.id} class="panel"><AgendaItem item={item} going={going} /></li>)}</ol>}
        {meeting.left > 0 && <p>{text.left(meeting.left)}</p>}
        {removed.length > 0 && <ul class="stack">{removed.map((item) => <li key={item.id}><AgendaItem item={item} going={going} /></li>)}</ul>}
      </section>
      <Notes key={meeting.state} going={going} />
      {meeting.mayChange && <Tools going={going} />}
      <details class="more no-print"><summary>{text.history}</summary><ul>{meeting.events.map(({ id: event, at, type, by }) => <li key={event}>{dateAndTime(at)}: {text.events[type]} ({by?.name ?? text.clock})</li>)}</ul></details>
    </Page>
  );
}
