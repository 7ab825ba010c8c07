import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as playwright, type Browser } from 'playwright-core';

const folder = join(import.meta.dirname, '..', '..', '.brygga-build', 'chromium');

/**
 * Unpacks Chromium from its registry package below the build folder, with the shared libraries a bare system
 * lacks, so that nothing on the machine is needed. Runs once before the workers: a half-unpacked binary looks whole.
 */
export async function unpackBrowser(): Promise<void> {
  if (process.env['CHROMIUM_PATH'] !== undefined || existsSync(join(folder, 'unpacked'))) return;
  mkdirSync(folder, { recursive: true });
  const before = { TMPDIR: process.env['TMPDIR'], AWS_EXECUTION_ENV: process.env['AWS_EXECUTION_ENV'] };
  // The package unpacks into TMPDIR, and brings its libraries along only when it believes to be on Lambda.
  process.env['TMPDIR'] = folder;
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs24.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  // The package's own fonts.conf names only Lambda's folders; without a font Chromium crashes on a form field.
  writeFileSync(join(folder, 'fonts.conf'), `<?xml version="1.0"?><fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`);
  mkdirSync(join(folder, 'unpacked'));
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? join(folder, 'chromium');
  return playwright.launch({
    executablePath,
    env: {
      ...process.env,
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    },
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-quic', '--disable-sync', '--no-first-run', '--font-render-hinting=none'],
  });
}
