import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

/** Each forbidden arrow of the design, planted: the lint must refuse it and say where the code belongs. */
const planted = [
  ['functions/domain/a.ts', "import '../contracts/case.ts'", 'domain is pure'],
  ['functions/domain/b.ts', "import type { Z } from 'zod/mini'; export type Y = Z", 'domain is pure'],
  ['functions/domain/c.ts', "import { randomUUID } from 'node:crypto'; export const x = randomUUID()", 'domain is pure'],
  ['functions/domain/d.ts', 'export const now = () => Date.now()', 'no clock'],
  ['functions/contracts/a.ts', "import '../use-cases/ports.ts'", 'shapes shared with pages'],
  ['functions/contracts/b.ts', "import * as z from 'zod'; export const s = z.string()", 'zod/mini'],
  ['functions/use-cases/a.ts', "import '../adapters/case-store.ts'", 'knows ports only'],
  ['functions/use-cases/b.ts', "import '@aws-sdk/client-sfn'", 'knows ports only'],
  ['functions/use-cases/c.ts', "import '@middy/core'", 'knows ports only'],
  ['functions/adapters/a.ts', "import '../use-cases/send-case.ts'", 'implements ports'],
  ['functions/adapters/b.ts', "import '../http/problem.ts'", 'does not know who calls it'],
  ['functions/mail/a.ts', "import '../adapters/mailer.ts'", 'pure subject and text'],
  ['functions/api/a.ts', "import '../domain/case.ts'", 'only connects'],
  ['functions/api/b.ts', "import './send-case.ts'; import '../api/close-case.ts'", 'do not know each other'],
  ['functions/tasks/a.ts', "import '@aws-sdk/client-dynamodb'", 'only connects'],
  ['functions/relay/a.ts', "import '../tasks/remind-unit.ts'", 'do not know each other'],
  ['functions/http/a.ts', "import '../api/close-case.ts'", 'HTTP stack'],
  ['functions/http/b.ts', 'export const e = process.env', 'process.env'],
  ['workflows/a.ts', "import '../functions/use-cases/ports.ts'", "domain's names only"],
  ['infra/a.ts', "import '../functions/api/send-case.ts'", 'entry files by path'],
  ['infra/b.ts', "import './local/runtime.ts'", 'not part of it'],
  ['infra/local/a.ts', "import '../../functions/contracts/case.ts'", 'sees only cdk.out'],
  ['infra/local/b.ts', "import '../settings.ts'", 'sees only cdk.out'],
  ['infra/local/lambda/a.ts', "import '../../../workflows/outgoing-deviation.ts'", 'sees only cdk.out'],
  ['web/src/a.ts', "import '../../functions/domain/case.ts'", 'contracts only'],
  ['web/src/b.ts', "import '../../infra/settings.ts'", 'contracts only'],
  ['web/src/c.ts', "import * as z from 'zod'; export const s = z.string()", 'zod/mini'],
] as const;

const allowed = [
  ['functions/api/ok.ts', "import '../use-cases/send-case.ts'; import '../http/handler.ts'"],
  ['functions/adapters/ok.ts', "import '../use-cases/ports.ts'; import '../domain/case.ts'"],
  ['web/src/ok.ts', "import '../../functions/contracts/case.ts'"],
  ['infra/ok.ts', "import '../functions/contracts/operations.ts'"],
  ['infra/local/http/ok.ts', "import '../clock.ts'"],
] as const;

describe('forbidden arrows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'brygga-lint-'));
  const root = join(import.meta.dirname, '..');
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [path, code] of [...planted, ...allowed]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${code};\n`);
  }
  const lint = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format', 'json', '.'], { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(lint.stdout) as { diagnostics: { filename: string; message: string; help?: string }[] };
  afterAll(() => rmSync(folder, { recursive: true }));
  const saidOf = (path: string) => diagnostics.filter((d) => d.filename === path || d.filename.endsWith(`/${path}`)).map((d) => `${d.message} ${d.help ?? ''}`).join('\n');

  it.each(planted)('%s: %s', (path, _code, message) => {
    expect(saidOf(path)).toContain(message);
  });
  it.each(allowed)('%s: %s is allowed', (path) => {
    expect(saidOf(path)).not.toMatch(/restricted/);
  });
});
