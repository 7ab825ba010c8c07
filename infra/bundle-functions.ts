import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { entryFiles } from './function-list.ts';

/** ESM bundles still hold CommonJS parts of the SDK that call `require`; a long name never meets one of theirs. */
const banner = "import { createRequire as bryggaCreateRequireForBundledParts } from 'node:module'; const require = bryggaCreateRequireForBundledParts(import.meta.url);";

/**
 * Bundles every function of the list into `<target>/<name>/index.mjs`, in one pass; the same sources
 * give the same bytes.
 *
 * @returns names of functions whose entry file does not exist
 */
export async function bundleFunctions(root: string, target: string): Promise<readonly string[]> {
  const entries = entryFiles();
  const missing = entries.filter(({ path }) => !existsSync(`${root}/${path}`)).map(({ name }) => name);
  await rm(target, { recursive: true, force: true });
  const present = entries.filter(({ name }) => !missing.includes(name));
  try {
    await bundle(root, target, present);
  } catch {
    // While parts are being written side by side, one that does not build must not stop the others.
    for (const entry of present) await bundle(root, target, [entry]).catch(() => missing.push(entry.name));
  }
  for (const name of missing) {
    await mkdir(`${target}/${name}`, { recursive: true });
    await writeFile(`${target}/${name}/index.mjs`, `export const handler = () => { throw new Error('${name} is not written yet'); };\n`);
  }
  return missing;
}

async function bundle(root: string, target: string, entries: ReturnType<typeof entryFiles>): Promise<void> {
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
}
