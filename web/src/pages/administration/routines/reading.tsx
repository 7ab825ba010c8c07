import type { RoutineList } from '../../../../../functions/contracts/routine-administration.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button, LinkButton } from '../../../components/button/button.tsx';
import { Facts } from '../../../components/facts/facts.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { longDate } from '../../../language/dates.ts';
import { language } from '../../../language/language.ts';
import { hasRole } from '../../../session/session.ts';
import Changes from './changes.tsx';
import { valueAt } from './document.ts';
import { sections } from './fields.ts';
import { Picture } from './picture.tsx';
import { incomingStations, ladderStations, outgoingStations } from './stations.ts';
import { routineTexts } from './texts.ts';
import { nameOf, valueWords } from './value-words.ts';

/** The one that stood, or is to stand, before it; what was taken back never did. */
export const versionBefore = (versions: RoutineList['versions'], version: number): number | undefined => {
  const inOrder = versions.filter((each) => each.state !== 'withdrawn' || each.version === version)
    .toSorted((one, other) => (one.validFrom ?? '').localeCompare(other.validFrom ?? '') || one.version - other.version);
  return inOrder[inOrder.findIndex((each) => each.version === version) - 1]?.version;
};

/** One version as a person reads it: the two lifecycles, then everything it says. */
export default function ReadingPage({ routineId, version, versions }: { readonly routineId: string; readonly version: string; readonly versions: RoutineList['versions'] }) {
  const text = routineTexts();
  const against = versionBefore(versions, Number(version));
  const reading = useReading('read-routine', { path: { routineId, version }, query: {} });
  const compared = useReading('read-routine', against === undefined ? null : { path: { routineId, version }, query: { against: String(against) } });
  if (reading.data === null) return <Page title={text.title}>{reading.failure !== null ? <Failed failure={reading.failure} again={() => void reading.reload()} /> : <Loading />}</Page>;
  const { routine } = reading.data;
  return (
    <Page title={`${routine.title[language.value]}`} lead={`${text.version} ${routine.version}. ${text.standsFrom(longDate(routine.validFrom))}. ${routine.documentId}.`} wide>
      <div class="buttons">
        <LinkButton href="/administration/routines" kind="tertiary">{text.back}</LinkButton>
        {hasRole('systemAdministrator') && <LinkButton href="/administration/routines/draft" kind="secondary">{text.edit}</LinkButton>}
        <Button kind="secondary" onClick={() => print()}>{text.print}</Button>
      </div>
      <Picture id="routine-outgoing" title={text.outgoing} stations={outgoingStations(routine)} />
      <Picture id="routine-incoming" title={text.incoming} stations={incomingStations(routine)} />
      {routine.escalation !== null && <Picture id="routine-ladder" title={text.ladder} stations={ladderStations(routine)} />}
      {compared.data !== null && (
        <section class="stack">
          <h2>{text.compare}</h2>
          {compared.data.changes.length === 0 ? <p>{text.same}</p> : <Changes changes={compared.data.changes} />}
        </section>
      )}
      <h2>{text.whole}</h2>
      {sections.map((section) => (
        <section key={section.id} class="stack">
          <h3>{section[language.value]}</h3>
          <Facts facts={section.fields.map((field) => [nameOf(field), wordsAt(routine, field)] as const)} />
        </section>
      ))}
    </Page>
  );
}

/** A list reads as a list. */
function wordsAt(routine: unknown, field: (typeof sections)[number]['fields'][number]) {
  const value = valueAt(routine, field.at);
  if (field.kind !== 'list' || !Array.isArray(value) || value.length === 0) return valueWords(field, value);
  const items: readonly unknown[] = value;
  const said = items.map((item) => valueWords({ ...field }, [item]));
  return field.ordered ? <ol>{said.map((words) => <li key={words}>{words}</li>)}</ol> : <ul>{said.map((words) => <li key={words}>{words}</li>)}</ul>;
}
