import { useEffect } from 'preact/hooks';
import { useReading } from '../../../api/use-reading.ts';
import { Failed, Loading, Page } from '../../../components/page/page.tsx';
import { part } from '../../../components/page/part.tsx';
import type { SectionProps } from '../sections.ts';
import { areas } from './areas.ts';
import './routines.css';
import { routineTexts } from './texts.ts';

const Versions = part(() => import('./versions.tsx'));
const Reading = part(() => import('./reading.tsx'));
const Editor = part(() => import('./editor.tsx'));
const Publishing = part(() => import('./publishing.tsx'));

/** `rest`: nothing (the versions), `ID/VERSION` (one of them), `draft` (to change it) or `publish`. */
export default function RoutinesPage({ rest }: SectionProps) {
  // What one page has done, the next one reads.
  return <Routines key={rest} rest={rest} />;
}
function Routines({ rest }: SectionProps) {
  const list = useReading('list-routines', {});
  useEffect(() => {
    if (list.data !== null) areas.value = list.data.areas;
  }, [list.data]);
  if (rest === 'draft' || rest === 'publish') {
    if (list.data === null) return <Waiting failure={list.failure} again={() => void list.reload()} />;
    return rest === 'draft' ? <Editor list={list.data} /> : <Publishing list={list.data} />;
  }
  const [, routineId, version] = /^([\w-]+)\/(\d+)$/.exec(rest) ?? [];
  if (list.data === null) return <Waiting failure={list.failure} again={() => void list.reload()} />;
  if (routineId !== undefined && version !== undefined) return <Reading routineId={routineId} version={version} versions={list.data.versions} />;
  return <Versions list={list.data} reload={list.reload} />;
}

function Waiting({ failure, again }: { readonly failure: unknown; readonly again: () => void }) {
  return <Page title={routineTexts().title}>{failure === null ? <Loading /> : <Failed failure={failure} again={again} />}</Page>;
}
