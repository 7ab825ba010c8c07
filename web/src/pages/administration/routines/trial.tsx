import type { RoutineTrial } from '../../../../../functions/contracts/routine-administration.ts';
import { bilingual } from '../../../language/language.ts';
import { vocabulary } from '../../../language/vocabulary.ts';

const texts = bilingual({
  outgoing: 'Det vi anmälde', incoming: 'Det som kom in', none: 'Inga besvarade eller avslutade ärenden att pröva på.',
  overdue: (after: number, all: number, before: number) => `${after} av ${all} hade blivit försenade; med den rutin de hade ${before}.`,
  escalated: (after: number, all: number, before: number) => `För ${after} av ${all} hade cheferna fått veta; med den rutin de hade ${before}.`,
  other: (count: number, all: number) => `${count} av ${all} hade fått en annan ansvarig.`, role: (role: string, after: number, before: number) => `${role}: ${after} i stället för ${before}`, atMost: (count: number) => `Räknat på de senaste ärendena, högst ${count}.`,
}, {
  outgoing: 'What we reported', incoming: 'What came in', none: 'No answered or ended cases to try it on.',
  overdue: (after: number, all: number, before: number) => `${after} of ${all} would have been overdue; under the routine they had, ${before}.`,
  escalated: (after: number, all: number, before: number) => `Managers would have been told of ${after} of ${all}; under the routine they had, of ${before}.`,
  other: (count: number, all: number) => `${count} of ${all} would have come to another role.`, role: (role: string, after: number, before: number) => `${role}: ${after} instead of ${before}`, atMost: (count: number) => `Counted over the latest cases, at most ${count}.`,
});

/** What the draft would have meant for cases that are answered or have ended. */
export function Trial({ trial }: { readonly trial: RoutineTrial }) {
  const text = texts();
  return (
    <div class="stack">
      {(['outgoing', 'incoming'] as const).map((direction) => {
        const { cases, overdue, escalated, otherResponsible, responsible } = trial[direction];
        return (
          <section key={direction}>
            <h3>{text[direction]}</h3>
            {cases === 0 ? <p>{text.none}</p> : (
              <ul class="ds-list">
                <li>{text.overdue(overdue.after, cases, overdue.before)}</li>
                <li>{text.escalated(escalated.after, cases, escalated.before)}</li>
                <li>{text.other(otherResponsible, cases)}
                  {otherResponsible > 0 && <ul>{responsible.map(({ role, before, after }) => <li key={role}>{text.role(vocabulary().role[role], after, before)}</li>)}</ul>}
                </li>
              </ul>
            )}
          </section>
        );
      })}
      <p class="small">{text.atMost(trial.atMost)}</p>
    </div>
  );
}
