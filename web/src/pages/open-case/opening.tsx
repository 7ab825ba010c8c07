import { Page } from '../../components/page/page.tsx';
import { OpeningForm, openingTexts } from './opening-form.tsx';

/** In place of a case that the user may open by stating a reason. */
export function Opening({ caseId, opened }: { readonly caseId: string; readonly opened: () => void }) {
  const text = openingTexts();
  return <Page title={text.title} lead={text.lead}><OpeningForm caseId={caseId} opened={opened} /></Page>;
}
