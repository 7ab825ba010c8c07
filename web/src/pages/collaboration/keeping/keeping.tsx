import type { SectionProps } from '../sections.ts';
import { HoldsPage } from './holds-page.tsx';
import { RunPage } from './run-page.tsx';
import { RunsPage } from './runs-page.tsx';

/** What is erased and what is held (L9): rules in force, reports with exemptions and signatures, legal holds. */
export default function KeepingPage({ rest }: SectionProps) {
  if (rest === 'holds') return <HoldsPage />;
  const run = /^runs\/([^/]+)$/.exec(rest)?.[1];
  return run === undefined ? <RunsPage /> : <RunPage id={run} />;
}
