import type { JsonObject } from '../json.ts';
import type { Execution } from '../store/execution.ts';
import { type Frame, type Phase, saveFrame } from '../store/frame.ts';
import type { Queries } from '../store/row.ts';

/** AWS's limit of events per execution; the last one is kept for the event that ends it. */
export const MOST_EVENTS = 25_000;

export class HistoryFull extends Error {}

/** One transaction's view of one execution: writes history and frames. The caller saves the execution itself. */
export class Transition {
  readonly queries: Queries;
  readonly execution: Execution;
  readonly now: number;
  readonly region: string;
  private readonly takeNumber: () => number;

  constructor(queries: Queries, execution: Execution, at: { readonly now: number; readonly region: string; readonly takeNumber: () => number }) {
    this.queries = queries;
    this.execution = execution;
    this.now = at.now;
    this.region = at.region;
    this.takeNumber = at.takeNumber;
  }

  /** @throws HistoryFull when only the room for the ending event is left. */
  append(type: string, previous: number, details: JsonObject = {}): number {
    const id = this.execution.nextEvent;
    if (id >= MOST_EVENTS && !/^Execution(Succeeded|Failed|Aborted|TimedOut|Redriven)$/.test(type)) {
      throw new HistoryFull(`The execution reached the maximum number of history events (${String(MOST_EVENTS)}).`);
    }
    this.execution.nextEvent += 1;
    this.queries.run(
      'INSERT INTO sfn_event (execution, id, at, type, previous, details) VALUES (?, ?, ?, ?, ?, ?)',
      this.execution.id, id, this.now, type, previous, JSON.stringify(details),
    );
    return id;
  }

  /** An event in the frame's own chain. */
  record(frame: Frame, type: string, details: JsonObject = {}): void {
    frame.lastEvent = this.append(type, frame.lastEvent, details);
  }

  /** Puts the frame into a phase, at the end of that phase's lane, and saves it. */
  move(frame: Frame, phase: Phase): void {
    frame.phase = phase;
    frame.queued = this.takeNumber();
    saveFrame(this.queries, frame);
  }

  nextNumber(): number {
    return this.takeNumber();
  }
}

/** What a planned step does inside its transaction. Planning evaluates (and may wait); committing never does. */
export type Commit = (transition: Transition, frame: Frame) => void;
