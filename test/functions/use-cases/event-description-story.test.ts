import { afterAll, beforeAll, expect, it } from 'vitest';
import { descriptionPorts, descriptionReminderPorts, publishedPorts } from '../../../functions/adapters/description-ports.ts';
import { staffPorts } from '../../../functions/adapters/staff-ports.ts';
import { answerApproval } from '../../../functions/use-cases/answer-approval.ts';
import { changeEventDescription } from '../../../functions/use-cases/change-event-description.ts';
import { closeCase } from '../../../functions/use-cases/close-case.ts';
import { draftEventDescription } from '../../../functions/use-cases/draft-event-description.ts';
import { listPublishedDescriptions } from '../../../functions/use-cases/list-published-descriptions.ts';
import { readApproval } from '../../../functions/use-cases/read-approval.ts';
import { readEventDescription } from '../../../functions/use-cases/read-event-description.ts';
import { remindOfApprovals } from '../../../functions/use-cases/remind-of-approvals.ts';
import { requestCode } from '../../../functions/use-cases/request-code.ts';
import { requestNewLink } from '../../../functions/use-cases/request-new-link.ts';
import { verifyCode } from '../../../functions/use-cases/verify-code.ts';
import { day, later, start, startEdgeWorld, type EdgeWorld } from '../edge-world.ts';

let world: EdgeWorld;
beforeAll(async () => { world = await startEdgeWorld(); });
afterAll(() => world.stop());
let keys = 0;
const idempotency = () => ({ key: `00000000-0000-4000-9000-${String(keys += 1).padStart(12, '0')}`, bodyHash: String(keys) });
const maj = (now = start) => ({ userId: 'maj', now, correlationId: 'test' });
const link = (now: string) => ({ now, correlationId: 'test', clientAddress: '10.0.0.9' });

it('goes from a closed case over a link to everybody, and away again, over the real stores', async () => {
  const sent = await world.sentCase(start);
  await closeCase(staffPorts(), { caller: maj(), idempotency: idempotency(), caseId: sent.id, body: { version: (await world.load(sent.id)).version, note: 'Löst.' } });
  const key = idempotency();
  const command = { caller: maj(), idempotency: key, caseId: sent.id, body: { version: (await world.load(sent.id)).version } };
  const { descriptionId } = await draftEventDescription(descriptionPorts(), command);
  // The same command again is the same description.
  expect(await draftEventDescription(descriptionPorts(), command)).toMatchObject({ descriptionId });
  expect((await world.load(sent.id)).eventDescriptionIds).toEqual([descriptionId]);
  const read = () => readEventDescription(descriptionPorts(), { caller: maj(), descriptionId });
  const change = async (what: Parameters<typeof changeEventDescription>[1]['body']['change'], now = start) =>
    changeEventDescription(descriptionPorts(), { caller: maj(now), idempotency: idempotency(), descriptionId, body: { version: (await read()).version, change: what } });
  await change({ kind: 'edit', title: 'Utan lista', texts: { event: 'En patient kom hem utan lista.', action: 'Listan skickades.', followUp: 'Rutinen följs.' }, category: 'medication', targetGroup: null, unitId: 'norrvik-34', notIdentifying: [] });
  expect(await change({ kind: 'approve' })).toMatchObject({ state: 'asked', ours: { by: 'Maj Mas' } });
  world.letters.length = 0;
  await world.deliver();
  const { number } = await read();
  const letter = world.letters.find(({ text }) => text.includes('approval#'));
  expect(letter).toMatchObject({ to: 'norrvik-34@norrvik.example', subject: `Händelsebeskrivning ${number} att godkänna` });
  expect(letter?.text).not.toContain(sent.number);
  const secretIn = (text: string | undefined) => /approval#([A-Za-z0-9_-]{43})/.exec(text ?? '')?.[1] ?? '';
  const old = secretIn(letter?.text);
  // A new link to the registered mailbox; the old one leads nowhere.
  await requestNewLink(world.reply, { caller: link(later(60)), body: { secret: old } });
  world.letters.length = 0;
  await world.deliver();
  const secret = secretIn(world.letters.at(-1)?.text);
  await expect(requestCode(world.reply, { caller: link(later(70)), body: { secret: old } })).rejects.toMatchObject({ code: 'link-not-valid' });
  await requestCode(world.reply, { caller: link(later(80)), body: { secret } });
  world.letters.length = 0;
  await world.deliver();
  const code = /\b(\d{6})\b/.exec(world.letters.at(-1)?.text ?? '')?.[1] ?? '';
  await expect(verifyCode(world.reply, { caller: link(later(85)), body: { secret, code: code === '000000' ? '111111' : '000000' } })).rejects.toMatchObject({ code: 'code-wrong' });
  const { token: sessionToken } = await verifyCode(world.reply, { caller: link(later(90)), body: { secret, code } });
  const through = (seconds: number) => ({ ...link(later(seconds)), sessionToken });
  expect((await read()).asked?.openedAt).toBe(later(90));
  // Days go by without an answer.
  expect(await remindOfApprovals(descriptionReminderPorts(), later(5 * day))).toEqual({ reminded: 0 });
  const stale = (await descriptionPorts().descriptions.findDescription(descriptionId))!;
  expect(await remindOfApprovals(descriptionReminderPorts(), later(16 * day))).toEqual({ reminded: 1 });
  // Read before the reminder and written after it, a change would take it away again.
  await expect(descriptionPorts().descriptions.change(stale, { ...stale, version: stale.version + 1 }, { outbox: [] })).rejects.toMatchObject({ code: 'stale-version', currentVersion: stale.version });
  expect(await remindOfApprovals(descriptionReminderPorts(), later(16 * day))).toEqual({ reminded: 0 });
  const list = async (query = {}) => (await listPublishedDescriptions(publishedPorts(), { query })).descriptions.map((one) => one.number);
  expect(await list()).toEqual([]);
  const seen = await readApproval(world.reply, { caller: through(100) });
  expect(seen).toMatchObject({ number, title: 'Utan lista', unit: 'Norrviks sjukhus, avdelning 34' });
  const answer = (what: 'approve' | 'withdraw', seconds: number) => answerApproval(world.reply, { caller: through(seconds), idempotency: idempotency(), body: { answer: what, text: what === 'approve' ? '' : 'Vi ångrar oss.', revision: seen.revision } });
  expect(await answer('approve', 110)).toMatchObject({ state: 'published' });
  expect(await list({ words: 'LISTA patient', category: 'medication' })).toEqual([number]);
  expect(await list({ category: 'referral' })).toEqual([]);
  expect(await answer('withdraw', 120)).toMatchObject({ withdrawn: true });
  expect(await list()).toEqual([]);
  expect(await read()).toMatchObject({ state: 'withdrawn', withdrawn: { side: 'theirs' }, caseId: sent.id });
});
