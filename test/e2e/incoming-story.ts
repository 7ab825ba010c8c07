import { expect } from 'vitest';
import type { OperationId } from '../../functions/contracts/operations.ts';
import type { Answer, CallOptions, Installation } from './installation.ts';

/** What Björkens vårdcentral wrote (domain.md section 6, scenario 2). */
export const incomingReport = {
  happenedAt: '2026-11-22T15:00:00Z',
  discoveredAt: '2026-11-22T18:30:00Z',
  partyOrganisationId: 'sjoland',
  partyUnitId: 'bjorken',
  concernedUnitIds: ['hemsjukvard-norr'],
  legalBasis: 'hsl',
  category: 'informationTransfer',
  whatHappened: 'Vi fick inget meddelande om att insulinet hade ändrats.',
  harm: 'noHarm',
} as const;
export const investigation = {
  courseOfEvents: 'Ändringen skrevs i journalen men skickades inte.',
  causes: [{ area: 'communicationInformation', text: 'Meddelandet sparades som utkast.' }],
  rootCause: 'Ingen kvitterar att meddelandet har gått iväg.',
} as const;
export const replyText = 'Vi har utrett händelsen och infört kvittens vid varje ändring.';
export const clinicMailbox = 'bjorken@bjorken.example';

/** An incoming case in steps that a test can stop at, over the API. */
export class IncomingStory {
  readonly installation: Installation;
  caseId = '';
  number = '';
  /** Who reads the version before each command. */
  reader = 'maj';

  constructor(installation: Installation) {
    this.installation = installation;
  }

  register(report: Record<string, unknown> = {}, { user = 'hanna', principal = 'mas', more = {} }: { user?: string; principal?: string; more?: Record<string, unknown> } = {}): Promise<Answer> {
    return this.installation.now().then((receivedAt) => this.installation.as(user, 'register-deviation', {
      body: { principal, report: { ...incomingReport, ...report }, filer: { mailbox: null, language: 'sv' }, receivedAt, ...more },
    }));
  }

  async registered(report: Record<string, unknown> = {}, who: Parameters<IncomingStory['register']>[1] = {}): Promise<this> {
    const answer = await this.register(report, who);
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
    this.caseId = answer.body.caseId;
    this.number = answer.body.number;
    if (who?.principal === 'investigator') this.reader = 'ulla';
    return this;
  }

  async read(user = this.reader): Promise<any> {
    const answer = await this.installation.as(user, 'read-case', { path: { caseId: this.caseId } });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
    return answer.body;
  }

  async command(user: string, operation: OperationId, body: Record<string, unknown> = {}, options: CallOptions = {}): Promise<Answer> {
    const { version } = await this.read();
    return this.installation.as(user, operation, { path: { caseId: this.caseId }, body: { version, ...body }, ...options });
  }

  async done(user: string, operation: OperationId, body: Record<string, unknown> = {}): Promise<this> {
    const answer = await this.command(user, operation, body);
    expect(answer, `${operation}: ${JSON.stringify(answer.body)}`).toMatchObject({ status: 200 });
    return this;
  }

  async led(lead = 'enok', by = this.reader): Promise<this> {
    return this.done(by, 'assign-case', { leadInvestigatorId: lead, coInvestigatorIds: [] });
  }

  async investigated(lead = 'enok'): Promise<this> {
    await this.led(lead);
    await this.done(lead, 'save-investigation', investigation);
    return this.done(lead, 'report-investigation-done', { message: '' });
  }

  /** Investigated and the reply's text confirmed: nothing but the routine's blocks stand in the way. */
  async readyToSend(lead = 'enok'): Promise<this> {
    await this.investigated(lead);
    await this.done(this.reader, 'edit-outgoing-text', { text: replyText, notPersonalNumbers: [] });
    return this.done(this.reader, 'confirm-outgoing-text');
  }

  async answered(lead = 'enok'): Promise<this> {
    await this.readyToSend(lead);
    return this.done(this.reader, 'send-incoming-reply', { dispatch: 'link' });
  }

  async plan(user: string, action: Record<string, unknown> = {}): Promise<this> {
    return this.done(user, 'add-action', { kind: 'systematic', text: 'Kvittens vid varje ändring', responsibleUserId: 'siri', due: '2026-12-20', doneAt: null, ...action });
  }

  async event(type: string): Promise<any> {
    return (await this.read()).timeline.findLast((event: { type: string }) => event.type === type);
  }
}
