import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationId } from '../../functions/contracts/operations.ts';
import { Installation, type Answer } from '../e2e/installation.ts';
import { executionsOf, foundIn, logsOf } from '../e2e/planted.ts';
import { Story } from '../e2e/story.ts';

/** R6, R7 and R9: one case climbs from the staff to the steering body and comes back; each clause looks at its own part of the way. */
describe('the ladder', () => {
  let at: Installation;
  const story = { caseId: '', number: '' };
  beforeAll(async () => {
    at = await Installation.start({ now: '2026-11-23T08:00:00Z', routine: 'reko' });
    const told = new Story(at);
    told.handler = 'kajsa';
    await told.submitted({ happenedAt: '2026-11-19T09:00:00Z', discoveredAt: '2026-11-19T10:00:00Z', targetGroup: 'olderPeople' }, 'kajsa');
    Object.assign(story, { caseId: told.caseId, number: told.number });
  });
  afterAll(() => at.stop());

  /** Every sentence that was sent, also of what was refused. */
  const written = new Set<string>();
  const textsIn = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return value.includes(' ') ? [value] : [];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
  };
  const path = () => ({ caseId: story.caseId });
  const folder = async (user: string) => (await at.as(user, 'read-folder', { path: path() }));
  const onCase = async () => (await at.as('kajsa', 'read-case', { path: path() })).body;
  const command = async (user: string, operation: OperationId, body: Record<string, unknown>): Promise<Answer> => {
    const { version } = await onCase();
    for (const text of textsIn(body)) written.add(text);
    return at.as(user, operation, { path: path(), body: { version, ...body } });
  };
  const done = async (user: string, operation: OperationId, body: Record<string, unknown>): Promise<void> => {
    const answer = await command(user, operation, body);
    expect(answer, `${operation}: ${JSON.stringify(answer.body)}`).toMatchObject({ status: 200 });
    await at.rest();
  };

  it('R6a begins with the staff concerned, who take it further when they cannot settle it', async () => {
    expect((await onCase()).ladder).toMatchObject({ level: 1, stations: [], levels: [{ level: 1, name: { sv: 'Berörd personal' } }, {}, {}, {}, {}] });
    expect(await command('konrad', 'raise-case', { reason: 'Olöst.', ofPrinciple: false })).toMatchObject({ status: 404 });
    await done('kajsa', 'raise-case', { reason: 'Vi når ingen på avdelningen.', ofPrinciple: false });
    expect((await onCase()).ladder).toMatchObject({ level: 2, state: 'climbing', dueAt: '2026-12-14T22:59:59.000Z' });
    expect((await at.mailsTo('enok@ekdala.example', new RegExp(`^Ärende ${story.number} väntar på er`)))).toHaveLength(1);
  });

  it('R6b is agreed on by the nearest managers: who, what and how', async () => {
    expect(await command('enok', 'record-agreement', { who: '', what: 'x', how: 'y' })).toMatchObject({ status: 400 });
    await done('enok', 'record-agreement', { who: 'Hemsjukvårdens chef och avdelningschefen', what: 'Lista vid hemgång', how: 'Ringer varandra varje fredag' });
    expect((await onCase()).ladder).toMatchObject({ state: 'ended', agreement: { what: 'Lista vid hemgång', by: { id: 'enok' } }, stations: [{ level: 2, left: { outcome: 'agreed' } }] });
    // It did not hold: a second round, and now upwards.
    await done('enok', 'raise-case', { reason: 'Överenskommelsen höll inte.', ofPrinciple: false });
  });

  it('R6c goes to the incident council of its county part and target group, with a de-identified folder', async () => {
    expect(await command('enok', 'forward-case', { because: 'unsolved', reason: 'Olöst.' })).toMatchObject({ status: 409, body: { code: 'text-not-confirmed' } });
    await done('enok', 'edit-folder', { text: 'Gäller 19121212-1212 som kom hem utan lista.' });
    expect(await command('enok', 'forward-case', { because: 'unsolved', reason: 'Olöst.' })).toMatchObject({ status: 409, body: { code: 'personal-number-in-text' } });
    await done('enok', 'edit-folder', { text: 'Patienter kommer hem utan läkemedelslista.' });
    expect(await command('enok', 'forward-case', { because: 'unsolved', reason: 'Ring 070-123 45 67.' })).toMatchObject({ status: 409, body: { code: 'identifying-in-text' } });
    await done('enok', 'forward-case', { because: 'unsolved', reason: 'Cheferna är överens om felet men inte om vem som äger det.' });
    expect((await onCase()).ladder).toMatchObject({ level: 3, groups: [{ id: 'avvikelseradet' }] });
    expect((await at.as('sten', 'read-group', { path: { groupId: 'avvikelseradet' } })).body.cases).toMatchObject([{ number: story.number, here: true, level: 3 }]);
    expect((await at.as('sten', 'read-group', { path: { groupId: 'avvikelseradet-psykiatri' } })).body.cases).toEqual([]);
  });

  it('R9 shows the groups the de-identified text and never the case', async () => {
    const seen = await folder('sten');
    expect(seen).toMatchObject({ status: 200, body: { text: 'Patienter kommer hem utan läkemedelslista.', number: story.number, level: 3 } });
    expect(JSON.stringify(seen.body)).not.toContain('kvällen');
    expect(await at.as('sten', 'read-case', { path: path() })).toMatchObject({ status: 404 });
    // Nobody else has the folder.
    for (const user of ['birger', 'sigrid', 'konrad', 'siri']) expect(await folder(user), user).toMatchObject({ status: 404 });
    const log = (await at.as('sixten', 'list-access', { query: { number: story.number } })).body;
    expect(log.accesses.some((entry: { operation: string; user: { id: string } }) => entry.operation === 'read-folder' && entry.user.id === 'sten'), JSON.stringify(log).slice(0, 300)).toBe(true);
  });

  it('R7a is forwarded from level 3 to 4 by the convener alone', async () => {
    const refused = await command('kajsa', 'forward-case', { because: 'ofPrinciple', reason: 'Vi vill vidare.' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'convener-only' } });
    expect((await onCase()).ladder.level).toBe(3);
    await done('sten', 'forward-case', { because: 'ofPrinciple', reason: 'Gäller hela länet.' });
  });

  it('R6d is then with strategy group and expert council in parallel', async () => {
    expect((await onCase()).ladder).toMatchObject({ level: 4, ofPrinciple: true, groups: [{ id: 'strategigruppen' }, { id: 'expertradet' }] });
    for (const user of ['sigrid', 'edla', 'maj', 'saga']) expect(await folder(user), user).toMatchObject({ status: 200 });
    await done('maj', 'consult-group', { kind: 'ask', text: 'Finns det redan ett länsbeslut?' });
    const [{ id }] = (await folder('saga')).body.consultations;
    await done('saga', 'consult-group', { kind: 'answer', consultationId: id, text: 'Nej.' });
    expect((await folder('edla')).body.consultations).toMatchObject([{ question: 'Finns det redan ett länsbeslut?', answer: { group: 'Strategigruppen', text: 'Nej.' } }]);
  });

  it('R7b lets the expert council bring in guests, for a time', async () => {
    expect(await folder('gunn')).toMatchObject({ status: 404 });
    const guest = (user: string, body: Record<string, unknown>) => at.as(user, 'change-guest', { path: { groupId: 'expertradet' }, body });
    const period = { kind: 'add', userId: 'gunn', from: '2026-11-23', to: '2026-11-25' };
    expect(await guest('maj', period)).toMatchObject({ status: 403, body: { code: 'convener-only' } });
    expect(await guest('edla', { ...period, to: '2026-11-22' })).toMatchObject({ status: 422 });
    // Sent twice it is done, and told, once.
    for (const _ of [1, 2]) expect(await guest('edla', period)).toMatchObject({ status: 200 });
    await at.rest();
    const invited = await at.mailsTo('gunn@ekdala.example', /^Gäst i en grupp/);
    expect(invited.map(({ text }) => /\/collaboration\/groups\/\w+/.exec(text)?.[0])).toEqual(['/collaboration/groups/expertradet']);
    expect(await folder('gunn')).toMatchObject({ status: 200, body: { allowed: ['read-folder'] } });
    expect(await command('gunn', 'write-basis', { text: 'Underlag', measures: [] })).toMatchObject({ status: 403 });
    await at.advance('P2DT12H');
    expect(await folder('gunn')).toMatchObject({ status: 200 });
    await at.advance('PT12H');
    expect(await folder('gunn')).toMatchObject({ status: 404 });
  });

  it('R7c has the expert council write the basis of the decision before it goes on', async () => {
    expect(await command('edla', 'forward-case', { because: 'ofPrinciple', reason: 'Till beslut.' })).toMatchObject({ status: 409, body: { code: 'basis-missing' } });
    expect(await command('sigrid', 'write-basis', { text: 'Underlag', measures: [] })).toMatchObject({ status: 403 });
    await done('maj', 'write-basis', { text: 'Listor saknas vid var tionde hemgång.', measures: ['Gemensam checklista i hela länet'] });
    await done('edla', 'forward-case', { because: 'ofPrinciple', reason: 'Till beslut.' });
  });

  it('R6e is decided by the steering body', async () => {
    expect((await onCase()).ladder).toMatchObject({ level: 5, groups: [{ id: 'reko' }] });
    const decision = { text: 'Checklistan införs.', measures: ['Gemensam checklista i hela länet'], workingGroup: { name: 'Arbetsgrupp hemgång', task: 'Inför checklistan.', due: '2027-06-01' } };
    expect(await command('saga', 'decide-escalation', decision)).toMatchObject({ status: 403, body: { code: 'convener-only' } });
    await done('birger', 'decide-escalation', decision);
    expect((await onCase()).ladder).toMatchObject({ state: 'informing', decision: { text: 'Checklistan införs.', by: { id: 'birger' } } });
  });

  it('R7e lets the steering body appoint a working group', async () => {
    expect((await onCase()).ladder.decision.workingGroup).toEqual({ name: 'Arbetsgrupp hemgång', task: 'Inför checklistan.', due: '2027-06-01' });
  });

  it('R7d tells the units concerned and the reporter of the decision, by a mail that says nothing but the case number', async () => {
    await done('edla', 'inform-of-decision', { text: 'Från sommaren gäller en gemensam checklista.', unitIds: ['rehab'] });
    for (const address of ['enok@ekdala.example', 'rut@ekdala.example', 'kajsa@ekdala.example']) {
      const [mail] = await at.mailsTo(address, new RegExp(`^Besked i ärende ${story.number}`));
      expect(mail?.text, address).not.toMatch(/checklista/i);
    }
    // A manager of a unit that was told reads the decision, and neither the way there nor the case.
    expect(await folder('rut')).toMatchObject({ status: 200, body: { extent: 'decision', text: '', stations: [], basis: null, decision: { text: 'Checklistan införs.' }, information: { text: 'Från sommaren gäller en gemensam checklista.' }, allowed: ['read-folder'] } });
    expect(await at.as('rut', 'read-case', { path: path() })).toMatchObject({ status: 404 });
    const { ladder } = await onCase();
    expect(ladder).toMatchObject({ state: 'ended', level: 1, information: { text: 'Från sommaren gäller en gemensam checklista.' } });
    expect(ladder.stations.map(({ level, left }: { level: number; left: { outcome: string } }) => [level, left.outcome])).toEqual([[2, 'agreed'], [2, 'forwarded'], [3, 'forwarded'], [4, 'forwarded'], [5, 'decided'], [4, 'informed']]);
  });

  it('R9 leaves nothing of what was written on the ladder in a mail, a log or an execution', async () => {
    expect(written.size).toBeGreaterThan(15);
    expect(foundIn(JSON.stringify(await at.mails()), [...written])).toEqual([]);
    expect(foundIn(logsOf(at.folder), [...written])).toEqual([]);
    const executions = await executionsOf(at.awsEndpoint);
    // Of each level that the case came to.
    expect(executions.filter((one) => one.includes('-ladder-')).length).toBeGreaterThanOrEqual(5);
    for (const execution of executions) expect(foundIn(execution, [...written])).toEqual([]);
  });
});
