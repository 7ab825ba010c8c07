import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { cloudApp } from './cloud-app.ts';
import { readSettings } from './settings.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
cloudApp({
  settings: readSettings(env),
  outdir: env['CDK_OUTDIR'] ?? `${root}cdk.out`,
  build: `${root}.brygga-build`,
  checked: true,
}).synth();
