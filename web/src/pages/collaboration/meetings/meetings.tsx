import { part } from '../../../components/page/part.tsx';
import type { SectionProps } from '../sections.ts';

const MeetingList = part(() => import('./meeting-list.tsx'));
const PlanPage = part(() => import('./plan.tsx'));
const MeetingPage = part<{ readonly id: string }>(() => import('./meeting.tsx'));

/** Meetings of the groups I stand in (H8, V13, N5); one of them, or the form that plans one. */
export default function MeetingsPage({ rest }: SectionProps) {
  if (rest === 'plan') return <PlanPage />;
  return rest === '' ? <MeetingList /> : <MeetingPage key={rest} id={rest} />;
}
