import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation } from './installation.ts';
import { missingMedicationList, Story } from './story.ts';

const root = join(import.meta.dirname, '..', '..');

/** A used installation as a folder of open formats, read into an empty one where its cases go on. */
describe('the export of an installation', () => {
  let used: Installation;
  let empty: Installation | undefined;
  let folder: string;
  beforeAll(async () => {
    used = await Installation.start({ now: '2026-11-23T08:00:00Z' });
    folder = join(mkdtempSync(join(tmpdir(), 'brygga-export-')), 'export');
  });
  afterAll(async () => {
    await Promise.all([used.stop(), empty?.stop()]);
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  const run = (script: string, at: Installation, ...more: string[]): Promise<{ code: number; out: string; err: string }> => new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'infra', script), folder, ...more], { env: { PATH: process.env['PATH'], AWS_ENDPOINT_URL: at.awsEndpoint } }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
  });

  it('is read back whole, and cases, files, clocks and figures go on', async () => {
    const story = await new Story(used).sent();
    const cookie = await story.opened();
    const withPatient = await used.as('siri', 'submit-deviation', { body: { report: missingMedicationList, patientReference: { reference: '19121212-1212', protectedIdentity: false } } });
    const attachmentId = randomUUID();
    const content = 'Anteckning från hembesöket';
    const announced = await used.as('siri', 'add-attachment', { path: { caseId: story.caseId, attachmentId }, body: { part: 'report', fileName: 'lista.txt', bytes: Buffer.byteLength(content) } });
    await fetch(announced.body.upload.url, { method: 'PUT', headers: announced.body.upload.headers, body: Buffer.from(content) });
    await used.rest();
    await used.advance('P1D');
    const before = await story.read();
    const figures = async (at: Installation) => (await at.as('maj', 'read-statistics', { query: { from: '2026-11', to: '2026-11', by: 'unit', direction: 'outgoing' } })).body;
    const figuresBefore = await figures(used);

    const taken = await run('export-installation.ts', used);
    expect(taken, taken.err).toMatchObject({ code: 0, out: expect.stringMatching(/1 files|2 files/) });
    expect(await run('export-installation.ts', used)).toMatchObject({ code: 2, err: expect.stringContaining('finished export') });
    expect(await run('read-back.ts', used)).toMatchObject({ code: 2, err: expect.stringContaining('not empty') });
    expect(readFileSync(join(folder, 'accounts.jsonl'), 'utf8')).toContain('"sub":"maj"');

    empty = await Installation.start({ now: await used.now(), empty: true });
    const read = await run('read-back.ts', empty);
    expect(read, read.out + read.err).toMatchObject({ code: 0, out: expect.stringContaining('no difference') });
    // A second time it is an installation in use.
    expect(await run('read-back.ts', empty)).toMatchObject({ code: 2, err: expect.stringContaining('not empty') });

    const there = Object.assign(new Story(empty), { caseId: story.caseId, number: story.number });
    const after = await there.read();
    expect([after.version, after.status, after.request, after.report, after.timeline.length]).toEqual([before.version, before.status, before.request, before.report, before.timeline.length]);
    const file = await empty.as('maj', 'download-attachment', { path: { caseId: story.caseId, attachmentId } });
    expect(await (await fetch(file.body.url)).text()).toBe(content);
    expect((await empty.as('maj', 'read-patient-reference', { path: { caseId: withPatient.body.caseId }, body: { reason: 'Uppföljning' } })).body.reference).toBe('19121212-1212');
    expect(await figures(empty)).toEqual({ ...figuresBefore, now: expect.anything() });

    // The sweep gives every open case an execution again; reminders come when they are due.
    await empty.advance('PT10M');
    expect((await empty.as('sixten', 'read-execution', { path: { executionId: `${story.caseId}-1` } })).body).toMatchObject({ status: 'RUNNING', currentState: 'Await reply' });
    await empty.advance('P25D');
    expect(await there.timeline()).toContain('reminded');
    // The ward's link is the same link; sessions are begun anew.
    expect((await empty.withCookie(cookie, 'read-request')).status).toBe(401);
    await there.done('maj', 'add-note', { text: 'Flyttat till den nya installationen' });
    expect((await run('read-back.ts', empty, '--compare')).code).toBe(1);
    expect(await new Promise((resolve) => {
      execFile(process.execPath, [join(root, 'infra/verify-chain.ts')], { env: { PATH: process.env['PATH'], AWS_ENDPOINT_URL: empty?.awsEndpoint } }, (error, out) => resolve([error === null, /no break/.test(out) || out]));
    })).toEqual([true, true]);
  });

  it('is refused where a byte of it has changed', async () => {
    appendFileSync(join(folder, 'tables', 'Registers.jsonl'), '\n');
    expect(await run('read-back.ts', used)).toMatchObject({ code: 2, err: expect.stringContaining('not what the manifest says') });
  });
});
