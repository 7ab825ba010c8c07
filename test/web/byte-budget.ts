import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes, gzip (ux.md, budgets). */
export const budget = { firstView: 40 * 1024, lazyRoute: 10 * 1024, /** What is no page: loaded when somebody asks for a spreadsheet. */ library: 20 * 1024 } as const;

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}
export interface Weighed { readonly what: string; readonly bytes: number; readonly most: number }

/**
 * Weighs a built site (folder with `assets/manifest.json`): the entry with its styles, and each lazily loaded
 * route by its own file. CI compares `bytes` with `most`.
 */
export function weighSite(folder: string): readonly Weighed[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'assets/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const weight = (file: string) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  const chunks = Object.entries(manifest);
  const first = new Set<string>();
  const gather = (chunk: Chunk | undefined): void => {
    if (!chunk || first.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) first.add(file);
    for (const key of chunk.imports ?? []) gather(manifest[key]);
  };
  for (const [, chunk] of chunks) if (chunk.isEntry) gather(chunk);
  return [
    { what: 'first view', bytes: [...first].reduce((sum, file) => sum + weight(file), 0), most: budget.firstView },
    ...chunks.filter(([, { isDynamicEntry }]) => isDynamicEntry).map(([what, { file }]) => ({ what, bytes: weight(file), most: what.includes('node_modules/') ? budget.library : budget.lazyRoute })),
  ];
}
