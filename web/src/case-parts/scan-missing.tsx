import { useEffect, useState } from 'preact/hooks';
import type { AnyCaseView } from '../../../functions/contracts/case.ts';
import { filesOfCase } from '../components/attachments/attachment-place.ts';
import { Notice } from '../components/notice/notice.tsx';
import { bilingual } from '../language/language.ts';

const texts = bilingual(
  { missing: 'Den skannade blanketten saknas. Lägg till den som fil till rapporten.' },
  { missing: 'The scanned form is missing. Add it as a file of the report.' },
);

/** H6: what was entered from paper keeps its scan; until it is there, the case says so. */
export function ScanMissing({ view }: { readonly view: Pick<AnyCaseView, 'id' | 'version'> }) {
  const [scanned, setScanned] = useState(true);
  useEffect(() => {
    filesOfCase(view.id).list().then(({ attachments }) => setScanned(attachments.some(({ part, state }) => part === 'report' && state !== 'refused')), () => undefined);
  }, [view.id, view.version]);
  return scanned ? null : <Notice color="warning"><p>{texts().missing}</p></Notice>;
}
