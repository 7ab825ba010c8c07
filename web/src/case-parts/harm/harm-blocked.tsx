import type { ClosingBlock } from '../../../../functions/contracts/words.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { partTexts } from '../texts.ts';

const place: Record<ClosingBlock, string> = { 'harm-review-missing': 'harm-assessment', 'harm-decision-missing': 'serious-harm', 'patient-information-missing': 'patient-information' };

/** What harm leaves to record before the case ends, each with the way there (L3, L4). */
export function HarmBlocked({ blocks }: { readonly blocks: readonly ClosingBlock[] }) {
  const text = partTexts();
  return blocks.length === 0 ? null : (
    <Notice color="warning" title={text.blocked}>
      <ul class="ds-list">{blocks.map((block) => <li key={block}><a class="ds-link" href={`#${place[block]}`}>{text.mend[block]}</a></li>)}</ul>
    </Notice>
  );
}
