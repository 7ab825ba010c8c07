import type { SectionProps } from '../sections.ts';
import { ArchiveList } from './archive-list.tsx';
import { OneArchive } from './one-archive.tsx';

/** Packages of cases for an archive: ordered, with progress, fetched (L9). */
export default function ArchivesPage({ rest }: SectionProps) {
  return rest === '' ? <ArchiveList /> : <OneArchive archiveId={rest} />;
}
