import { describe, expect, it } from 'vitest';
import { IncomingStory, incomingReport, investigation, replyText } from './incoming-story.ts';
import { Installation } from './installation.ts';
import { fullAnswer, outgoingText, Story } from './story.ts';

/** Monday. */
const monday = '2026-11-23T08:00:00Z';
/** In office hours: nothing of it is on call. */
const times = { happenedAt: '2026-11-19T09:00:00Z', discoveredAt: '2026-11-19T10:00:00Z' };

interface Preset {
  readonly routine: string;
  /** Who is refused as reporter, where not all staff report. */
  readonly mayNotReport?: string;
  readonly reporter: string;
  /** Sends, shares and closes; whose role it is, as the timeline names it. */
  readonly handler: string;
  readonly as: string;
  /** Knows of the case, or of none, and may not send it. */
  readonly mayNotSend: readonly string[];
  readonly owner: string;
  readonly parties: { readonly ward: string; readonly clinic: string };
  readonly breach?: { readonly ward: object; readonly clinic: object };
  /** A party of the register whom the routine does not cover. */
  readonly notCovered?: string;
  readonly consentGate: boolean;
  readonly replyBy: string;
  readonly parts: readonly (keyof typeof fullAnswer.parts)[];
  readonly hears: readonly string[];
  /** Days after closing, where every case is followed up. */
  readonly effectReview: boolean;
  readonly incoming: { readonly registers: string; readonly as: string; readonly owner: string; readonly ownerAfterReply: string; readonly replyBy: string };
}
const sjoland = { ward: 'sjoland', clinic: 'sjoland' };
const discharge = { kind: 'agreement', agreementId: 'utskrivning', agreementVersion: 1, clauseId: '3.2', text: '' };
const presets: readonly Preset[] = [
  {
    routine: 'vaxjo', reporter: 'siri', handler: 'maj', as: 'mas', mayNotSend: ['enok', 'siri', 'marta'], owner: 'mas-funktionen', parties: sjoland, consentGate: false, replyBy: '2026-12-23',
    parts: ['deviationReceived', 'investigation', 'acuteActions', 'systematicActions'], hears: ['maj'], effectReview: false,
    incoming: { registers: 'hanna', as: 'mas', owner: 'mas-funktionen', ownerAfterReply: 'hemsjukvard-norr', replyBy: '2026-12-23' },
  },
  {
    routine: 'reko', mayNotReport: 'siri', reporter: 'kajsa', handler: 'kajsa', as: 'caseCoordinator', mayNotSend: ['maj', 'enok', 'konrad'], owner: 'hemsjukvard-norr', parties: sjoland, consentGate: true,
    replyBy: '2026-12-23', parts: ['investigation', 'acuteActions', 'systematicActions'], hears: ['kajsa', 'enok'], effectReview: true,
    incoming: { registers: 'kajsa', as: 'caseCoordinator', owner: 'hemsjukvard-norr', ownerAfterReply: 'hemsjukvard-norr', replyBy: '2026-12-23' },
  },
  {
    routine: 'haninge', reporter: 'siri', handler: 'enok', as: 'unitManager', mayNotSend: ['maj', 'rut', 'siri'], owner: 'hemsjukvard-norr', parties: sjoland, consentGate: false, replyBy: '2026-12-23',
    parts: ['deviationReceived', 'investigation', 'rootCause', 'acuteActions', 'systematicActions'], hears: ['enok', 'maj'], effectReview: false,
    incoming: { registers: 'enok', as: 'unitManager', owner: 'hemsjukvard-norr', ownerAfterReply: 'hemsjukvard-norr', replyBy: '2026-12-23' },
  },
  {
    routine: 'goteborg', reporter: 'siri', handler: 'maj', as: 'mas', mayNotSend: ['enok', 'siri', 'saga'], owner: 'hemsjukvard-norr', parties: sjoland,
    breach: { ward: { kind: 'agreement', agreementId: 'hemgang', agreementVersion: 2, clauseId: '2.1', text: '' }, clinic: discharge }, consentGate: false, replyBy: '2027-01-22',
    parts: ['investigation', 'acuteActions', 'systematicActions'], hears: ['maj', 'enok'], effectReview: false,
    incoming: { registers: 'hanna', as: 'mas', owner: 'hemsjukvard-norr', ownerAfterReply: 'hemsjukvard-norr', replyBy: '2027-01-22' },
  },
  {
    routine: 'sodra-alvsborg', reporter: 'siri', handler: 'kajsa', as: 'caseCoordinator', mayNotSend: ['maj', 'enok', 'siri'], owner: 'samordning', parties: { ward: 'norrviks-sjukhus', clinic: 'bjorkens-vardcentral' },
    breach: { ward: discharge, clinic: discharge }, notCovered: 'dosia', consentGate: true, replyBy: '2026-12-23', parts: ['deviationReceived', 'investigation', 'systematicActions'], hears: ['kajsa', 'enok'], effectReview: false,
    incoming: { registers: 'hanna', as: 'caseCoordinator', owner: 'samordning', ownerAfterReply: 'hemsjukvard-norr', replyBy: '2026-12-23' },
  },
];

/** Scenarios 1 and 2 to their end on the real process, as each routine prescribes; the clock stepped. Side by side: each has an installation of its own. */
describe('each preset takes a report to the reporter, and an incoming one to its answer', () => {
  it.concurrent.for(presets)('$routine', { timeout: 240_000 }, async (preset, { onTestFinished }) => {
    const at = await Installation.start({ now: monday, routine: preset.routine });
    onTestFinished(() => at.stop());
    const { outgoing, answerToClinic } = storiesOf(preset);
    expect(await outgoing(at)).toBe('closed');
    expect(await answerToClinic(at)).toBe('closed');
  });
});

function storiesOf(preset: Preset) {
  const { handler, incoming } = preset;
  /** Where the routine asks for consent, an identified text waits for it. */
  const consented = async (story: Story | IncomingStory, recipientId: string, send: () => Promise<{ status: number; body: any }>) => {
    if (!preset.consentGate) return;
    const refused = await send();
    expect(refused.status).toBe(409);
    expect(JSON.stringify(refused.body)).toContain('consent-missing');
    await story.done(handler, 'record-consent', { status: 'given', scope: ['identity', 'events', 'healthData'], recipientId, byTitle: 'Sjuksköterska', at: '2026-11-20T09:00:00Z' });
  };

  const outgoing = async (at: Installation): Promise<string> => {
    const report = { ...times, counterpartId: preset.parties.ward };
    if (preset.mayNotReport !== undefined) {
      const { medication: _, ...plain } = { medication: '', ...report };
      expect(await at.as(preset.mayNotReport, 'submit-deviation', { body: { report: { ...baseReport, ...plain } } })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
      expect((await at.as(preset.mayNotReport, 'read-profile')).body).toMatchObject({ mayReport: false });
    }
    if (preset.notCovered !== undefined) {
      const refused = await at.as(preset.reporter, 'submit-deviation', { body: { report: { ...baseReport, ...report, counterpartId: preset.notCovered } } });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/report/counterpartId', code: 'party-not-eligible' }] } });
    }
    const story = new Story(at);
    story.handler = handler;
    await story.submitted(report, preset.reporter);
    expect(await story.read()).toMatchObject({ owningUnit: { id: preset.owner } });
    await story.done(handler, 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await story.done(handler, 'edit-outgoing-text', { text: outgoingText });
    await story.done(handler, 'confirm-outgoing-text', { form: 'identified' });
    // G1: a report never waits for the clause, what is sent does.
    if (preset.breach !== undefined) {
      expect((await story.command(handler, 'send-case')).body.code).toBe('breach-missing');
      await story.done(handler, 'set-breach', { breach: preset.breach.ward });
    }
    await consented(story, preset.parties.ward, () => story.command(handler, 'send-case'));
    for (const user of preset.mayNotSend) expect((await story.command(user, 'send-case')).status, user).toBeOneOf([403, 404]);
    await story.done(handler, 'send-case');
    expect(await story.read()).toMatchObject({ status: 'sent', clock: { replyBy: expect.stringContaining(preset.replyBy) } });
    await at.rest();

    await at.advance('P2D');
    await story.opened();
    await at.advance('P10D');
    const cookie = await story.opened();
    const parts = Object.fromEntries(Object.entries(fullAnswer.parts).map(([part, text]) => [part, preset.parts.some((one) => one === part) ? text : '']));
    const [first = 'investigation'] = preset.parts;
    expect((await at.withCookie(cookie, 'submit-reply', { body: { ...fullAnswer, parts: { ...parts, [first]: '' } } })).status).toBe(422);
    expect(await at.withCookie(cookie, 'submit-reply', { body: { ...fullAnswer, parts } })).toMatchObject({ status: 201 });
    await at.rest();
    for (const user of preset.hears) {
      expect((await at.mailsTo(`${user}@ekdala.example`, /svar/i)).some(({ text }) => text.includes(story.number)), `${user} hears of the reply`).toBe(true);
      expect((await story.read(user)).replies).toHaveLength(1);
    }

    await story.done(handler, 'share-reply', { unitIds: ['hemsjukvard-norr'], userIds: [], message: 'Nu är det ändrat.' });
    expect((await story.command(preset.mayNotSend[0] ?? '', 'close-case', { note: '' })).status).toBeOneOf([403, 404]);
    await story.done(handler, 'close-case', { note: '' });
    expect(await story.read(preset.reporter)).toMatchObject({ status: 'closed', replies: [{}] });
    const closing = (await story.read()).timeline.find((event: { type: string }) => event.type === 'closed');
    expect(closing).toMatchObject({ principal: preset.as });
    if (!preset.effectReview) return (await story.read()).status;
    await at.advance('P91D');
    expect((await at.mailsTo(`${handler}@ekdala.example`)).some(({ subject, text }) => /följa upp/i.test(subject) && text.includes(story.number))).toBe(true);
    await story.done(handler, 'record-effect-review', { wantedResult: true, note: 'Inga fler händelser.' });
    expect((await story.read()).effectReviews).toMatchObject([{ number: 1, wantedResult: true }]);
    return (await story.read()).status;
  };

  const answerToClinic = async (at: Installation): Promise<string> => {
    const story = new IncomingStory(at);
    story.reader = handler;
    const report = { ...times, partyOrganisationId: preset.parties.clinic, ...(preset.breach && { breach: preset.breach.clinic }) };
    const asStaff = await story.register(report, { user: 'siri', principal: incoming.as });
    expect(asStaff.status, 'siri registers nothing').toBeGreaterThanOrEqual(400);
    await story.registered(report, { user: incoming.registers, principal: incoming.as });
    story.reader = handler;
    const receivedAt = Date.parse(await at.now());
    const registered = await story.read();
    expect(registered).toMatchObject({ status: 'registered', owningUnit: { id: incoming.owner } });
    const days = (Date.parse(incoming.replyBy) - Date.parse('2026-11-23')) / 86_400_000;
    expect(Math.round((Date.parse(registered.clock.replyBy) - receivedAt) / 86_400_000)).toBeOneOf([days, days + 1]);
    await story.led('rut', handler);
    await story.done('rut', 'save-investigation', { ...investigation, wentWell: 'Vi märkte det i tid.' });
    await story.done('rut', 'report-investigation-done', { message: '' });
    await story.done(handler, 'edit-outgoing-text', { text: replyText });
    await story.done(handler, 'confirm-outgoing-text', { form: 'identified' });
    await consented(story, preset.parties.clinic, () => story.command(handler, 'send-incoming-reply', { dispatch: 'link' }));
    expect((await story.command('rut', 'send-incoming-reply', { dispatch: 'link' })).status, 'the lead does not close').toBe(403);
    await story.done(handler, 'send-incoming-reply', { dispatch: 'link' });
    expect(await story.read()).toMatchObject({ status: 'closed', owningUnit: { id: incoming.ownerAfterReply } });
    await at.rest();
    expect((await at.mailsTo('bjorken@bjorken.example')).some(({ text }) => text.includes(story.number))).toBe(true);
    return (await story.read()).status;
  };
  return { outgoing, answerToClinic };
}

const baseReport = { unitId: 'hemsjukvard-norr', externalUnitId: null, legalBasis: incomingReport.legalBasis, category: 'informationTransfer', whatHappened: 'Listan saknades.', immediateAction: 'Vi ringde.', harm: 'risk' };
