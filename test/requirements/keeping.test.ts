import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Installation } from '../e2e/installation.ts';
import { missingMedicationList, Story } from '../e2e/story.ts';

/** L9 over the API, under rules of the tenant's own that are short enough to wait for. */
describe('keeping', () => {
  let at: Installation;
  const stories: Story[] = [];
  const rules = [{ documentType: 'outgoingCase', from: 'closing', keepMonths: 3, ending: 'erase', ground: 'Beslut 1' }, { documentType: 'patientReference', from: 'closing', keepMonths: 1, ending: 'erase', ground: 'Beslut 2' }];
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z' });
    const { routineId, versions } = (await at.as('sixten', 'list-routines')).body;
    const { routine } = (await at.as('sixten', 'read-routine', { path: { routineId, version: String(versions[0].version) } })).body;
    const draft = await at.as('sixten', 'save-routine-draft', { path: { routineId }, body: { revision: 0, document: { ...routine, retention: { ...routine.retention, graceDays: 1, rules } } } });
    expect(await at.as('sixten', 'publish-routine', { path: { routineId }, body: { revision: draft.body.revision, validFrom: '2026-11-24' } })).toMatchObject({ status: 201 });
    await at.advance('P2D');
    for (const _ of [1, 2]) {
      const submitted = await at.as('siri', 'submit-deviation', { body: { report: missingMedicationList, patientReference: { reference: '19121212-1212', protectedIdentity: false } } });
      const story = new Story(at);
      [story.caseId, story.number] = [submitted.body.caseId, submitted.body.number];
      await story.done('maj', 'withdraw-case', { reason: 'Dubblett' });
      stories.push(story);
    }
  });
  afterAll(() => at.stop());
  const run = async (id: string) => (await at.as('maj', 'read-retention-run', { path: { runId: id } })).body;
  const signed = async (id: string) => {
    expect(await at.as('maj', 'sign-off-retention', { path: { runId: id }, body: { version: (await run(id)).version, kind: 'sign', note: '' } })).toMatchObject({ status: 200 });
    await at.advance('P3D');
  };

  it('L9b holds a case against erasure, by whom and why, until it is released', async () => {
    const [, held] = stories;
    const placed = await at.as('maj', 'place-legal-hold', { body: { scope: 'case', number: held?.number, reason: 'Tillsyn', until: null } });
    expect(placed, JSON.stringify(placed.body)).toMatchObject({ status: 201, body: { by: { id: 'maj' }, reason: 'Tillsyn', inForce: true } });
    expect((await at.as('maj', 'read-case-keeping', { path: { caseId: held?.caseId ?? '' } })).body.holds).toMatchObject([{ reason: 'Tillsyn', mayRelease: true }]);
    expect((await at.as('enok', 'release-legal-hold', { path: { holdId: placed.body.id }, body: { reason: 'r' } })).status).toBe(403);
  });

  it('L9a erases by document type under the tenant’s rules, after a report that a named role has signed, and nothing without', async () => {
    const [gone, held] = stories;
    await at.advance('P40D');
    const [first] = (await at.as('maj', 'list-retention-runs')).body.runs;
    expect(first).toMatchObject({ state: 'awaiting', tallies: [{ documentType: 'patientReference', due: 1, held: 1 }] });
    await at.advance('P20D');
    const reference = (caseId: string) => at.as('maj', 'read-patient-reference', { path: { caseId }, body: { reason: 'r' } });
    expect((await reference(gone?.caseId ?? '')).status).toBe(200);
    expect((await at.as('sixten', 'sign-off-retention', { path: { runId: first.id }, body: { version: (await run(first.id)).version, kind: 'sign', note: '' } })).status).toBe(403);
    await signed(first.id);
    expect((await reference(gone?.caseId ?? '')).status).toBe(404);
    expect((await reference(held?.caseId ?? '')).status).toBe(200);
    await at.advance('P40D');
    const [second] = (await at.as('maj', 'list-retention-runs')).body.runs;
    expect(second).toMatchObject({ state: 'awaiting' });
    expect((await run(second.id)).items.filter(({ documentType }: { documentType: string }) => documentType === 'outgoingCase')).toEqual(expect.arrayContaining([expect.objectContaining({ number: gone?.number, outcome: 'due' }), expect.objectContaining({ number: held?.number, outcome: 'held' })]));
    await signed(second.id);
    expect((await at.as('maj', 'read-case', { path: { caseId: gone?.caseId ?? '' } })).status).toBe(404);
    expect((await at.as('maj', 'read-case', { path: { caseId: held?.caseId ?? '' } })).status).toBe(200);
  });
}, 240_000);
