import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { TimeSource } from '../clock-steps.ts';
import type { FunctionResult } from '../states/step-functions.ts';
import { asNumber, asRecord, asText } from '../template/json.ts';
import type { ResolvedTemplate } from '../template/resolved-template.ts';
import type { DeadLetters } from './dead-letters.ts';

/** As Lambda's own queue: again after a minute, then after two. */
const pausesMilliseconds = [60_000, 120_000];
const defaultRetries = 2;

export interface AsyncInvocationsDependencies {
  readonly db: DatabaseSync;
  readonly template: ResolvedTemplate;
  readonly now: () => number;
  readonly invokeFunction: (functionName: string, payload: unknown) => Promise<FunctionResult>;
  readonly deadLetters: DeadLetters;
}

interface Row {
  readonly id: string;
  readonly functionName: string;
  readonly payload: string;
  readonly attempts: number;
}

/** Events for functions that nobody waits for: from rules, schedules, topics, `Event` invokes. Durable, at least once. */
export class AsyncInvocations implements TimeSource {
  readonly what = 'event retry';
  readonly #dependencies: AsyncInvocationsDependencies;
  readonly #running = new Map<string, Promise<void>>();
  #closed = false;

  constructor(dependencies: AsyncInvocationsDependencies) {
    this.#dependencies = dependencies;
    dependencies.db.exec(`
      CREATE TABLE IF NOT EXISTS events_invocation (id TEXT PRIMARY KEY, function_name TEXT NOT NULL, payload TEXT NOT NULL, attempts INTEGER NOT NULL, due_ms INTEGER NOT NULL) STRICT;
      CREATE INDEX IF NOT EXISTS events_invocation_due ON events_invocation (due_ms)`);
  }

  /** Takes the event durably and delivers it soon. */
  put(functionName: string, payload: unknown): void {
    const id = randomUUID();
    this.#dependencies.db.prepare('INSERT INTO events_invocation VALUES (?, ?, ?, 0, ?)').run(id, functionName, JSON.stringify(payload) ?? 'null', Math.floor(this.#dependencies.now()));
    queueMicrotask(() => this.runDue());
  }

  nextDue(): number | undefined {
    const rows = this.#dependencies.db.prepare('SELECT id, due_ms FROM events_invocation ORDER BY due_ms LIMIT ?').all(this.#running.size + 1);
    const waiting = rows.find((row) => !this.#running.has(String(row['id'])));
    return asNumber(waiting?.['due_ms']);
  }

  runDue(): void {
    if (this.#closed) return;
    const rows = this.#dependencies.db.prepare('SELECT id, function_name, payload, attempts FROM events_invocation WHERE due_ms <= ? ORDER BY due_ms').all(Math.floor(this.#dependencies.now()));
    for (const found of rows) {
      const row = { id: String(found['id']), functionName: String(found['function_name']), payload: String(found['payload']), attempts: Number(found['attempts']) };
      if (this.#running.has(row.id)) continue;
      const run = this.#run(row).finally(() => this.#running.delete(row.id));
      this.#running.set(row.id, run);
    }
  }

  /** Resolves when no event is being delivered; those that wait for a retry rest. */
  async idle(): Promise<void> {
    this.runDue();
    while (this.#running.size > 0) await Promise.allSettled(this.#running.values());
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#running.values());
  }

  async #run(row: Row): Promise<void> {
    const { db, invokeFunction, now, deadLetters } = this.#dependencies;
    const result = await invokeFunction(row.functionName, JSON.parse(row.payload)).catch((error: unknown): FunctionResult => ({ ok: false, errorType: error instanceof Error ? error.name : 'Error', errorMessage: error instanceof Error ? error.message : String(error) }));
    // What was cut off by our own stop is delivered after the next start.
    if (this.#closed) return;
    const { retries, onFailure } = this.#configuration(row.functionName);
    if (!result.ok && row.attempts < retries) {
      db.prepare('UPDATE events_invocation SET attempts = attempts + 1, due_ms = ? WHERE id = ?').run(Math.floor(now()) + (pausesMilliseconds[row.attempts] ?? 120_000), row.id);
      return;
    }
    if (!result.ok && onFailure !== undefined) {
      deadLetters.put(onFailure, now(), {
        version: '1.0',
        timestamp: new Date(now()).toISOString(),
        requestContext: { requestId: row.id, functionArn: row.functionName, condition: 'RetriesExhausted', approximateInvokeCount: row.attempts + 1 },
        requestPayload: JSON.parse(row.payload),
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        responsePayload: { errorType: result.errorType, errorMessage: result.errorMessage },
      });
    }
    db.prepare('DELETE FROM events_invocation WHERE id = ?').run(row.id);
  }

  #configuration(functionName: string): { retries: number; onFailure: string | undefined } {
    const { template } = this.#dependencies;
    const resource = template.ofType('AWS::Lambda::Function').find(({ arn, physicalId }) => arn === functionName || physicalId === functionName);
    const config = template.ofType('AWS::Lambda::EventInvokeConfig').find(({ properties }) => {
      const name = asText(properties['FunctionName']);
      return name !== undefined && (name === resource?.physicalId || name === resource?.arn);
    });
    const destination = asText(asRecord(asRecord(config?.properties['DestinationConfig'])['OnFailure'])['Destination']);
    const deadLetterQueue = asText(asRecord(resource?.properties['DeadLetterConfig'])['TargetArn']);
    return { retries: asNumber(config?.properties['MaximumRetryAttempts']) ?? defaultRetries, onFailure: destination ?? deadLetterQueue };
  }
}
