import type { SectionProps } from '../sections.ts';
import { OneRelease } from './one-release.tsx';
import { ReleaseList } from './release-list.tsx';
import './releases.css';

/** Requests for public records: a copy is masked, decided and given out (L9). */
export default function ReleasesPage({ rest }: SectionProps) {
  return rest === '' ? <ReleaseList /> : <OneRelease releaseId={rest} />;
}
