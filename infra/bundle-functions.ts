import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { entryFiles } from './function-list.ts';

/** ESM bundles still hold CommonJS parts of the SDK that call `require`; a long name never meets one of theirs. */
const banner = "import { createRequire as bryggaCreateRequireForBundledParts } from 'node:module'; const require = bryggaCreateRequireForBundledParts(import.meta.url);";

/** esbuild holds every bundle of a pass at once: all of them would take 7 GB. */
const atOnce = 50;

/**
 * Bundles functions, unless told otherwise every one of the list, into `<target>/<name>/index.mjs`; the same sources give
 * the same bytes.
 *
 * @param entries paths from `root`
 * @throws Error of esbuild, after it has said on standard error what does not build
 */
export async function bundleFunctions(root: string, target: string, entries = entryFiles()): Promise<void> {
  await rm(target, { recursive: true, force: true });
  for (let from = 0; from < entries.length; from += atOnce) await bundle(root, target, entries.slice(from, from + atOnce));
}

const bundle = async (root: string, target: string, entries: ReturnType<typeof entryFiles>): Promise<void> => {
  await build({
    absWorkingDir: root,
    entryPoints: entries.map(({ name, path }) => ({ in: path, out: `${name}/index` })),
    outdir: target,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    legalComments: 'none',
    banner: { js: banner },
    logLevel: 'error',
  });
};
