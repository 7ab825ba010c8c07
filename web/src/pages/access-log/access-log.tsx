import { useRoute } from 'preact-iso/router';
import { Notice } from '../../components/notice/notice.tsx';
import { Page } from '../../components/page/page.tsx';
import { part as partOf } from '../../components/page/part.tsx';
import { shellTexts } from '../../components/shell/texts.ts';
import { hasRole } from '../../session/session.ts';
import { accessLogTexts } from './texts.ts';

const LogPage = partOf(() => import('./log.tsx'));
const ExtractPage = partOf(() => import('./extract.tsx'));
const SpotChecksPage = partOf(() => import('./spot-checks.tsx'));
const SpotCheckPage = partOf(() => import('./spot-check.tsx'));

/** The access log (L5): who looked at what, the extract per patient, and the spot checks. */
export default function AccessLogPage() {
  const { params } = useRoute();
  if (!hasRole('mas', 'mar', 'sas', 'unitManager', 'systemAdministrator')) return <Page title={accessLogTexts().title}><Notice color="warning"><p>{shellTexts().notForRole}</p></Notice></Page>;
  const { part, id } = params;
  if (part === 'patient' && hasRole('mas', 'mar', 'sas')) return <ExtractPage />;
  if (part === 'spot-checks') return id ? <SpotCheckPage key={id} id={id} /> : <SpotChecksPage />;
  return <LogPage />;
}
