import vaxjo from '../../workflows/routines/vaxjo.json' with { type: 'json' };
import { parseRoutine } from '../contracts/routine.ts';
import type { RoutinePresets } from '../use-cases/ports-bootstrap.ts';

/** The presets that ship with the product, by file name; bundled, because functions read no files. */
const documents: ReadonlyMap<string, unknown> = new Map([['vaxjo', vaxjo]]);

export const routinePresets: RoutinePresets = {
  find(name) {
    const document = documents.get(name);
    return document === undefined ? undefined : parseRoutine(document);
  },
};
