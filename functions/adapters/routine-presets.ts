import vaxjo from '../../workflows/routines/vaxjo.json' with { type: 'json' };
import { parseRoutine } from '../contracts/routine.ts';
import type { Routine } from '../domain/routine.ts';
import type { RoutinePresets } from '../use-cases/ports-bootstrap.ts';

/** The presets that ship with the product, by file name; bundled, because functions read no files. */
const documents: ReadonlyMap<string, unknown> = new Map([['vaxjo', vaxjo]]);

/**
 * A routine as it was published. One from before there were incoming deviations has no rules for them: the shipped preset of
 * its name (else the first) gives its own, so that an installation goes on after an upgrade. @throws z.core.$ZodError
 */
export const publishedRoutine = (id: string, document: unknown): Routine => {
  if (typeof document !== 'object' || document === null || 'incoming' in document) return parseRoutine(document);
  const preset = parseRoutine(documents.get(id) ?? vaxjo);
  return parseRoutine({ ...document, incoming: preset.incoming });
};

export const routinePresets: RoutinePresets = {
  find(name) {
    const document = documents.get(name);
    return document === undefined ? undefined : parseRoutine(document);
  },
};
