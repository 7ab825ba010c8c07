import type { ClockView } from '../../../../functions/contracts/case.ts';
import { daysUntil, longDate, relativeDay } from '../../language/dates.ts';
import { bilingual } from '../../language/language.ts';
import { Icon } from '../icon/icon.tsx';

const texts = bilingual({
  title: 'Klockan', both: 'Båda parter ser samma klocka.',
  handle: 'Handläggs senast', sent: 'Skickad', acknowledge: 'Öppnas senast', acknowledged: 'Öppnad', reply: 'Svar senast', answered: 'Besvarad', link: 'Länken gäller till',
  passed: 'passerad', next: 'härnäst',
}, {
  title: 'The clock', both: 'Both parties see the same clock.',
  handle: 'Handle by', sent: 'Sent', acknowledge: 'Open by', acknowledged: 'Opened', reply: 'Reply by', answered: 'Answered', link: 'The link works until',
  passed: 'passed', next: 'next',
});

export type ClockStepShown = { readonly label: string; readonly at: string; readonly state: 'done' | 'next' | 'late' | 'later' };
/** The dates that matter, in order. A case that is over has none that are late. */
function stepsOf(clock: ClockView, over: boolean): readonly ClockStepShown[] {
  const text = texts();
  const steps: ClockStepShown[] = [];
  let nextIsNamed = over;
  const due = (label: string, at: string | null) => {
    if (at === null) return;
    const late = !over && at < clock.now;
    const state = over ? 'later' : late ? 'late' : nextIsNamed ? 'later' : 'next';
    if (state === 'next') nextIsNamed = true;
    steps.push({ label, at, state });
  };
  if (clock.sentAt === null) {
    due(text.handle, clock.handleBy);
    return steps;
  }
  steps.push({ label: text.sent, at: clock.sentAt, state: 'done' });
  if (clock.acknowledgedAt) steps.push({ label: text.acknowledged, at: clock.acknowledgedAt, state: 'done' });
  else due(text.acknowledge, clock.acknowledgeBy);
  // What is over waits for nothing: only what was done is shown, and the date it was asked for.
  if (clock.answeredAt) steps.push({ label: text.answered, at: clock.answeredAt, state: 'done' });
  else due(text.reply, clock.replyBy);
  if (!over && !clock.answeredAt) due(text.link, clock.linkExpiresAt);
  return steps;
}

const icons = { done: 'check', next: 'clock', late: 'warning', later: 'clock' } as const;

export function Clock({ clock, over = false, shared = true }: { readonly clock: ClockView; readonly over?: boolean; readonly shared?: boolean }) {
  const text = texts();
  return <ClockSteps title={text.title} steps={stepsOf(clock, over)} now={clock.now} about={shared && clock.sentAt !== null ? text.both : null} />;
}

export function ClockSteps({ title, steps, now, about }: { readonly title: string; readonly steps: readonly ClockStepShown[]; readonly now: string; readonly about: string | null }) {
  const text = texts();
  return (
    <section class="panel clock" aria-labelledby="clock-title">
      <h2 id="clock-title">{title}</h2>
      <ol class="clock-steps">
        {steps.map(({ label, at, state }) => (
          <li key={label} class={`clock-step clock-${state}`}>
            <Icon name={icons[state]} />
            <span class="clock-label">{label}</span>
            <time dateTime={at}>{longDate(at)}</time>
            <span class="clock-relative">
              {relativeDay(at, now)}
              {state === 'late' && daysUntil(at, now) <= 0 && <strong> · {text.passed}</strong>}
              {state === 'next' && <span class="ds-sr-only"> ({text.next})</span>}
            </span>
          </li>
        ))}
      </ol>
      {about !== null && <p class="small">{about}</p>}
    </section>
  );
}
