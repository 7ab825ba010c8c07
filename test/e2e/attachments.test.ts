import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation, type Answer } from './installation.ts';
import { Story, wardMailbox } from './story.ts';

const testVirus = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`;

/** Puts the file where the answer says, as a page does. */
const put = (announced: Answer, content: string) =>
  fetch(announced.body.upload.url, { method: announced.body.upload.method, headers: announced.body.upload.headers, body: Buffer.from(content) });

describe('files of a case', () => {
  let at: Installation;
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z' });
  });
  afterAll(() => at.stop());

  const announce = (user: string, story: Story, body: { part: string; fileName: string; bytes: number }, attachmentId: string = randomUUID()) =>
    at.as(user, 'add-attachment', { path: { caseId: story.caseId, attachmentId }, body });
  const files = async (user: string, story: Story) => (await at.as(user, 'list-attachments', { path: { caseId: story.caseId } })).body;

  it('goes from the reporter to the handler, released after the scan, as a download and never in a page', async () => {
    const story = await new Story(at).submitted();
    const content = 'Anteckning från hembesöket';
    const attachmentId = randomUUID();
    const file = { part: 'report', fileName: 'Läkemedelslista å ä ö.txt', bytes: Buffer.byteLength(content) };
    const announced = await announce('siri', story, file, attachmentId);
    expect(announced).toMatchObject({ status: 200, body: { attachment: { state: 'uploading', mediaType: 'text/plain' } } });
    expect((await announce('siri', story, file, attachmentId)).status).toBe(200);
    const early = await at.as('maj', 'download-attachment', { path: { caseId: story.caseId, attachmentId } });
    expect(early).toMatchObject({ status: 409, body: { code: 'attachment-not-released' } });
    expect((await put(announced, content)).status).toBe(200);
    await at.rest();
    expect((await put(announced, content)).status).toBe(412);

    expect(await files('maj', story)).toMatchObject({ attachments: [{ id: attachmentId, state: 'clean', scanned: false, addedBy: 'Siri Sjuksköterska', fileName: file.fileName }], addTo: ['report', 'investigation', 'reply'] });
    const download = await at.as('maj', 'download-attachment', { path: { caseId: story.caseId, attachmentId } });
    const given = await fetch(download.body.url);
    expect(await given.text()).toBe(content);
    expect(given.headers.get('content-disposition')).toBe("attachment; filename=\"Lakemedelslista a a o.txt\"; filename*=UTF-8''L%C3%A4kemedelslista%20%C3%A5%20%C3%A4%20%C3%B6.txt");
    expect(given.headers.get('cache-control')).toBe('no-store');
    await at.advance('PT2M');
    expect((await fetch(download.body.url)).status).toBe(403);
    expect(await story.timeline()).toContain('attachmentAdded');
  });

  it('is refused for good when the scan finds something', async () => {
    const story = await new Story(at).submitted();
    const attachmentId = randomUUID();
    const announced = await announce('siri', story, { part: 'report', fileName: 'bild.png', bytes: Buffer.byteLength(testVirus) }, attachmentId);
    expect((await put(announced, testVirus)).status).toBe(200);
    await at.rest();
    expect((await files('siri', story)).attachments).toMatchObject([{ state: 'refused', refusal: 'threat' }]);
    expect((await at.as('maj', 'download-attachment', { path: { caseId: story.caseId, attachmentId } })).body.code).toBe('attachment-not-released');
    expect(await story.timeline()).toEqual(expect.arrayContaining(['attachmentAdded', 'attachmentRefused']));
  });

  it('refuses what is no file for a case, and whom the case does not concern', async () => {
    const story = await new Story(at).submitted();
    const { version } = await story.read();
    const refused = async (user: string, body: { part: string; fileName: string; bytes: number }) => (await announce(user, story, body)).body.code;
    expect(await refused('siri', { part: 'report', fileName: 'program.exe', bytes: 10 })).toBe('attachment-type-not-allowed');
    expect(await refused('siri', { part: 'report', fileName: '<script>.svg', bytes: 10 })).toBe('attachment-type-not-allowed');
    expect(await refused('siri', { part: 'report', fileName: 'stor.pdf', bytes: 25 * 1024 * 1024 + 1 })).toBe('invalid-body');
    expect(await refused('siri', { part: 'report', fileName: 'tom.pdf', bytes: 0 })).toBe('invalid-body');
    expect(await refused('siri', { part: 'reply', fileName: 'svar.pdf', bytes: 10 })).toBe('not-allowed');
    expect(await refused('sixten', { part: 'report', fileName: 'a.pdf', bytes: 10 })).toBe('not-found');
    const attachmentId = randomUUID();
    const announced = await announce('siri', story, { part: 'report', fileName: '../../a.pdf', bytes: 10 }, attachmentId);
    expect(announced.body.attachment.fileName).toBe('a.pdf');
    expect((await announce('siri', story, { part: 'report', fileName: 'b.pdf', bytes: 10 }, attachmentId)).body.code).toBe('idempotency-key-reused');
    expect((await put(announced, 'much more than ten bytes')).status).toBe(403);
    expect((await at.as('sixten', 'list-attachments', { path: { caseId: story.caseId } })).body.code).toBe('not-found');
    expect((await story.read()).version).toBe(version);
    await at.advance('PT11M');
    expect((await files('siri', story)).attachments).toEqual([]);
  });

  it('comes with a reply through the link; the unit sees its own files alone', async () => {
    const story = await new Story(at).submitted();
    const own = await announce('maj', story, { part: 'investigation', fileName: 'intern.txt', bytes: 3 });
    await put(own, 'abc');
    await story.done('maj', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await story.done('maj', 'edit-outgoing-text', { text: 'Vi ber er utreda.', notPersonalNumbers: [] });
    await story.done('maj', 'confirm-outgoing-text');
    await story.done('maj', 'send-case');
    await at.rest();
    const cookie = await story.opened(wardMailbox);
    const attachmentId = randomUUID();
    const announced = await at.withCookie(cookie, 'add-reply-attachment', { path: { attachmentId }, body: { fileName: 'checklista.pdf', bytes: 4 } });
    expect(announced, JSON.stringify(announced.body)).toMatchObject({ status: 200 });
    await put(announced, '%PDF');
    await at.rest();
    expect((await at.withCookie(cookie, 'list-reply-attachments')).body).toMatchObject({ attachments: [{ id: attachmentId, state: 'clean', addedBy: null }], addTo: ['reply'] });
    const download = await at.withCookie(cookie, 'download-reply-attachment', { path: { attachmentId } });
    expect(await (await fetch(download.body.url)).text()).toBe('%PDF');
    const foreign = await at.withCookie(cookie, 'download-reply-attachment', { path: { attachmentId: own.body.attachment.id } });
    expect(foreign.status).toBe(404);
    await story.answered(cookie);
    const late = await at.withCookie(cookie, 'add-reply-attachment', { path: { attachmentId: randomUUID() }, body: { fileName: 'sent.pdf', bytes: 4 } });
    expect(late.status).toBeGreaterThanOrEqual(400);

    expect((await files('siri', story)).attachments).toEqual([]);
    await story.done('maj', 'share-reply', { unitIds: [], userIds: [], message: '' });
    expect((await files('siri', story)).attachments).toMatchObject([{ id: attachmentId, part: 'reply' }]);
    await story.done('maj', 'close-case', { note: '' });
    expect((await announce('maj', story, { part: 'report', fileName: 'a.pdf', bytes: 10 })).body.code).toBe('wrong-status');
  });
});
