import { afterAll, beforeAll, expect, it } from 'vitest';
import { Installation } from '../e2e/installation.ts';
import { Story, wardMailbox } from '../e2e/story.ts';

/** N4, under the routine of the county part with a coordinator. */
let at: Installation;
beforeAll(async () => {
  at = await Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'sodra-alvsborg' });
});
afterAll(() => at.stop());

it('N4 publishes a de-identified event description once both parties have approved exactly it, and withdraws it at once', async () => {
  const story = new Story(at);
  story.handler = 'kajsa';
  const registers = (await at.as('siri', 'read-registers')).body;
  await story.submitted({ counterpartId: 'norrviks-sjukhus', ...(registers.routine.targetGroup === 'asked' ? { targetGroup: 'olderPeople' } : {}) });
  await story.done('kajsa', 'set-external-unit', { externalUnitId: 'norrvik-34' });
  await story.done('kajsa', 'set-breach', { breach: { kind: 'agreement', agreementId: 'utskrivning', agreementVersion: 1, clauseId: '3.2', text: '' } });
  await story.done('kajsa', 'edit-outgoing-text', { text: 'Patienten skrevs ut utan läkemedelslista.' });
  await story.done('kajsa', 'confirm-outgoing-text', { form: 'deidentified' });
  await story.done('kajsa', 'send-case');
  await at.rest();
  await story.done('kajsa', 'close-case', { note: 'Löst per telefon.' });
  await at.rest();

  const drafted = await story.command('kajsa', 'draft-event-description');
  expect(drafted, JSON.stringify(drafted.body)).toMatchObject({ status: 201 });
  const path = { descriptionId: drafted.body.descriptionId };
  const read = async (user = 'kajsa') => (await at.as(user, 'read-event-description', { path })).body;
  const change = async (what: object, user = 'kajsa') => at.as(user, 'change-event-description', { path, body: { version: (await read()).version, change: what } });
  const published = async (query: Record<string, string> = {}) => (await at.as(null, 'list-published-descriptions', { query })).body.descriptions.map(({ number }: { number: string }) => number);
  const draft = await read();
  expect(draft).toMatchObject({ state: 'draft', texts: { event: 'Patienten skrevs ut utan läkemedelslista.' }, unit: { id: 'norrvik-34' } });
  expect(draft.number).not.toContain(story.number.slice(0, 3));
  expect((await at.as('siri', 'read-event-description', { path })).status).toBe(403);

  const edit = { kind: 'edit', title: 'Utskriven utan läkemedelslista', category: 'medication', targetGroup: 'olderPeople', unitId: 'norrvik-34', notIdentifying: [] };
  const texts = { event: 'Kerstin Ek skrevs ut utan läkemedelslista.', action: 'Listan skickades samma dag.', followUp: 'Checklistan är nu obligatorisk.' };
  expect((await change({ ...edit, texts })).status).toBe(200);
  // Nothing that identifies somebody is approved, by anybody.
  expect((await change({ kind: 'approve' })).body.code).toBe('identifying-in-text');
  expect((await change({ ...edit, texts: { ...texts, event: 'En patient skrevs ut utan läkemedelslista.' } })).status).toBe(200);
  expect((await change({ kind: 'approve' })).body).toMatchObject({ state: 'asked' });
  await at.rest();
  expect(await published()).toEqual([]);
  expect((await at.as(null, 'read-published-description', { path: { number: draft.number } })).status).toBe(404);

  // The other party: by link and code, neutral mail, proposes a change.
  const [mail] = await at.mailsTo(wardMailbox, /Händelsebeskrivning/);
  expect(`${mail?.subject} ${mail?.text}`).toContain(draft.number);
  expect(mail?.text).not.toContain(story.number);
  const session = async () => {
    const secret = (await at.mailsTo(wardMailbox, /ändelsebeskrivning .* att godkänna/)).map(({ text }) => /approval#([A-Za-z0-9_-]{43})/.exec(text)?.[1]).find(Boolean) ?? '';
    expect((await at.as(null, 'request-code', { body: { secret } })).status).toBe(200);
    await at.rest();
    const code = (await at.mailsTo(wardMailbox, /Kod för händelsebeskrivning/)).map(({ text }) => /\b(\d{6})\b/.exec(text)?.[1]).find(Boolean) ?? '';
    const started = await at.as(null, 'verify-code', { body: { secret, code } });
    expect(started.status, JSON.stringify(started.body)).toBe(200);
    return started.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
  };
  const answer = async (cookie: string, what: object) => {
    const seen = (await at.withCookie(cookie, 'read-approval')).body;
    return at.withCookie(cookie, 'answer-approval', { body: { revision: seen.revision, text: '', ...what } });
  };
  const first = await session();
  expect((await answer(first, { answer: 'change' })).body.code).toBe('reason-missing');
  expect((await answer(first, { answer: 'change', text: 'Skriv också att läkaren ringdes.' })).body).toMatchObject({ state: 'changeProposed' });
  expect(await read()).toMatchObject({ state: 'changeProposed', theirs: null });
  await at.rest();
  expect((await at.mailsTo('kajsa@ekdala.example', /Svar om en händelsebeskrivning/)).length).toBe(1);
  // Edited, it is another text: what was approved of the first counts for nothing, and the old session has ended.
  expect((await change({ ...edit, texts: { ...texts, event: 'En patient skrevs ut utan läkemedelslista. Jourläkaren ringdes.' } })).body).toMatchObject({ state: 'draft', ours: null });
  expect((await at.withCookie(first, 'read-approval')).status).toBe(401);
  expect((await change({ kind: 'approve' })).status).toBe(200);
  // No answer: the party is reminded by the day.
  await at.advance('P15D');
  expect((await at.mailsTo(wardMailbox, /Påminnelse: händelsebeskrivning/)).length).toBe(1);
  expect(await published()).toEqual([]);
  const second = await session();
  expect((await answer(second, { answer: 'approve' })).body).toMatchObject({ state: 'published' });

  // For anybody, with words, category and target group; nothing of it leads to the case.
  const [open, one] = [await at.as(null, 'list-published-descriptions'), await at.as(null, 'read-published-description', { path: { number: draft.number } })];
  expect(open.headers.get('cache-control')).toContain('public');
  expect(one.body).toMatchObject({ title: 'Utskriven utan läkemedelslista', category: 'medication', targetGroup: 'olderPeople' });
  expect(JSON.stringify([open.body, one.body])).not.toMatch(new RegExp(`${story.caseId}|${story.number}|norrvik|kajsa`, 'i'));
  expect(await published({ words: 'jourläkaren LISTA', category: 'medication', targetGroup: 'olderPeople' })).toEqual([draft.number]);
  expect(await published({ words: 'sjukresa' })).toEqual([]);
  expect(await published({ category: 'referral' })).toEqual([]);
  expect((await change(edit)).status).toBeGreaterThanOrEqual(400);

  // The other party withdraws it: gone from page and search in the same moment.
  expect((await answer(second, { answer: 'withdraw', text: 'Vi vill skriva om den.' })).status).toBe(200);
  expect(await published()).toEqual([]);
  expect((await at.as(null, 'read-published-description', { path: { number: draft.number } })).status).toBe(404);
  expect(await read()).toMatchObject({ state: 'withdrawn', withdrawn: { side: 'theirs', reason: 'Vi vill skriva om den.' } });
});
