import { bilingual } from '../../language/language.ts';
import { type ClockStepShown, ClockSteps } from './clock.tsx';

const texts = bilingual({
  title: 'Klockan', both: 'Den som anmälde och de som utreder ser samma klocka.', received: 'Kom in', registerBy: 'Registreras senast', registered: 'Registrerad', replyBy: 'Svar senast', answered: 'Besvarad',
}, {
  title: 'The clock', both: 'Whoever filed and those who investigate see the same clock.', received: 'Received', registerBy: 'Register by', registered: 'Registered', replyBy: 'Reply by', answered: 'Answered',
});

interface Dates { readonly now: string; readonly registerBy: string; readonly registeredAt: string | null; readonly replyBy: string; readonly answeredAt: string | null }
/** The dates of an incoming deviation: they count from when it reached us. */
export function FilingClock({ clock, receivedAt, over }: { readonly clock: Dates; readonly receivedAt: string; readonly over: boolean }) {
  const text = texts();
  const { now, registerBy, registeredAt, replyBy, answeredAt } = clock;
  const due = (label: string, at: string, first: boolean): ClockStepShown => ({ label, at, state: over ? 'later' : at < now ? 'late' : first ? 'next' : 'later' });
  const steps: readonly ClockStepShown[] = [
    { label: text.received, at: receivedAt, state: 'done' },
    ...(registeredAt !== null ? [{ label: text.registered, at: registeredAt, state: 'done' } as const] : over ? [] : [due(text.registerBy, registerBy, true)]),
    ...(answeredAt !== null ? [{ label: text.answered, at: answeredAt, state: 'done' } as const] : [due(text.replyBy, replyBy, registeredAt !== null)]),
  ];
  return <ClockSteps title={text.title} steps={steps} now={now} about={text.both} />;
}
