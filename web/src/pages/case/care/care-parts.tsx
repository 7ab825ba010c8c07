import type { CaseView } from '../../../../../functions/contracts/case.ts';
import { onCallFields } from '../../../../../functions/contracts/words.ts';
import { LinkButton } from '../../../components/button/button.tsx';
import { Facts, Written } from '../../../components/facts/facts.tsx';
import { Records } from '../../../components/records/records.tsx';
import { dateAndTime } from '../../../language/dates.ts';
import { careTexts } from './texts.ts';

/** On call, whose responsibility, how the request left, and the paper it came on: each only where there is something of it. */
export default function CareParts({ view }: { readonly view: CaseView }) {
  return <>
    {view.paper && <PaperPart paper={view.paper} />}
    {view.onCall && <OnCallPart view={view} onCall={view.onCall} />}
    {view.notOurs && (
      <section class="panel">
        <h2>{careTexts().notOurs.title}</h2>
        <p class="small">{careTexts().notOurs.of(view.notOurs.organisation.name)}</p>
        <p><Written>{view.notOurs.description}</Written></p>
      </section>
    )}
    {view.dispatches.length > 0 && <DispatchLog view={view} />}
    {view.notedInRecordAt !== null && <section class="panel"><h2>{careTexts().record.title}</h2><p>{careTexts().record.noted(dateAndTime(view.notedInRecordAt))}</p></section>}
  </>;
}

function OnCallPart({ view, onCall }: { readonly view: CaseView; readonly onCall: NonNullable<CaseView['onCall']> }) {
  const text = careTexts().onCall;
  const said = (field: (typeof onCallFields)[number]) => (field === 'acuteAction' ? <Written>{view.report.immediateAction}</Written> : text.answer[onCall[field]]);
  return (
    <section class="panel">
      <h2>{text.title}</h2>
      <p>{onCall.applies ? text.yes(onCall.suppliers.join(', ')) : text.no}</p>
      {onCall.disputed && <p class="small">{text.disputed(onCall.disputed.by.name, dateAndTime(onCall.disputed.at))} <Written>{onCall.disputed.reason}</Written></p>}
      {onCall.applies && <Facts facts={onCallFields.map((field) => [text.field[field], said(field)] as const)} />}
    </section>
  );
}

function DispatchLog({ view }: { readonly view: CaseView }) {
  const text = careTexts().dispatch;
  return (
    <section class="panel">
      <h2>{text.log}</h2>
      <Records caption={text.log} rows={view.dispatches} keyOf={({ at, how }) => `${at}${how}`} columns={[
        { title: text.column.at, cell: ({ at }) => dateAndTime(at) }, { title: text.column.how, cell: ({ how }) => text.way[how] },
        { title: text.column.to, cell: ({ unit }) => unit.name }, { title: text.column.by, cell: ({ by }) => by.name }, { title: text.column.note, cell: ({ note }) => note },
      ]} />
      {view.request && view.request.how !== 'link' && <div class="buttons no-print"><LinkButton kind="secondary" href={`/cases/${view.id}?letter=1`}>{text.letter}</LinkButton></div>}
    </section>
  );
}

function PaperPart({ paper }: { readonly paper: NonNullable<CaseView['paper']> }) {
  const text = careTexts().paper;
  return (
    <section class="panel">
      <h2>{text.title}</h2>
      <p>{text.facts(paper.formVersion, dateAndTime(paper.filledAt))}</p>
      <p class="small">{text.entered(paper.enteredBy.name, dateAndTime(paper.enteredAt))}</p>
    </section>
  );
}
