import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentClient } from '../../../functions/adapters/clients.ts';
import { DynamoSpotCheckStore } from '../../../functions/adapters/spot-check-store.ts';
import { noticeEntry } from '../../../functions/domain/outbox.ts';
import { drawnCheck } from '../../../functions/domain/spot-check.ts';
import { later, startEdgeWorld, type EdgeWorld } from '../edge-world.ts';

let world: EdgeWorld;
beforeAll(async () => { world = await startEdgeWorld(); });
afterAll(() => world.stop());

it('tells a user of something to do that is no case: once, in neutral words, with a link behind the sign-in', async () => {
  const check = drawnCheck('hemsjukvard-norr', { from: '2026-01-01', to: '2026-03-31' }, { accesses: [], total: 1 }, 10, later(0));
  const entry = noticeEntry({ caseId: check.id, mail: 'spotCheckDrawn', userId: 'enok', occasion: 'drawn', path: `/access-log/spot-checks/${check.id}` });
  const store = new DynamoSpotCheckStore(documentClient(), () => 'cases');
  expect(await store.draw(check, [entry])).toBe('drawn');
  expect(await store.draw(check, [entry])).toBe('exists');
  expect(await world.deliver(), world.logged.join('\n')).toEqual(['delivered']);
  expect(world.letters).toHaveLength(1);
  expect(world.letters[0]).toMatchObject({ to: 'enok@ekdala.example', subject: 'Stickprov att gå igenom', text: expect.stringContaining(`https://brygga.example/access-log/spot-checks/${check.id}`) });
  // Delivered once more, nothing goes out; a user who has left is no address.
  await store.change({ ...check, version: 2 }, { at: later(60), outbox: [entry, noticeEntry({ ...entry, userId: 'left', occasion: 'r1' })] });
  expect(await world.deliver()).toEqual(['delivered', 'delivered']);
  expect(world.letters).toHaveLength(1);
});
it('is dropped in the window where nobody knows, if it is a reminder, and repeated otherwise', async () => {
  for (const [mail, letters] of [['spotCheckReminder', 1], ['spotCheckDrawn', 2]] as const) {
    world.letters.length = 0;
    const check = drawnCheck('rehab', { from: mail === 'spotCheckDrawn' ? '2026-01-01' : '2026-04-01', to: '2026-06-30' }, { accesses: [], total: 1 }, 10, later(0));
    world.mailFaults.push('crash-after');
    await new DynamoSpotCheckStore(documentClient(), () => 'cases').draw(check, [noticeEntry({ caseId: check.id, mail, userId: 'rut', occasion: 'o', path: '/p' })]);
    expect(await world.deliver()).toEqual(['failed']);
    expect(await world.deliver()).toEqual(['delivered']);
    expect(world.letters).toHaveLength(letters);
  }
});
