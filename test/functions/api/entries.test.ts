import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operations } from '../../../functions/contracts/operations.ts';

const folder = (name: string) => new URL(`../../../functions/${name}/`, import.meta.url);
const entries = ['api', 'tasks', 'relay'].flatMap((name) => readdirSync(folder(name)).map((file) => ({ folder: name, file, source: readFileSync(new URL(file, folder(name)), 'utf8') })));

describe('entry files', () => {
  it('are one for each operation, by its name', () => {
    expect(entries.filter((entry) => entry.folder === 'api').map(({ file }) => file.replace(/\.ts$/, '')).toSorted()).toEqual(Object.keys(operations).toSorted());
  });
  it.each(entries)('$folder/$file only connects: a handler in at most fifteen lines', ({ folder: where, file, source }) => {
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(15);
    expect(source.match(/export const handler = /g)).toHaveLength(1);
    expect(where !== 'api' || source.includes(`defineHandler('${file.replace(/\.ts$/, '')}'`)).toBe(true);
  });
});
