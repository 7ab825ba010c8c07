import { describe, expect, it } from 'vitest';
import type { Routine } from '../../../functions/domain/routine.ts';
import { readPaperForm } from '../../../functions/use-cases/read-paper-form.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';

/* H6: what anybody may ask while the system is up, however many versions the routine has. */

const form = [1, 1, 2, 2, 3];
const versionOf = (version: number): Routine => ({ ...vaxjo, version, documentId: `Rutin ${version}`, downtime: { ...vaxjo.downtime, paperFormVersion: form[version - 1] ?? 3 } });
const asked: number[] = [];
const atOnce = { now: 0, most: 0 };
const registers = {
  read: () => Promise.resolve(ekdala),
  activeRoutine: () => Promise.resolve(versionOf(5)),
  routine: async (_: string, version: number) => {
    asked.push(version);
    atOnce.most = Math.max(atOnce.most, (atOnce.now += 1));
    await new Promise((resolve) => void setImmediate(resolve));
    atOnce.now -= 1;
    // One was never published.
    return version === 2 ? undefined : versionOf(version);
  },
  callBackPhone: () => Promise.resolve('070-000 00 00'),
};
const read = (version?: string) => readPaperForm({ registers } as unknown as Parameters<typeof readPaperForm>[0], { caller: { now: monday }, query: { version } as Parameters<typeof readPaperForm>[1]['query'] });

describe('the paper form', () => {
  it('is the one in force, with the earlier ones named, newest first', async () => {
    expect(await read()).toMatchObject({ version: 3, current: 3, versions: [3, 2, 1], documentId: 'Rutin 5' });
  });
  it('of an earlier version is as the newest routine that names it', async () => {
    expect(await read('2')).toMatchObject({ version: 2, documentId: 'Rutin 4' });
    expect(await read('1')).toMatchObject({ version: 1, documentId: 'Rutin 1' });
    await expect(read('4')).rejects.toMatchObject({ code: 'not-found' });
  });
  it('reads the versions beside each other, each once', async () => {
    Object.assign(atOnce, { now: 0, most: 0 });
    asked.length = 0;
    await read();
    expect(asked.toSorted()).toEqual([1, 2, 3, 4]);
    expect(atOnce.most).toBe(4);
  });
});
