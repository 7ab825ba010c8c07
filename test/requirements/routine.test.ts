import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation } from '../e2e/installation.ts';
import { Story } from '../e2e/story.ts';

/** Clauses on the routine itself. */
describe('the routine', () => {
  let at: Installation;
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z' });
  });
  afterAll(() => at.stop());
  const list = async () => (await at.as('sixten', 'list-routines')).body;

  it('N6 changes from a date without a release, and open cases stay on theirs', async () => {
    const open = await new Story(at).submitted();
    const { routineId, versions } = await list();
    const { routine } = (await at.as('sixten', 'read-routine', { path: { routineId, version: String(versions[0].version) } })).body;
    const changed = { ...routine, outgoing: { ...routine.outgoing, categories: routine.outgoing.categories.filter((category: string) => category !== 'dental') } };
    const draft = await at.as('sixten', 'save-routine-draft', { path: { routineId }, body: { document: changed, revision: 0 } });
    expect(draft, JSON.stringify(draft.body)).toMatchObject({ status: 200 });
    const published = await at.as('sixten', 'publish-routine', { path: { routineId }, body: { revision: draft.body.revision, validFrom: '2026-11-24' } });
    expect(published, JSON.stringify(published.body)).toMatchObject({ status: 201 });
    const categories = async () => (await at.as('siri', 'read-registers')).body.routine.categories;
    expect(await categories()).toContain('dental');
    await at.advance('P1D');
    expect(await categories()).not.toContain('dental');
    expect((await open.read()).routine.version).toBe(versions[0].version);
    expect((await (await new Story(at).submitted()).read()).routine.version).toBe(published.body.version);
    const [entry] = (await list()).log;
    expect(entry).toMatchObject({ kind: 'published', by: { id: 'sixten' }, changes: [{ pointer: '/outgoing/categories' }] });
  });

  it('R8b is gone through every year, by mail, and the next date follows', async () => {
    const { review, routineId } = await list();
    expect(review).toMatchObject({ dueOn: '2027-01-15', overdue: false });
    const told = async () => (await at.mailsTo('maj@ekdala.example', /rutinen/)).map(({ subject }) => subject);
    expect(await told()).toEqual([]);
    await at.advance('P54D');
    expect(await told()).toEqual(['Dags att se över rutinen']);
    await at.advance('P30D');
    expect(await told()).toEqual(['Påminnelse: rutinen ska ses över', 'Dags att se över rutinen']);
    const recorded = await at.as('maj', 'record-routine-review', { path: { routineId }, body: { outcome: 'unchanged', note: 'Genomgången på ledningsmötet.' } });
    expect(recorded, JSON.stringify(recorded.body)).toMatchObject({ status: 201 });
    expect((await list()).review).toMatchObject({ dueOn: '2028-01-15', overdue: false });
    await at.advance('P30D');
    expect(await told()).toHaveLength(2);
  });
});
