import { part } from '../../../components/page/part.tsx';
import type { SectionProps } from '../sections.ts';

const DisputeList = part(() => import('./dispute-list.tsx'));
const OneDispute = part(() => import('./one-dispute.tsx'));

/** G7: all disputes, or those of one case. */
export default function DisputesPage({ rest }: SectionProps) {
  return rest === '' ? <DisputeList /> : <OneDispute caseId={rest} />;
}
