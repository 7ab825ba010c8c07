import { createHash, randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archivedCaseDocument, packageManifest } from '../../functions/contracts/archive.ts';
import { Installation } from '../e2e/installation.ts';
import { Story, missingMedicationList } from '../e2e/story.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** What leaves: packages for archives, and copies for requests for public records. */
describe('releasing', () => {
  let at: Installation;
  let story: Story;
  const file = 'Anteckning från hembesöket';
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z' });
    story = await new Story(at).submitted({ whatHappened: 'Kerstin Ek, Storgatan 12, tel 070-123 45 67, kom hem utan lista.' });
    const attachmentId = randomUUID();
    const announced = await at.as('siri', 'add-attachment', { path: { caseId: story.caseId, attachmentId }, body: { part: 'report', fileName: 'Lista å.txt', bytes: Buffer.byteLength(file) } });
    await fetch(announced.body.upload.url, { method: 'PUT', headers: announced.body.upload.headers, body: Buffer.from(file) });
    await at.rest();
    await story.done('maj', 'withdraw-case', { reason: 'Fel ärende' });
    await at.rest();
  });
  afterAll(() => at.stop());

  const fetched = async (archiveId: string, part: string): Promise<Uint8Array> => {
    const { status, body } = await at.as('maj', 'download-archive', { path: { archiveId, part } });
    expect([status, body.code]).toEqual([200, undefined]);
    return new Uint8Array(await (await fetch(body.url)).arrayBuffer());
  };
  const operationsOn = async (): Promise<readonly string[]> => (await at.as('maj', 'list-access', { query: { number: story.number } })).body.accesses.map(({ operation }: { operation: string }) => operation);

  it('L9c writes a package of chosen cases in open formats with checksums, as work with progress, and lets its owner alone fetch it for some days', async () => {
    const selection = { endedOnly: true, direction: 'outgoing', from: '2026-11-01', to: '2026-11-30' };
    const key = randomUUID();
    const body = { selection, withPatientReferences: false, reason: '' };
    const ordered = await at.as('maj', 'start-archive', { body, key });
    expect(ordered, JSON.stringify(ordered.body)).toMatchObject({ status: 201, body: { status: 'running' } });
    expect((await at.as('maj', 'start-archive', { body, key })).body.id).toBe(ordered.body.id);
    await at.rest();
    const archiveId = ordered.body.id;
    const { body: view } = await at.as('maj', 'read-archive', { path: { archiveId } });
    expect(view).toMatchObject({ status: 'done', progress: { written: 1, total: 1 } });

    const manifestBytes = await fetched(archiveId, 'manifest');
    expect(sha256(manifestBytes)).toBe(view.manifestSha256);
    const manifest = packageManifest.parse(JSON.parse(text(manifestBytes)));
    const volumes = await Promise.all(view.volumes.map(({ number }: { number: number }) => fetched(archiveId, String(number))));
    expect(volumes.map(sha256)).toEqual(view.volumes.map((volume: { sha256: string }) => volume.sha256));
    const files = Object.assign({}, ...volumes.map((bytes) => unzipSync(bytes)));
    for (const { path, sha256: sum, bytes } of manifest.files) expect([path, sha256(files[path]), files[path].length]).toEqual([path, sum, bytes]);
    const document = archivedCaseDocument.parse(JSON.parse(text(files[`cases/${story.number}/case.json`])));
    expect(manifest.cases).toEqual([{ number: story.number, chain: document.chain }]);
    expect(document).toMatchObject({ number: story.number, patientReference: null, chain: { sequence: document.events.length } });
    const page = text(files[`cases/${story.number}/case.html`]);
    expect(page).toContain('Avvikelsen rapporterades');
    expect(page).toContain('Storgatan 12');
    expect(text(files[`cases/${story.number}/files/01 Lista å.txt`])).toBe(file);
    expect(JSON.parse(text(files['schema/case.schema.json']))).toMatchObject({ type: 'object' });
    expect(await operationsOn()).toEqual(expect.arrayContaining(['archive-case', 'download-archive']));

    expect((await at.as('siri', 'start-archive', { body })).status).toBe(403);
    expect((await at.as('saga', 'read-archive', { path: { archiveId } })).status).toBe(404);
    expect((await at.as('maj', 'start-archive', { body: { ...body, withPatientReferences: true } })).body.code).toBe('reason-missing');
    await at.advance('P8D');
    expect((await at.as('maj', 'read-archive', { path: { archiveId } })).body.status).toBe('expired');
    expect((await at.as('maj', 'download-archive', { path: { archiveId, part: '1' } })).body.code).toBe('archive-not-ready');
  });

  it('L9c puts patient references in a package only where they are asked for, with a reason', async () => {
    const reported = await at.as('siri', 'submit-deviation', { body: { report: missingMedicationList, patientReference: { reference: '19121212-1212', protectedIdentity: false } } });
    expect(reported.status).toBe(201);
    await at.rest();
    for (const withPatientReferences of [false, true]) {
      const { body } = await at.as('maj', 'start-archive', { body: { selection: { endedOnly: false, caseIds: [reported.body.caseId] }, withPatientReferences, reason: 'Leverans till kommunarkivet' } });
      await at.rest();
      const files = unzipSync(await fetched(body.id, '1'));
      expect(archivedCaseDocument.parse(JSON.parse(text(files[`cases/${reported.body.number}/case.json`]))).patientReference).toBe(withPatientReferences ? '19121212-1212' : null);
    }
  });

  it('L9d gives out a copy whose masked words are not there, span by span with the law, and leaves the case as it was', async () => {
    const before = await story.read();
    const started = await at.as('maj', 'start-release', { body: { numbers: [story.number], receiver: 'journalist', reference: 'KS 2026/1' } });
    expect(started, JSON.stringify(started.body)).toMatchObject({ status: 201 });
    const releaseId = started.body.id;
    const [{ blocks, caseId }] = started.body.cases;
    const report = blocks.find(({ id }: { id: string }) => id === 'report');
    const words = ({ start, end }: { start: number; end: number }) => report.text.slice(start, end);
    expect(report.masks.filter(({ masked, ground }: { masked: boolean; ground: string }) => masked && ground === 'OSL 25:1').map(words)).toEqual(expect.arrayContaining(['Kerstin Ek', 'Storgatan 12', '070-123 45 67']));
    expect(JSON.stringify(blocks.flatMap(({ masks }: { masks: { kind: string }[] }) => masks.map(({ kind }) => kind)))).toContain('staff');

    const change = async (body: object) => at.as('maj', 'change-release', { path: { releaseId }, body });
    const shown = report.masks.map((mask: { start: number; end: number }) => (words(mask) === 'Storgatan 12' ? { ...mask, masked: false, ground: null } : mask));
    const changed = await change({ kind: 'mask', version: 1, caseId, blockId: 'report', masks: shown });
    expect(changed, JSON.stringify(changed.body)).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await change({ kind: 'mask', version: 1, caseId, blockId: 'report', masks: shown })).body.code).toBe('stale-version');
    expect((await change({ kind: 'mask', version: 2, caseId, blockId: 'report', masks: [{ start: 0, end: 4, kind: 'chosen', masked: true, ground: 'OSL 99:9' }] })).body.errors).toEqual([{ pointer: '/masks/0/ground', code: 'ground-unknown' }]);
    expect((await change({ kind: 'decide', version: 2, outcome: 'released', ground: null, note: '' })).body.code).toBe('something-masked');
    expect((await change({ kind: 'decide', version: 2, outcome: 'refused', ground: null, note: '' })).body.code).toBe('ground-missing');
    expect((await at.as('maj', 'read-release-document', { path: { releaseId } })).body.code).toBe('release-not-decided');
    const decided = await change({ kind: 'decide', version: 2, outcome: 'partly', ground: null, note: 'Enskilds förhållanden' });
    expect(decided).toMatchObject({ status: 200, body: { decision: { outcome: 'partly', by: { id: 'maj' } }, receiver: 'journalist' } });

    const { body: document } = await at.as('maj', 'read-release-document', { path: { releaseId } });
    for (const leaving of [document.html, document.text, JSON.stringify((await at.as('maj', 'read-release', { path: { releaseId } })).body.cases)]) {
      expect(leaving).toContain('Storgatan 12');
      expect(leaving).toContain('[maskerat: OSL 25:1]');
      for (const gone of ['Kerstin Ek', '070-123 45 67', 'Siri Sjuksköterska']) expect(leaving).not.toContain(gone);
    }
    expect((await change({ kind: 'decide', version: 3, outcome: 'partly', ground: null, note: '' })).body.code).toBe('release-decided');
    const after = await story.read();
    expect([after.version, after.report]).toEqual([before.version, before.report]);
    expect(await operationsOn()).toEqual(expect.arrayContaining(['start-release', 'read-release', 'change-release', 'read-release-document']));
    expect((await at.as('siri', 'read-release', { path: { releaseId } })).status).toBe(403);
    expect((await at.as('saga', 'read-release', { path: { releaseId } })).status).toBe(404);
  });

  it('L9d keeps nothing of what was refused, and names the law', async () => {
    const started = await at.as('maj', 'start-release', { body: { numbers: [story.number], receiver: 'otherOrUnknown', reference: '' } });
    const path = { releaseId: started.body.id };
    const { body } = await at.as('maj', 'change-release', { path, body: { kind: 'decide', version: 1, outcome: 'refused', ground: 'OSL 25:1', note: '' } });
    expect(body).toMatchObject({ decision: { outcome: 'refused', ground: 'OSL 25:1' }, cases: [{ blocks: [] }] });
    expect((await at.as('maj', 'read-release-document', { path })).body.text).toContain('OSL 25:1');
    expect((await at.as('maj', 'start-release', { body: { numbers: ['AAA-AAAA'], receiver: 'party', reference: '' } })).body.errors).toEqual([{ pointer: '/numbers/0', code: 'case-unknown' }]);
  });
});
