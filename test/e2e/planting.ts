import type { OperationId } from '../../functions/contracts/operations.ts';
import { withFreeTexts } from './free-text-fields.ts';
import { Installation, type Answer, type CallOptions } from './installation.ts';

/** What tells who it is about; found by the check wherever a text leaves. */
export const planted = { name: 'Astrid Planterad', number: '19121212-1212', diagnosis: 'diabetes', phone: '070-000 00 99' } as const;
const identifying = (where: string): string => `${planted.name} ${planted.number} har ${planted.diagnosis}, ring ${planted.phone} (${where})`;
/** In a text that may leave: still to be in nothing but the case. */
const leaving = (where: string): string => `planterad text ${where}`;
export const plantedWords: readonly string[] = [planted.name, planted.number, planted.number.replace('-', ''), planted.phone, 'planterad text'];

const said: ReadonlySet<string> = new Set(['identifying-in-text', 'personal-number-in-text']);
/** Either of two texts, or one that takes the case another way: planted where the test gives one, and not made up. */
const onlyWhereGiven: ReadonlySet<string> = new Set([
  'record-pharmacy-notification /reference', 'record-pharmacy-notification /reason', 'record-harm-decision /reference', 'record-harm-decision /reason', 'record-patient-information /reason',
  'submit-deviation /report/notOurs', 'submit-deviation /report/onCallWrong', 'complete-on-call /flagWrong',
]);
/** Kept as they are and stopped only when they are approved or sent. */
const leavesLater: ReadonlySet<OperationId> = new Set(['edit-outgoing-text', 'change-event-description']);
/** A name of a file needs its ending, a reference is the patient's own. */
const kept: ReadonlySet<string> = new Set(['/fileName', '/patientReference/reference']);

/** Plants in each free text of whatever is asked of it; what is stopped on its way out is asked again without. */
export class PlantingInstallation extends Installation {
  /** `operation pointer` of all that was taken with a planted text in it. */
  readonly taken = new Set<string>();
  /** Texts that were stopped before they left. */
  readonly stopped = new Set<string>();
  readonly refusals: string[] = [];

  override as(user: string | null, operation: OperationId, options: CallOptions = {}): Promise<Answer> {
    return this.#planted(operation, options, (given) => super.as(user, operation, given));
  }
  override withCookie(cookie: string, operation: OperationId, options: CallOptions = {}): Promise<Answer> {
    return this.#planted(operation, options, (given) => super.withCookie(cookie, operation, given));
  }

  async #planted(operation: OperationId, options: CallOptions, send: (options: CallOptions) => Promise<Answer>): Promise<Answer> {
    if (options.body === undefined) return send(options);
    const pointers = new Set<string>();
    const withTexts = (write: (where: string) => string) => ({ ...options, body: withFreeTexts(operation, options.body, (pointer) => {
      const where = `${operation} ${pointer}`;
      if (kept.has(pointer) || (onlyWhereGiven.has(where) && !isGiven(options.body, pointer))) return undefined;
      pointers.add(where);
      return write(where);
    }) });
    let answer = await send(withTexts(leavesLater.has(operation) ? leaving : identifying));
    if (said.has(answer.body?.code)) {
      this.#refused(answer);
      for (const where of pointers) this.stopped.add(where);
      answer = await send(withTexts(leaving));
    }
    if (answer.status < 300) for (const where of pointers) this.taken.add(where);
    else this.#refused(answer);
    return answer;
  }
  #refused(answer: Answer): void {
    this.refusals.push(JSON.stringify([answer.body, [...answer.headers]]));
  }
}

const isGiven = (body: unknown, pointer: string): boolean => {
  const value = pointer.split('/').slice(1).reduce<any>((at, name) => at?.[name], body);
  return typeof value === 'string' && value !== '';
};
/** A text with everything planted in it, sent as it is. */
export const identifyingText = identifying('as it is');
