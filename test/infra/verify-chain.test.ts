import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { linkOf, type ChainHead } from '../../functions/domain/event-chain.ts';
import { firstVersions, type DailyText, type Installation } from '../../infra/chain-source.ts';
import { verifyChains } from '../../infra/chain-verification.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
const now = '2026-03-06T08:00:00.000Z';
let rows: Map<string, Record<string, any>[]>;
let documents: Map<string, DailyText>;
let heads: Map<string, ChainHead[]>;
const add = (caseId: string, days: readonly number[]) => {
  let head: ChainHead | null = null;
  heads.set(caseId, []);
  const events = days.map((day) => {
    const event = { id: `v0000${day}-1`, caseId, at: `2026-03-0${day}T08:00:00.000Z`, type: 'noteAdded' as const, actor: 'maj', detail: { text: `${day}` } };
    const chain = linkOf(event, head, 'new', `s${day}`, sha256);
    head = { sequence: chain.sequence, digest: chain.digest };
    heads.get(caseId)!.push(head);
    return { pk: `CASE#${caseId}`, sk: `EVENT#${event.at}#${event.id}`, event, chain, salt: `s${day}` };
  });
  rows.set(`CASE#${caseId}`, [{ pk: `CASE#${caseId}`, sk: 'CASE', case: { id: caseId, number: `N-${caseId}` }, chain: head }, ...events]);
};
const daily = (day: number, of: readonly (readonly [string, number])[]) => {
  const date = `2026-03-0${day}`;
  const before = [...documents].at(-1);
  const document = {
    format: 'brygga-heads-1', date, madeAt: `2026-03-0${day + 1}T01:10:00.000Z`, previous: before ? { date: before[0], digest: sha256(before[1].text) } : null,
    heads: of.map(([caseId, sequence]) => ({ caseId, number: `N-${caseId}`, ...heads.get(caseId)![sequence - 1]! })),
  };
  documents.set(date, { text: JSON.stringify(document), versions: 1 });
};
const installation: Installation = {
  async *cases() { yield* [...rows.keys()].filter((key) => key.startsWith('CASE#')); },
  rowsOf: async (partition) => rows.get(partition) ?? [],
  rowAt: async ({ pk, sk }) => rows.get(pk)?.find((row) => row['sk'] === sk),
  lastDate: async () => [...documents.keys()].at(-1),
  document: async (date) => documents.get(date),
};
const breaks = async () => (await verifyChains(installation, now)).breaks;

beforeEach(() => {
  rows = new Map();
  documents = new Map();
  heads = new Map();
  add('one', [1, 2, 4]);
  add('two', [2]);
  daily(1, [['one', 1]]);
  daily(2, [['one', 2], ['two', 1]]);
  daily(4, [['one', 3]]);
});

describe('npm run verify-chain', () => {
  it('finds nothing in an installation that is whole, also where the relay passed a day over', async () => {
    expect(await verifyChains(installation, now)).toEqual({ breaks: [], cases: 2, events: 4, older: 0, erased: 0, erasedCases: 0, documents: 3 });
  });
  it.each<[string, () => void, string[]]>([
    ['a changed text, by case number and event', () => { rows.get('CASE#one')![2]!['event'].detail = { text: 'other' }; }, ['Case N-one, event 2 (v00002-1): its content is not what was written']],
    ['a case that is gone', () => { rows.delete('CASE#two'); }, ['Case N-two: the whole case is missing (daily document 2026-03-02)']],
    ['an end cut off, head and all', () => {
      const own = rows.get('CASE#one')!;
      own.pop();
      own[0]!['chain'] = heads.get('one')![1];
    }, ['Case N-one, event 3: is missing, the end of the chain (daily document 2026-03-04)']],
    ['a document that was written over', () => { documents.set('2026-03-02', { text: documents.get('2026-03-02')!.text.replace('N-two', 'N-too'), versions: 2 }); }, [
      'Daily document 2026-03-02: is not what the one after says it was', 'Daily document 2026-03-02: was written over or deleted (2 versions); the first is used',
    ]],
    ['a document that is gone', () => { documents.delete('2026-03-02'); }, [
      'Case N-two, event 1 (v00002-1): is in no daily document, though later ones have been written', 'Daily document 2026-03-02: is not there',
    ]],
    ['a document that was made days after its day', () => {
      documents.set('2026-03-04', { text: documents.get('2026-03-04')!.text.replace('2026-03-05T01:10', '2026-03-09T01:10'), versions: 1 });
    }, ['Daily document 2026-03-04: was made on 2026-03-09, days after its day']],
    ['a case that was erased without a signed run, and one whose chain says nothing of it', () => {
      const [concerned, first] = rows.get('CASE#two')!;
      const said = { id: 'r', caseId: 'two', at: '2026-03-05T08:00:00.000Z', type: 'contentErased' as const, actor: 'clock', detail: { documentType: 'outgoingCase', run: '2026-03', ground: 'x' } };
      const chain = linkOf(said, heads.get('two')![0]!, 'new', 's', sha256);
      rows.set('CASE#two', [
        { ...concerned, erased: { run: '2026-03' }, chain: { sequence: chain.sequence, digest: chain.digest } },
        { ...first, event: { id: first!['event'].id, caseId: 'two', at: first!['event'].at, type: 'noteAdded' }, salt: undefined, erasedAt: said.at }, { pk: 'CASE#two', sk: `EVENT#${said.at}#r`, event: said, chain, salt: 's' },
      ]);
      rows.set('CASE#one', rows.get('CASE#one')!.map((row) => (row['sk'] === 'CASE' ? { ...row, erased: { run: '2026-03' } } : row)));
    }, ['Case N-one: was erased, and its chain does not say under which run', 'Case N-two: was erased under run 2026-03, which nobody has signed off']],
    ['an event that no later document holds', () => {
      add('three', [1]);
    }, ['Case N-three, event 1 (v00001-1): is in no daily document, though later ones have been written']],
  ])('tells %s', async (_, tamper, expected) => {
    tamper();
    expect(await breaks()).toEqual(expected);
  });
  it('tells that no document has been written for days', async () => {
    expect((await verifyChains(installation, '2026-03-20T08:00:00.000Z')).breaks).toEqual(['Daily document 2026-03-04: is the last; none has been written since']);
  });
  it('takes of a bucket’s versions the first, and counts what came on top', () => {
    const versions = [{ Key: 'heads/a', VersionId: '2', LastModified: '2026-03-02T00:00:00Z' }, { Key: 'heads/a', VersionId: '1', LastModified: '2026-03-01T00:00:00Z' }];
    expect(firstVersions({ Versions: versions, DeleteMarkers: [{ Key: 'heads/a' }] }).get('heads/a')).toEqual({ versionId: '1', versions: 3 });
    expect(firstVersions({}).size).toBe(0);
  });
});
