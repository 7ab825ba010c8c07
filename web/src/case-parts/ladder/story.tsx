import type { FolderView, LadderView } from '../../../../functions/contracts/escalation.ts';
import { Facts, Written } from '../../components/facts/facts.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { dateAndTime, longDate } from '../../language/dates.ts';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { language } from '../../language/language.ts';
import { ladderTexts } from './texts.ts';

export type Place = Pick<FolderView & LadderView, 'levels' | 'state' | 'level' | 'ofPrinciple' | 'dueAt' | 'overdue' | 'groups' | 'stations' | 'basis' | 'decision' | 'information' | 'next' | 'targetGroup'>;

export const nameOfLevel = ({ levels }: Pick<Place, 'levels'>, level: number): string => levels.find((one) => one.level === level)?.name[language.value] ?? String(level);

/** Where the case is, and until when. */
export function LadderPlace({ place }: { readonly place: Place }) {
  const text = ladderTexts();
  const { level, groups, dueAt, overdue, ofPrinciple, state, targetGroup } = place;
  return <>
    {state === 'ended' ? <p>{text.ended}</p> : (
      <Facts facts={[
        [text.level2, text.level(level, nameOfLevel(place, level))], [text.withGroups, groups.length === 0 ? text.withManagers : groups.map(({ name }) => name).join(', ')],
        dueAt !== null && [text.due, <>{longDate(dueAt)}{overdue && <> <span class="ds-tag" data-color="danger">{text.overdue}</span></>}</>],
        [text.targetGroup, targetGroup === null ? text.noTargetGroup : incomingVocabulary().targetGroup[targetGroup]],
        ofPrinciple && [text.because.ofPrinciple, '✓'],
      ]} />
    )}
    {state === 'informing' && <p>{text.informing}</p>}
    <details><summary>{text.levels}</summary>
      <ol class="ds-list">{place.levels.map((one) => (
        <li key={one.level} aria-current={state !== 'ended' && one.level === level ? 'step' : undefined}><strong>{one.name[language.value]}</strong>{state !== 'ended' && one.level === level && ` (${text.here})`}<br />{one.decides[language.value]}</li>
      ))}</ol>
    </details>
  </>;
}

const leadsOn = ({ outcome }: NonNullable<Place['stations'][number]['left']>): boolean => outcome === 'forwarded' || outcome === 'returned';
/** Level by level: since when, how it left, and why. */
export function LadderHistory({ place }: { readonly place: Place }) {
  const text = ladderTexts();
  if (place.stations.length === 0) return null;
  return <>
    <h3>{text.history}</h3>
    <ol class="timeline">
      {place.stations.map(({ climb, level, groups, from, left }) => (
        <li key={`${climb}-${level}-${from}`}>
          <span class={`dot ${left === null ? 'dot-external' : ''}`}><Icon name={left === null ? 'clock' : 'arrow'} /></span>
          <p><strong>{text.level(level, groups.length > 0 ? groups.join(', ') : nameOfLevel(place, level))}</strong>{climb > 1 && ` · ${text.climb(climb)}`}</p>
          <p class="small">{left === null ? text.since(dateAndTime(from)) : text.between(dateAndTime(from), dateAndTime(left.at))}</p>
          {left === null ? <p>{text.still}</p> : <p>{text.outcome[left.outcome]}{leadsOn(left) && ` ${text.toLevel(nameOfLevel(place, left.to))}`} {text.by2(left.by?.name ?? text.unnamed)}{left.because !== null && `. ${text.because[left.because]}`}.</p>}
          {left !== null && left.reason !== '' && <p class="said">{left.reason}</p>}
        </li>
      ))}
    </ol>
  </>;
}

const list = (items: readonly string[]) => items.length > 0 && <ul class="ds-list">{items.map((item) => <li key={item}><Written>{item}</Written></li>)}</ul>;
/** What groups have written: the basis, the decision, and the word to those concerned. */
export function LadderOutcome({ place: { basis, decision, information } }: { readonly place: Pick<Place, 'basis' | 'decision' | 'information'> }) {
  const text = ladderTexts();
  return <>
    {basis && <section class="stack"><h3>{text.basis}</h3><p class="small">{basis.group}, {dateAndTime(basis.at)}</p><p><Written>{basis.text}</Written></p>{basis.measures.length > 0 && <><h4>{text.measures}</h4>{list(basis.measures)}</>}</section>}
    {decision && (
      <section class="stack"><h3>{text.decision}</h3><p class="small">{decision.group}, {dateAndTime(decision.at)}</p><p><Written>{decision.text}</Written></p>{decision.measures.length > 0 && <><h4>{text.measures}</h4>{list(decision.measures)}</>}
        {decision.workingGroup && <Facts facts={[[text.workingGroup, decision.workingGroup.name], [text.task, <Written>{decision.workingGroup.task}</Written>], [text.dueDate, longDate(decision.workingGroup.due)]]} />}
      </section>
    )}
    {information && <section class="stack"><h3>{text.information}</h3><p class="small">{dateAndTime(information.at)}. {text.units}: {information.units.join(', ')}</p><p><Written>{information.text}</Written></p></section>}
  </>;
}
