import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { RoutineCheck, RoutineList } from '../../../../../functions/contracts/routine-administration.ts';
import { call } from '../../../api/call.ts';
import { ApiFailure } from '../../../api/failure.ts';
import { useReading } from '../../../api/use-reading.ts';
import { Button, LinkButton } from '../../../components/button/button.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { clockTime } from '../../../language/dates.ts';
import { bilingual, language } from '../../../language/language.ts';
import Changes from './changes.tsx';
import type { Document } from './document.ts';
import { documentForm } from './document-form.ts';
import { RoutineField } from './editor-fields.tsx';
import { FaultList } from './fault-list.tsx';
import { sections } from './fields.ts';
import { routineTexts } from './texts.ts';

const texts = bilingual({
  title: 'Ändra rutinen', lead: 'Det du ändrar gäller först när det publiceras, från det datum du väljer. Utkastet får ha fel; de visas medan du skriver.', sections: 'Delar', save: 'Spara utkastet', saved: (time: string) => `Sparat ${time}.`, unsaved: 'Inte sparat än.', unchecked: 'Det du skrev senast kunde inte kontrolleras. Det kontrolleras när du ändrar något, och innan det publiceras.',
  next: 'Spara och granska', stale: 'Någon annan har sparat utkastet sedan du öppnade det. Läs in sidan igen för att se det; det du har ändrat här går då förlorat.', changes: 'Det du har ändrat', none: 'Inget är ändrat.',
}, {
  title: 'Change the routine', lead: 'What you change stands only once it is published, from the date you choose. A draft may have faults; they are shown as you type.', sections: 'Parts', save: 'Save the draft', saved: (time: string) => `Saved at ${time}.`, unsaved: 'Not saved yet.', unchecked: 'What you wrote last could not be checked. It is checked when you change something, and before it is published.',
  next: 'Save and review', stale: 'Somebody else has saved the draft since you opened it. Reload the page to see it; what you have changed here is then lost.', changes: 'What you have changed', none: 'Nothing has changed.',
});
/** Typing rests this long before it is checked. */
const restMilliseconds = 500;

/** The draft, or the version in force where there is none. */
export default function EditorPage({ list }: { readonly list: RoutineList }) {
  const text = texts();
  const active = list.versions.find(({ state }) => state === 'active');
  const reading = useReading('read-routine', list.draft === null && active ? { path: { routineId: active.routineId, version: String(active.version) }, query: {} } : null);
  if (!list.mayPublish) return <Page title={text.title}><p>{routineTexts().lead}</p></Page>;
  if (list.draft !== null) return <Editor list={list} begin={list.draft.document} revision={list.draft.revision} />;
  if (reading.data === null) return <Page title={text.title}>{reading.failure === null ? <Loading /> : <Failed failure={reading.failure} again={() => void reading.reload()} />}</Page>;
  return <Editor list={list} begin={{ ...reading.data.routine }} revision={0} />;
}

function Editor({ list: { routineId }, begin, revision: first }: { readonly list: RoutineList; readonly begin: Document; readonly revision: number }) {
  const text = texts();
  const { route } = useLocation();
  const [opened] = useState(begin);
  const [document, setDocument] = useState(opened);
  const [revision, setRevision] = useState(first);
  const [saved, setSaved] = useState<{ readonly document: Document; readonly at: string } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { check, checking, failed } = useCheck(routineId, document);
  const unsaved = document !== (saved?.document ?? opened);
  useEffect(() => {
    if (!unsaved) return undefined;
    // The browser asks before what was typed is lost.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
  const faults = check?.faults ?? [];
  const form = documentForm(document, setDocument, faults);
  const save = async (): Promise<boolean> => {
    setBusy(true);
    try {
      const kept = await call('save-routine-draft', { path: { routineId }, body: { document: { ...document }, revision } });
      setRevision(kept.revision);
      setSaved({ document, at: kept.savedAt });
      setFailure(null);
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={text.title} lead={text.lead}>
      <LinkButton href="/administration/routines" kind="tertiary">{routineTexts().back}</LinkButton>
      {failure !== null && (failure instanceof ApiFailure && failure.problem?.code === 'stale-version' ? <Notice color="danger" live="alert"><p>{text.stale}</p></Notice> : <Failed failure={failure} />)}
      {failed && <Notice color="warning" live="alert"><p>{text.unchecked}</p></Notice>}
      <FaultList faults={check === null ? null : faults} checking={checking} idOf={form.idOf} />
      <form noValidate class="form" aria-label={text.title} data-command="save-routine-draft" onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}>
        {sections.map((section, index) => (
          <details class="more" key={section.id} open={index < 2}>
            <summary>{section[language.value]}</summary>
            <div class="form routine-section">{section.fields.map((field) => <RoutineField key={field.at} field={field} form={form} document={document} faults={faults} change={setDocument} />)}</div>
          </details>
        ))}
        <section class="stack">
          <h2>{text.changes}</h2>
          {check !== null && (check.changes.length === 0 ? <p>{text.none}</p> : <Changes changes={check.changes} />)}
        </section>
        <p class="saved" role="status">{unsaved ? text.unsaved : saved === null ? '' : text.saved(clockTime(saved.at))}</p>
        <div class="buttons">
          <Button busy={busy} onClick={() => void save().then((kept) => kept && route('/administration/routines/publish'))}>{text.next}</Button>
          <Button type="submit" kind="secondary" busy={busy}>{text.save}</Button>
        </div>
      </form>
    </Page>
  );
}

/** What is wrong with the document and what it changes, as soon as the typing rests; an answer that was overtaken is forgotten. */
function useCheck(routineId: string, document: Document): { readonly check: RoutineCheck | null; readonly checking: boolean; readonly failed: boolean } {
  const [check, setCheck] = useState<RoutineCheck | null>(null);
  const [checking, setChecking] = useState(true);
  const [failed, setFailed] = useState(false);
  const turn = useRef(0);
  useEffect(() => {
    const mine = ++turn.current;
    setChecking(true);
    const timer = setTimeout(() => {
      call('check-routine', { path: { routineId }, body: { document: { ...document } } })
        .then((answer) => {
          if (mine !== turn.current) return;
          setCheck(answer);
          setFailed(false);
        }, () => mine === turn.current && setFailed(true))
        .finally(() => mine === turn.current && setChecking(false));
    }, restMilliseconds);
    return () => clearTimeout(timer);
  }, [routineId, document]);
  return { check, checking, failed };
}
