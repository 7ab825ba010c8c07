import { expect } from 'vitest';
import type { OperationId } from '../../functions/contracts/operations.ts';
import type { Answer, CallOptions, Installation } from './installation.ts';

/** Scenario 1 (domain.md section 6) in steps that a test can stop at, over the API. */
export const missingMedicationList = {
  happenedAt: '2026-11-22T15:00:00Z',
  discoveredAt: '2026-11-22T18:30:00Z',
  unitId: 'hemsjukvard-norr',
  counterpartId: 'sjoland',
  externalUnitId: null,
  legalBasis: 'hsl',
  category: 'medication',
  whatHappened: 'Patienten kom hem från avdelningen utan läkemedelslista och utan läkemedel för kvällen.',
  immediateAction: 'Jourläkaren ringdes, en tillfällig ordination gavs.',
  harm: 'noHarm',
  medication: 'Blodförtunnande läkemedel saknades i två dygn.',
} as const;

export const outgoingText = 'Patienten skrevs ut utan läkemedelslista. Vi ber er utreda hur det kunde ske.';
export const fullAnswer = {
  parts: {
    deviationReceived: 'Vi har tagit emot er avvikelse.',
    investigation: 'Utskrivningen skedde under jourtid.',
    rootCause: 'Checklistan användes inte.',
    acuteActions: 'Läkemedelslistan skickades samma dag.',
    systematicActions: 'Checklistan är nu obligatorisk vid utskrivning.',
  },
  respondentTitle: 'Avdelningschef',
};
export const wardMailbox = 'norrvik-34@norrvik.example';

export class Story {
  readonly installation: Installation;
  caseId = '';
  /** Who handles the case, and reads its version before each command. */
  handler = 'maj';
  number = '';

  constructor(installation: Installation) {
    this.installation = installation;
  }

  async submitted(report: Record<string, unknown> = {}, user = 'siri'): Promise<this> {
    const answer = await this.installation.as(user, 'submit-deviation', { body: { report: { ...missingMedicationList, ...report } } });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
    this.caseId = answer.body.caseId;
    this.number = answer.body.number;
    return this;
  }

  async read(user = this.handler): Promise<any> {
    const answer = await this.installation.as(user, 'read-case', { path: { caseId: this.caseId } });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
    return answer.body;
  }

  /** A command on the version the case has now. */
  async command(user: string, operation: OperationId, body: Record<string, unknown> = {}, options: CallOptions = {}): Promise<Answer> {
    const { version } = await this.read();
    return this.installation.as(user, operation, { path: { caseId: this.caseId }, body: { version, ...body }, ...options });
  }

  async done(user: string, operation: OperationId, body: Record<string, unknown> = {}): Promise<this> {
    const answer = await this.command(user, operation, body);
    expect(answer, `${operation}: ${JSON.stringify(answer.body)}`).toMatchObject({ status: 200 });
    return this;
  }

  async sent(): Promise<this> {
    await this.submitted();
    await this.done('maj', 'set-external-unit', { externalUnitId: 'norrvik-34' });
    await this.done('maj', 'edit-outgoing-text', { text: outgoingText, notPersonalNumbers: [] });
    await this.done('maj', 'confirm-outgoing-text');
    await this.done('maj', 'send-case');
    await this.installation.rest();
    return this;
  }

  /** The newest link mailed to an address about this case. */
  async secret(to = wardMailbox): Promise<string> {
    const links = (await this.installation.mailsTo(to)).filter((mail) => mail.text.includes(this.number)).map((mail) => /#([A-Za-z0-9_-]{43})/.exec(mail.text)?.[1]);
    const newest = links.find((link) => link !== undefined);
    if (newest === undefined) throw new Error(`no link was mailed to ${to}`);
    return newest;
  }

  async code(secret: string, to = wardMailbox): Promise<string> {
    const asked = await this.installation.as(null, 'request-code', { body: { secret } });
    expect(asked, JSON.stringify(asked.body)).toMatchObject({ status: 200 });
    await this.installation.rest();
    const code = (await this.installation.mailsTo(to)).map((mail) => /\b(\d{6})\b/.exec(mail.text)?.[1]).find((found) => found !== undefined);
    if (code === undefined) throw new Error(`no code was mailed to ${to}`);
    return code;
  }

  /** Follows the newest link to its session; the answer is the cookie. */
  async opened(to = wardMailbox): Promise<string> {
    const secret = await this.secret(to);
    const code = await this.code(secret, to);
    const session = await this.installation.as(null, 'verify-code', { body: { secret, code } });
    expect(session, JSON.stringify(session.body)).toMatchObject({ status: 200 });
    await this.installation.rest();
    return session.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
  }

  async answered(cookie: string): Promise<this> {
    const answer = await this.installation.withCookie(cookie, 'submit-reply', { body: fullAnswer });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
    await this.installation.rest();
    return this;
  }

  /** Event types of the timeline, oldest first, mails left out. */
  async timeline(): Promise<string[]> {
    const { timeline } = await this.read();
    return timeline.toSorted((a: { at: string }, b: { at: string }) => a.at.localeCompare(b.at)).map((event: { type: string }) => event.type).filter((type: string) => type !== 'mailSent');
  }
}
