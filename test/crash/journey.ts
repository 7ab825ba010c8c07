import { randomUUID } from 'node:crypto';
import type { OperationId } from '../../functions/contracts/operations.ts';
import type { Answer, CallOptions, Installation } from '../e2e/installation.ts';

export const wardMailbox = 'norrvik-34@norrvik.example';
const wardUnit = 'norrvik-34';
/** A person gives up some time; a journey that needs this many tries has met a fault of ours. */
const mostTries = 200;

/** What clients hold against the installation afterwards. */
export interface Acknowledged {
  readonly caseId: string;
  readonly number: string;
  readonly whatHappened: string;
  /** The last step that was acknowledged. */
  step: 'submitted' | 'sent' | 'answered';
}

/** How a journey meets an installation that comes and goes. */
export interface Gate {
  readonly at: Installation;
  /** Resolves when the installation is (again) there to be asked. */
  readonly up: () => Promise<void>;
  /** Told of every request that leaves. */
  readonly asked: () => void;
}

/**
 * One report's way from the reporter to the unit's answer. Each step is repeated, with the same idempotency key and the
 * same words, until the installation has said what became of it: a client that loses its connection does just that.
 */
export class Journey {
  readonly #gate: Gate;
  readonly #name: string;
  #version = 0;
  #caseId = '';
  #number = '';

  constructor(gate: Gate, name: string) {
    this.#gate = gate;
    this.#name = name;
  }

  async submitted(): Promise<Acknowledged> {
    const whatHappened = `Patienten kom hem utan läkemedelslista (${this.#name}).`;
    const report = {
      happenedAt: '2026-11-22T15:00:00Z', discoveredAt: '2026-11-22T18:30:00Z', unitId: 'hemsjukvard-norr', counterpartId: 'sjoland', externalUnitId: wardUnit,
      legalBasis: 'hsl', category: 'medication', whatHappened, immediateAction: 'Jourläkaren ringdes.', harm: 'noHarm', medication: 'Blodförtunnande läkemedel.',
    };
    const { body } = await this.#insist('submit-deviation', { body: { report } }, 'siri', 201);
    this.#caseId = body.caseId;
    this.#number = body.number;
    this.#version = body.version;
    return { caseId: body.caseId, number: body.number, whatHappened, step: 'submitted' };
  }

  async sent(): Promise<void> {
    await this.#command('edit-outgoing-text', { text: `Vi ber er utreda (${this.#name}).`, notPersonalNumbers: [] });
    await this.#command('confirm-outgoing-text', {});
    await this.#command('send-case', {});
  }

  async answered(): Promise<void> {
    const cookie = await this.#session();
    const parts = { deviationReceived: 'Mottagen.', investigation: 'Grundorsak: checklistan användes inte.', acuteActions: 'Listan skickades.', systematicActions: 'Checklistan är obligatorisk.' };
    await this.#insist('submit-reply', { body: { parts, respondentTitle: 'Avdelningschef' } }, { cookie }, 201);
  }

  async #command(operation: OperationId, body: Record<string, unknown>): Promise<void> {
    const answer = await this.#insist(operation, { path: { caseId: this.#caseId }, body: { version: this.#version, ...body } }, 'maj', 200);
    this.#version = answer.body.version;
  }

  /** Link and code come by mail: a session may take several of both. */
  async #session(): Promise<string> {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const secret = await this.#mailed(/#([A-Za-z0-9_-]{43})/, (text) => text.includes(this.#number));
      const before = new Set((await this.#mails()).map(({ id }) => id));
      const asked = await this.#ask('request-code', { body: { secret } }, null);
      if (asked?.status === 429) await this.#step('PT61S');
      if (asked?.status !== 200) continue;
      const code = await this.#newCode(before);
      if (code === undefined) continue;
      const verified = await this.#ask('verify-code', { body: { secret, code } }, null);
      if (verified?.status === 200) return verified.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
      // The code may be spent though nobody told us; the next one has to wait.
      await this.#step('PT61S');
    }
    throw new Error(`${this.#name}: no session after ${mostTries} tries`);
  }

  async #mails() {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      await this.#gate.up();
      const mails = await this.#gate.at.mailsTo(wardMailbox).catch(() => undefined);
      if (mails !== undefined && Array.isArray(mails)) return mails;
    }
    throw new Error(`${this.#name}: the mailbox cannot be read`);
  }

  async #mailed(pattern: RegExp, wanted: (text: string) => boolean): Promise<string> {
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const found = (await this.#mails()).filter(({ text }) => wanted(text)).map(({ text }) => pattern.exec(text)?.[1]).find((match) => match !== undefined);
      if (found !== undefined) return found;
      // After a crash a mail may wait for the sweep and a lease.
      await this.#step(attempt < 3 ? 'PT0S' : 'PT5M');
    }
    throw new Error(`${this.#name}: the mail did not come`);
  }

  async #newCode(before: ReadonlySet<string>): Promise<string | undefined> {
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await this.#step('PT0S');
      const codes = (await this.#mails()).filter(({ id, text }) => !before.has(id) && text.includes(this.#number)).map(({ text }) => /(?<![\w-])(\d{6})(?![\w-])/.exec(text)?.[1]);
      const code = codes.find((found) => found !== undefined);
      if (code !== undefined) return code;
    }
    await this.#step('PT5M');
    return undefined;
  }

  /** Lets everything come to rest, and time pass. */
  async #step(advance: string): Promise<void> {
    await this.#gate.up();
    this.#gate.asked();
    await this.#gate.at.local('clock', { advance }).catch(() => undefined);
  }

  /** @throws Error when the installation answers with a refusal */
  async #insist(operation: OperationId, options: CallOptions, as: string | { readonly cookie: string }, expected: number): Promise<Answer> {
    const key = randomUUID();
    for (let attempt = 0; attempt < mostTries; attempt += 1) {
      const answer = await this.#ask(operation, { ...options, key }, as);
      if (answer === undefined || answer.status >= 500 || answer.status === 429) continue;
      if (answer.status === 409 && answer.body.code === 'conflict') continue;
      if (answer.status !== expected) throw new Error(`${this.#name}: ${operation} was answered with ${answer.status} ${JSON.stringify(answer.body)} at try ${attempt + 1}`);
      return answer;
    }
    throw new Error(`${this.#name}: ${operation} got no answer`);
  }

  /** Undefined: nobody knows what became of it. */
  async #ask(operation: OperationId, options: CallOptions, as: string | { readonly cookie: string } | null): Promise<Answer | undefined> {
    await this.#gate.up();
    this.#gate.asked();
    try {
      return await (typeof as === 'object' && as !== null ? this.#gate.at.withCookie(as.cookie, operation, options) : this.#gate.at.as(as, operation, options));
    } catch {
      return undefined;
    }
  }
}
