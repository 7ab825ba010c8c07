import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { cloudApp } from '../../infra/cloud-app.ts';
import { entryFiles } from '../../infra/function-list.ts';
import { readSettings, type Settings } from '../../infra/settings.ts';

/** Templates are data of any shape. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

export interface TemplateResource {
  readonly stack: string;
  readonly id: string;
  readonly Type: string;
  readonly Properties: Record<string, Json>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: Record<string, Json>;
}
export interface Synthesized {
  readonly app: App;
  readonly settings: Settings;
  readonly resources: readonly TemplateResource[];
  readonly templates: Readonly<Record<string, Json>>;
  ofType(type: string): readonly TemplateResource[];
}

/** The whole app over stand-in bundles, so that rules about the template need no build. */
export function synthesize(changes: Partial<Settings> = {}, checked = false): Synthesized {
  const folder = mkdtempSync(join(tmpdir(), 'brygga-synth-'));
  try {
    for (const { name } of entryFiles()) {
      mkdirSync(join(folder, 'build/functions', name), { recursive: true });
      writeFileSync(join(folder, 'build/functions', name, 'index.mjs'), `export const handler = () => '${name}';\n`);
    }
    mkdirSync(join(folder, 'build/site'), { recursive: true });
    writeFileSync(join(folder, 'build/site/index.html'), '<!doctype html><title>Brygga</title>');
    const settings = { ...readSettings({ BRYGGA_STAGE: 'test' }), ...changes };
    const app = cloudApp({ settings, outdir: join(folder, 'out'), build: join(folder, 'build'), checked });
    const assembly = app.synth();
    const templates = Object.fromEntries(assembly.stacks.map((stack) => [stack.stackName, stack.template]));
    const resources = Object.entries(templates).flatMap(([stack, template]) =>
      Object.entries<Json>(template.Resources).map(([id, resource]): TemplateResource => ({ Properties: {}, ...resource, stack, id })));
    return { app, settings, resources, templates, ofType: (type) => resources.filter((resource) => resource.Type === type) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
