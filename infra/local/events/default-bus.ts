import { randomUUID } from 'node:crypto';
import { asList, asRecord, asText } from '../template/json.ts';
import type { ResolvedTemplate } from '../template/resolved-template.ts';
import type { AsyncInvocations } from './async-invocations.ts';
import { matchesPattern } from './event-pattern.ts';
import { targetInput } from './target-input.ts';

export interface BusEvent {
  readonly source: string;
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

/** EventBridge's default bus: the template's rules that match an event queue it for their functions. */
export class DefaultBus {
  readonly #template: ResolvedTemplate;
  readonly #invocations: AsyncInvocations;
  readonly #now: () => number;

  constructor(template: ResolvedTemplate, invocations: AsyncInvocations, now: () => number) {
    this.#template = template;
    this.#invocations = invocations;
    this.#now = now;
    for (const rule of this.#rules()) {
      for (const target of asList(rule.properties['Targets']).map(asRecord)) {
        const arn = asText(target['Arn']) ?? '';
        if (!arn.includes(':lambda:')) throw new Error(`The rule ${rule.logicalId} has a target that the local runtime does not serve: ${arn}`);
      }
    }
  }

  /** Durable when it returns. */
  publish(event: BusEvent): void {
    const envelope = {
      version: '0',
      id: randomUUID(),
      'detail-type': event.detailType,
      source: event.source,
      account: this.#template.accountId,
      time: `${new Date(this.#now()).toISOString().slice(0, 19)}Z`,
      region: this.#template.region,
      resources: event.resources,
      detail: event.detail,
    };
    for (const rule of this.#rules()) {
      if (!matchesPattern(asRecord(rule.properties['EventPattern']), envelope)) continue;
      for (const target of asList(rule.properties['Targets']).map(asRecord)) this.#invocations.put(asText(target['Arn']) ?? '', targetInput(target, envelope));
    }
  }

  #rules(): ReturnType<ResolvedTemplate['ofType']> {
    return this.#template.ofType('AWS::Events::Rule').filter(({ properties }) => properties['EventPattern'] !== undefined && properties['State'] !== 'DISABLED');
  }
}
