import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { weighSite } from '../web/byte-budget.ts';

export interface SiteBytes {
  /** Bytes, gzip: the entry with what it loads at once. */
  readonly firstView: number;
  /** The largest of the files that a route loads when it is opened. */
  readonly largestRoute: number;
  /** The libraries that the first view cannot do without, alone. */
  readonly floor: number;
  readonly most: number;
}

const libraries = `
  export { render, h, Fragment } from 'preact';
  export { LocationProvider, Router, Route, lazy } from 'preact-iso';
  export { signal, computed, effect } from '@preact/signals';
`;

/** Weighs the site that was built (`.brygga-build/site`), as test/web holds it to its budget. */
export async function siteBytes(root: string): Promise<SiteBytes> {
  const folder = mkdtempSync(join(tmpdir(), 'brygga-bench-site-'));
  try {
    const outfile = join(folder, 'floor.js');
    await build({ stdin: { contents: libraries, resolveDir: root }, bundle: true, minify: true, format: 'esm', outfile, logLevel: 'error' });
    const [first, ...routes] = weighSite(join(root, '.brygga-build/site'));
    return {
      firstView: first?.bytes ?? Number.NaN, most: first?.most ?? Number.NaN,
      largestRoute: Math.max(...routes.map(({ bytes }) => bytes)),
      floor: gzipSync(readFileSync(outfile), { level: 9 }).length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
