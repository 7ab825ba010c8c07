import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SubmitIntake } from '../../../functions/contracts/intake.ts';
import { askFiler, confirmIncomingText, editIncomingText } from '../../../functions/domain/incoming/handling.ts';
import { acceptDeviation } from '../../../functions/domain/incoming/filing.ts';
import { rejectCase } from '../../../functions/domain/incoming/ending.ts';
import { provideFilerInformation } from '../../../functions/use-cases/provide-filer-information.ts';
import { readIntake } from '../../../functions/use-cases/read-intake.ts';
import { readIntakeOptions } from '../../../functions/use-cases/read-intake-options.ts';
import { readRequest } from '../../../functions/use-cases/read-request.ts';
import { readStatus } from '../../../functions/use-cases/read-status.ts';
import { requestCode } from '../../../functions/use-cases/request-code.ts';
import { requestIntakeCode } from '../../../functions/use-cases/request-intake-code.ts';
import { requestNewLink } from '../../../functions/use-cases/request-new-link.ts';
import { submitIntake } from '../../../functions/use-cases/submit-intake.ts';
import { verifyCode } from '../../../functions/use-cases/verify-code.ts';
import { verifyIntakeCode } from '../../../functions/use-cases/verify-intake-code.ts';
import { day, later, planted, startEdgeWorld, type EdgeWorld } from '../edge-world.ts';

let world: EdgeWorld;
let address = 0;
let base = '';
let key = 0;
beforeAll(async () => { world = await startEdgeWorld(); });
afterAll(() => world.stop());
beforeEach(() => {
  world.letters.length = 0;
  address += 1;
  base = later(address * 2 * day);
});
const at = (seconds: number) => later(seconds, base);
const caller = (now: string) => ({ now, correlationId: 'c', clientAddress: `10.1.0.${address}` });
const through = (sessionToken: string, now: string) => ({ ...caller(now), sessionToken });
const idempotency = (body: unknown) => ({ key: `key-${++key}`, bodyHash: JSON.stringify(body) });
const public_ = { kind: 'public', mailbox: 'anhorig@post.example', language: 'sv' } as const;
const party = { kind: 'party', unitId: 'bjorken' } as const;
const report: SubmitIntake = {
  report: {
    happenedAt: later(-7200), discoveredAt: later(-3600), concernedUnitIds: ['hemsjukvard-norr'], legalBasis: 'unknown', category: 'medication', harm: 'risk',
    whatHappened: `${planted.event} ${planted.person} ${planted.personalNumber}`, wishes: planted.action,
  },
};
const sessionOf = async (body: typeof public_ | typeof party, now = at(0)): Promise<string> => {
  const { intake } = await requestIntakeCode(world.intake, { caller: caller(now), body });
  await world.deliver();
  return (await verifyIntakeCode(world.intake, { caller: caller(now), body: { intake, code: world.newestCode() } })).token;
};
const filed = async (body: typeof public_ | typeof party, more: Partial<SubmitIntake> = {}) => {
  const token = await sessionOf(body);
  const given = { ...report, ...more };
  const receipt = await submitIntake(world.intake, { caller: through(token, at(60)), idempotency: idempotency(given), body: given });
  const caseId = await world.reply.cases.findByNumber(receipt.number) ?? '';
  await world.deliver();
  return { token, receipt, caseId };
};
const statusSession = async (secret: string, now = at(200)): Promise<string> => {
  await requestCode(world.reply, { caller: caller(now), body: { secret } });
  await world.deliver();
  return (await verifyCode(world.reply, { caller: caller(now), body: { secret, code: world.newestCode() } })).token;
};
const settled = { principal: 'mas', legalBasis: 'hsl', category: 'medication', harm: 'risk', seriousRisk: false, concernedUnitIds: ['hemsjukvard-norr'] } as const;

describe('an intake without an account', () => {
  it('tells the page names of parties and of our units, and no mailbox', async () => {
    const options = await readIntakeOptions(world.intake, { caller: caller(at(0)) });
    expect(options.units.map(({ id }) => id)).toContain('bjorken');
    expect(options.ownUnits.map(({ id }) => id)).toContain('hemsjukvard-norr');
    expect(options.units.map(({ id }) => id)).not.toContain('hemsjukvard-norr');
    expect(options.organisations.map(({ id }) => id)).toContain('linden');
    expect(JSON.stringify(options)).not.toContain('@');
  });

  it('sends a code to the unit\'s registered mailbox in its language, never to one that was typed for it', async () => {
    const answer = await requestIntakeCode(world.intake, { caller: caller(at(0)), body: party });
    expect(answer).toMatchObject({ sentTo: 'b…@bjorken.example', validForSeconds: 600, againAfterSeconds: 60 });
    await world.deliver();
    expect(world.letters).toMatchObject([{ to: 'bjorken@bjorken.example', language: 'en', subject: 'Code to report a deviation' }]);
    expect(world.letters[0]?.text).toContain('Ekdala kommun');
    expect(world.letters[0]?.text).not.toContain('https://');
    await world.deliver();
    expect(world.letters).toHaveLength(1);
  });

  it.each(['hemsjukvard-norr', 'nobody'])('refuses %s as a party', async (unitId) => {
    await expect(requestIntakeCode(world.intake, { caller: caller(at(0)), body: { kind: 'party', unitId } })).rejects.toMatchObject({ code: 'party-unknown' });
  });

  it('counts tries, forgets the code when it is spent or late, and keeps neither code nor secret in the store', async () => {
    const { intake } = await requestIntakeCode(world.intake, { caller: caller(at(0)), body: public_ });
    await world.deliver();
    const code = world.newestCode();
    const wrong = code === '000000' ? '000001' : '000000';
    const attempt = (typed: string, now = at(10)) => verifyIntakeCode(world.intake, { caller: caller(now), body: { intake, code: typed } });
    await expect(attempt(code, at(601))).rejects.toMatchObject({ code: 'code-wrong', triesLeft: 0 });
    await expect(attempt(wrong)).rejects.toMatchObject({ code: 'code-wrong', triesLeft: 4 });
    await attempt(code);
    await expect(attempt(code)).rejects.toMatchObject({ code: 'code-wrong', triesLeft: 0 });
    const other = await requestIntakeCode(world.intake, { caller: caller(at(70)), body: public_ });
    for (let turn = 0; turn < 5; turn += 1) await expect(verifyIntakeCode(world.intake, { caller: caller(at(71)), body: { intake: other.intake, code: 'xxxxxx' } })).rejects.toMatchObject({ code: 'code-wrong' });
    await expect(verifyIntakeCode(world.intake, { caller: caller(at(72)), body: { intake: other.intake, code: '123456' } })).rejects.toMatchObject({ code: 'code-exhausted' });
    await expect(verifyIntakeCode(world.intake, { caller: caller(at(73)), body: { intake: 'q'.repeat(43), code } })).rejects.toMatchObject({ code: 'code-wrong', triesLeft: 0 });
  });

  it('sends a typed mailbox five codes an hour, whatever their letters', async () => {
    for (let turn = 0; turn < 5; turn += 1) await requestIntakeCode(world.intake, { caller: caller(at(turn)), body: public_ });
    await expect(requestIntakeCode(world.intake, { caller: caller(at(9)), body: { ...public_, mailbox: 'Anhorig@post.example' } })).rejects.toMatchObject({ code: 'rate-limited' });
  });

  it('drops a code that comes too late to be of use', async () => {
    await requestIntakeCode(world.intake, { caller: caller(at(0)), body: public_ });
    const [row] = await world.relay.outbox.pending('9999', 10);
    const { deliverRow } = await import('../../../functions/use-cases/deliver-outbox.ts');
    expect(row && await deliverRow(world.relay, row, at(700), 'sweep')).toBe('delivered');
    expect(world.letters).toEqual([]);
  });

  it('opens a session that says who files, and ends with idleness', async () => {
    const token = await sessionOf(party);
    expect(await readIntake(world.intake, { caller: through(token, at(30)) })).toEqual({
      kind: 'party', unit: { name: 'Björkens vårdcentral', organisationId: 'sjoland', organisationName: 'Region Sjöland' }, sentTo: 'b…@bjorken.example', language: 'en', endsAt: at(8 * 3600),
    });
    await expect(readIntake(world.intake, { caller: through(token, at(31 + 1800)) })).rejects.toMatchObject({ code: 'session-expired' });
    // Not a session of a link: it opens nobody's case.
    await expect(readRequest(world.reply, { caller: through(token, at(31)) })).rejects.toMatchObject({ code: 'session-expired' });
    await expect(readStatus(world.reply, { caller: through(token, at(31)) })).rejects.toMatchObject({ code: 'session-expired' });
  });
});

describe('a report without an account', () => {
  it('is filed by a party as the unit whose mailbox the code went to', async () => {
    const { receipt, caseId } = await filed(party, { relation: 'relative' });
    const made = await world.loadIncoming(caseId);
    expect(made).toMatchObject({
      status: 'received', direction: 'incoming', responsible: 'mas', receivedAt: at(60),
      source: { kind: 'party', registeredBy: null, principal: null, filer: { mailbox: null, language: 'en' } },
      report: { partyUnitId: 'bjorken', partyOrganisationId: 'sjoland', legalBasis: 'unknown' },
    });
    expect(made.source.filer.relation).toBeUndefined();
    expect(receipt).toMatchObject({ number: made.number, receivedAt: at(60), sentTo: 'b…@bjorken.example' });
    expect(world.executions.get(`${caseId}-1`)).toBe('RUNNING');
    expect(world.letters.slice(1).map(({ mailId, to }) => [mailId.split('.')[1], to])).toEqual([['filed', 'bjorken@bjorken.example'], ['incoming', 'maj@ekdala.example']]);
  });

  it('is filed by the public, who says what they are to the patient, and whose mailbox leaves the case in no mail', async () => {
    const { caseId } = await filed(public_, { relation: 'relative', patientReference: { reference: '19121212-1212', protectedIdentity: false } });
    const made = await world.loadIncoming(caseId);
    expect(made).toMatchObject({ hasPatientReference: true, source: { kind: 'public', filer: { mailbox: 'anhorig@post.example', language: 'sv', relation: 'relative' } }, report: { partyUnitId: null, partyOrganisationId: null } });
    const receipt = world.letters.find(({ mailId }) => mailId.includes('.filed.'));
    expect(receipt).toMatchObject({ to: 'anhorig@post.example', language: 'sv' });
    expect(receipt?.mailId).toBe(`${caseId}.filed.filer.v1`);
    expect(receipt?.text).toMatch(/https:\/\/brygga\.example\/status#[A-Za-z0-9_-]{43}/);
    const left = JSON.stringify([world.logged, world.letters.map(({ text, subject }) => [subject, text])]);
    for (const secret of [...Object.values(planted), 'anhorig@post.example']) expect(left).not.toContain(secret);
  });

  it('is filed once: the same command gets the same receipt, another finds the session spent', async () => {
    const token = await sessionOf(public_);
    const one = idempotency(report);
    const receipt = await submitIntake(world.intake, { caller: through(token, at(60)), idempotency: one, body: report });
    expect(await submitIntake(world.intake, { caller: through(token, at(61)), idempotency: one, body: report })).toEqual(receipt);
    await expect(submitIntake(world.intake, { caller: through(token, at(62)), idempotency: idempotency(report), body: report })).rejects.toMatchObject({ code: 'session-expired' });
    await expect(submitIntake(world.intake, { caller: through(token, at(63)), idempotency: { ...one, bodyHash: 'other' }, body: report })).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('is refused with the place of the fault', async () => {
    const token = await sessionOf(public_);
    const wrong = { report: { ...report.report, happenedAt: at(7200), concernedUnitIds: ['bjorken'] } };
    await expect(submitIntake(world.intake, { caller: through(token, at(60)), idempotency: idempotency(wrong), body: wrong })).rejects.toMatchObject({
      faults: expect.arrayContaining([{ pointer: '/report/happenedAt', code: 'happened-in-future' }, { pointer: '/report/concernedUnitIds/0', code: 'unit-unknown' }]),
    });
  });
});

describe('the status page', () => {
  it('shows where the case is, logs each reading, and puts the first of a session on the timeline', async () => {
    const { caseId, receipt } = await filed(public_);
    const token = await statusSession(world.newestSecret());
    const view = await readStatus(world.reply, { caller: through(token, at(210)) });
    expect(view).toMatchObject({
      number: receipt.number, organisationName: 'Ekdala kommun', phone: '010-000 10 34', language: 'sv', state: 'received', owner: null, question: null, reply: null, rejection: null,
      report: { wishes: planted.action }, clock: { registeredAt: null, answeredAt: null, overdue: false },
    });
    await readStatus(world.reply, { caller: through(token, at(220)) });
    expect((await world.story(caseId)).map(({ type }) => type)).toEqual(['filed', 'mailSent', 'mailSent', 'codeSent', 'opened']);
    expect(world.letters.at(-1)).toMatchObject({ to: 'anhorig@post.example', subject: `Kod för ärende ${receipt.number}` });
    await world.changeIncoming(caseId, at(300), (concerned, context) => acceptDeviation(concerned, settled, context));
    expect(await readStatus(world.reply, { caller: through(token, at(310)) })).toMatchObject({ state: 'registered', owner: 'MAS-funktionen', clock: { registeredAt: at(300) } });
  });

  it('asks, takes the answer once, and brings it to whoever asked', async () => {
    const { caseId } = await filed(public_);
    await world.changeIncoming(caseId, at(70), (concerned, context) => acceptDeviation(concerned, settled, context));
    await world.changeIncoming(caseId, at(80), (concerned, context) => askFiler(concerned, { question: 'Vilken dag var det?' }, context));
    await world.deliver();
    expect(world.letters.at(-1)).toMatchObject({ to: 'anhorig@post.example', subject: expect.stringContaining('Fråga om ärende') });
    expect(world.letters.at(-1)?.text).not.toContain('Vilken dag');
    const token = await statusSession(world.newestSecret());
    expect(await readStatus(world.reply, { caller: through(token, at(210)) })).toMatchObject({ state: 'needsInfo', question: { text: 'Vilken dag var det?', answer: null } });
    const one = idempotency('answer');
    const given = { caller: through(token, at(220)), idempotency: one, body: { answer: 'I tisdags' } };
    expect(await provideFilerInformation(world.reply, given)).toMatchObject({ receivedAt: at(220), state: 'registered' });
    expect(await provideFilerInformation(world.reply, given)).toMatchObject({ receivedAt: at(220) });
    await expect(provideFilerInformation(world.reply, { ...given, idempotency: idempotency('again') })).rejects.toMatchObject({ code: 'wrong-status' });
    await world.deliver();
    expect(world.letters.filter(({ mailId }) => mailId.includes('.informationProvided.')).map(({ to }) => to)).toEqual(['maj@ekdala.example']);
    expect((await world.story(caseId)).at(-2)).toMatchObject({ type: 'informationProvided', actor: 'external' });
  });

  it('shows the rejection with its reason, for as long as the routine says', async () => {
    const { caseId } = await filed(public_);
    await world.changeIncoming(caseId, at(70), (concerned, context) => rejectCase(concerned, { reasonCode: 'notOurCare', text: 'Gäller en privat klinik.' }, context));
    await world.deliver();
    const secret = world.newestSecret();
    const token = await statusSession(secret);
    expect(await readStatus(world.reply, { caller: through(token, at(210)) })).toMatchObject({ state: 'rejected', rejection: { reason: { en: 'Does not concern our care' }, text: 'Gäller en privat klinik.' } });
    await expect(requestCode(world.reply, { caller: caller(at(92 * day)), body: { secret } })).rejects.toMatchObject({ code: 'link-not-valid' });
    // Nothing is sent after that.
    const before = world.letters.length;
    await requestNewLink(world.reply, { caller: caller(at(92 * day)), body: { secret } });
    await world.deliver();
    expect(world.letters).toHaveLength(before);
  });

  it('is reached by a new link when the old one is lost, and ends the sessions of the old one', async () => {
    const { caseId } = await filed(public_);
    const old = world.newestSecret();
    const token = await statusSession(old);
    expect(await requestNewLink(world.reply, { caller: caller(at(300)), body: { secret: old } })).toEqual({ phone: '010-000 10 34' });
    await world.deliver();
    expect(world.letters.at(-1)).toMatchObject({ to: 'anhorig@post.example', subject: expect.stringContaining('Ny länk') });
    expect((await world.loadIncoming(caseId)).filerLinkEpoch).toBe(2);
    await expect(readStatus(world.reply, { caller: through(token, at(310)) })).rejects.toMatchObject({ code: 'session-expired' });
    await expect(requestCode(world.reply, { caller: caller(at(400)), body: { secret: old } })).rejects.toMatchObject({ code: 'link-not-valid' });
    await statusSession(world.newestSecret(), at(500));
  });

  it('shows nothing of the investigation, of people, or of the reply before it is sent', async () => {
    const { caseId } = await filed(party);
    await world.changeIncoming(caseId, at(70), (concerned, context) => acceptDeviation(concerned, settled, context));
    await world.changeIncoming(caseId, at(80), (concerned, context) => editIncomingText(concerned, { text: 'HEMLIGT UTKAST', notPersonalNumbers: [] }, context));
    await world.changeIncoming(caseId, at(90), confirmIncomingText);
    const token = await statusSession(world.newestSecret());
    const view = JSON.stringify(await readStatus(world.reply, { caller: through(token, at(210)) }));
    for (const hidden of ['HEMLIGT', 'maj', 'Maj', 'mailbox', '@']) expect(view).not.toContain(hidden);
  });
});
