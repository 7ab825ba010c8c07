import type { DatabaseSync } from 'node:sqlite';
import type { TimeSource } from '../clock-steps.ts';
import type { DeadLetters } from '../events/dead-letters.ts';
import type { FunctionResult } from '../states/step-functions.ts';
import type { ResolvedTemplate } from '../template/resolved-template.ts';
import type { EngineClient } from './engine-client.ts';
import { readEventSourceMappings } from './event-source-mapping.ts';
import { StreamPump, type StreamPumpDependencies } from './stream-pump.ts';
import { StreamReader } from './stream-reader.ts';

export interface StreamPumpsDependencies {
  readonly db: DatabaseSync;
  readonly template: ResolvedTemplate;
  readonly engine: EngineClient;
  readonly invokeFunction: (functionName: string, payload: unknown) => Promise<FunctionResult>;
  readonly deadLetters: DeadLetters;
  readonly clock: { now(): number; simulated(real: number): number };
  readonly onBroken: (reason: string) => void;
  readonly disturb?: StreamPumpDependencies['disturb'];
}

/** All event source mappings of the template. */
export class StreamPumps implements TimeSource {
  readonly what = 'stream retry';
  readonly #pumps: readonly StreamPump[];

  constructor({ db, template, engine, onBroken, ...rest }: StreamPumpsDependencies) {
    this.#pumps = readEventSourceMappings(template).map(
      (mapping) =>
        new StreamPump({
          ...rest,
          mapping,
          region: template.region,
          reader: new StreamReader(db, engine, mapping.table, mapping.key),
          onBroken: (error) => onBroken(`The stream of ${mapping.table} cannot be read: ${error instanceof Error ? error.message : String(error)}`),
        }),
    );
  }

  start(): void {
    for (const pump of this.#pumps) pump.start();
  }

  wake(): void {
    for (const pump of this.#pumps) pump.wake();
  }

  nextDue(): number | undefined {
    const instants = this.#pumps.flatMap((pump) => pump.nextDue() ?? []);
    return instants.length === 0 ? undefined : Math.min(...instants);
  }

  runDue(): void {
    for (const pump of this.#pumps) pump.runDue();
  }

  async idle(): Promise<void> {
    await Promise.all(this.#pumps.map((pump) => pump.idle()));
  }

  async close(): Promise<void> {
    await Promise.all(this.#pumps.map((pump) => pump.close()));
  }
}
