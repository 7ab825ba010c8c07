import type { SectionProps } from '../sections.ts';
import { ImportList } from './import-list.tsx';
import { OneImport } from './one-import.tsx';

/** Registers as files: out, in with a preview, and how imports went. */
export default function ImportPage({ rest }: SectionProps) {
  return rest === '' ? <ImportList /> : <OneImport importId={rest} />;
}
