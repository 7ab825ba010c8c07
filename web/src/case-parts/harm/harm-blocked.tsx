import type { ClosingBlock } from '../../../../functions/contracts/words.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { partTexts } from '../texts.ts';

const place = { 'harm-review-missing': 'harm-assessment', 'harm-decision-missing': 'serious-harm', 'patient-information-missing': 'patient-information' } as const satisfies Record<ClosingBlock, string>;
const mends = { 'harm-review-missing': 'review-harm', 'harm-decision-missing': 'record-harm-decision', 'patient-information-missing': 'record-patient-information' } as const satisfies Record<ClosingBlock, string>;

/** What harm leaves to record before the case ends: the way there, or that it is somebody else's to do (L3, L4). */
export function HarmBlocked({ blocks, allowed }: { readonly blocks: readonly ClosingBlock[]; readonly allowed: readonly string[] }) {
  const text = partTexts();
  return blocks.length === 0 ? null : (
    <Notice color="warning" title={text.blocked}>
      <ul class="ds-list">{blocks.map((block) => (
        <li key={block}>{allowed.includes(mends[block]) ? <a class="ds-link" href={`#${place[block]}`}>{text.mend[block]}</a> : `${text.mend[block]} ${text.byOthers}`}</li>
      ))}</ul>
    </Notice>
  );
}
