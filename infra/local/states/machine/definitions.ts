import { parseDefinition } from '../definition/parse.ts';
import type { StateMachine } from '../definition/model.ts';
import { definitionByHash } from '../store/machine.ts';
import type { Queries } from '../store/row.ts';

const MOST_KEPT = 64;

/** The definitions executions run on, parsed once; the few in use stay in memory. */
export class Definitions {
  private readonly queries: Queries;
  private readonly parsed = new Map<string, StateMachine>();

  constructor(queries: Queries) {
    this.queries = queries;
  }

  byHash(hash: string): StateMachine {
    const known = this.parsed.get(hash);
    if (known !== undefined) {
      return known;
    }
    const { machine } = parseDefinition(definitionByHash(this.queries, hash));
    if (this.parsed.size >= MOST_KEPT) {
      this.parsed.clear();
    }
    this.parsed.set(hash, machine);
    return machine;
  }
}
