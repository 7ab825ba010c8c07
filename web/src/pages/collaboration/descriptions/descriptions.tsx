import { part } from '../../../components/page/part.tsx';
import type { SectionProps } from '../sections.ts';

const DescriptionList = part(() => import('./description-list.tsx'));
const Drafting = part<{ readonly caseId: string }>(() => import('./drafting.tsx'));
const OneDescription = part<{ readonly id: string }>(() => import('./one-description.tsx'));
const beginning = 'draft-';

/** N4: all descriptions, one of them, or a new one of a closed case. */
export default function DescriptionsPage({ rest }: SectionProps) {
  if (rest === '') return <DescriptionList />;
  return rest.startsWith(beginning) ? <Drafting caseId={rest.slice(beginning.length)} /> : <OneDescription id={rest} />;
}
