import type { SectionProps } from '../sections.ts';
import { DisputeList } from './dispute-list.tsx';
import { OneDispute } from './one-dispute.tsx';

/** G7: all disputes, or those of one case. */
export default function DisputesPage({ rest }: SectionProps) {
  return rest === '' ? <DisputeList /> : <OneDispute caseId={rest} />;
}
