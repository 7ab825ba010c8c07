import { useLocation } from 'preact-iso/router';
import { Page } from '../../components/page/page.tsx';
import { OpeningForm, openingTexts } from './opening-form.tsx';

/** L5: a case to which the user has no need to know, opened by its number and a reason. */
export default function OpenCasePage() {
  const text = openingTexts();
  const { route } = useLocation();
  return <Page title={text.title} lead={text.lead}><OpeningForm opened={(caseId) => route(`/cases/${caseId}`)} /></Page>;
}
