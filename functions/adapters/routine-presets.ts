import goteborg from '../../workflows/routines/goteborg.json' with { type: 'json' };
import haninge from '../../workflows/routines/haninge.json' with { type: 'json' };
import reko from '../../workflows/routines/reko.json' with { type: 'json' };
import sodraAlvsborg from '../../workflows/routines/sodra-alvsborg.json' with { type: 'json' };
import vaxjo from '../../workflows/routines/vaxjo.json' with { type: 'json' };
import { parseRoutine } from '../contracts/routine.ts';
import type { Routine } from '../domain/routine.ts';
import type { RoutinePresets } from '../use-cases/ports-bootstrap.ts';

/** The presets that ship with the product, by file name; bundled, because functions read no files. */
const documents: ReadonlyMap<string, unknown> = new Map<string, unknown>([['vaxjo', vaxjo], ['reko', reko], ['haninge', haninge], ['goteborg', goteborg], ['sodra-alvsborg', sodraAlvsborg]]);

type Document = Readonly<Record<string, unknown>>;
const isDocument = (value: unknown): value is Document => typeof value === 'object' && value !== null && !Array.isArray(value);
/** `document` with what it lacks taken from `preset`, at each of these places. */
const filled = (document: Document, preset: Document): Document => ({ ...preset, ...document });
const partOf = (document: Document, name: string): Document => {
  const part = document[name];
  return isDocument(part) ? part : {};
};

/** Serious harm stood under `incoming` while only incoming cases had it. */
const harmOf = (document: Document, preset: Document): Document => {
  if (isDocument(document['harm'])) return document['harm'];
  const { seriousHarm } = partOf(document, 'incoming');
  return { ...partOf(preset, 'harm'), ...(seriousHarm !== undefined && { seriousHarm }) };
};

/**
 * A routine as it was published. What a version of before has no rules for (incoming deviations, consent, on call, harm)
 * the shipped preset of its name (else the first) gives, so that an installation goes on after an upgrade.
 * @throws z.core.$ZodError
 */
export const publishedRoutine = (id: string, document: unknown): Routine => {
  if (!isDocument(document)) return parseRoutine(document);
  const shipped: unknown = documents.get(id) ?? vaxjo;
  const preset = isDocument(shipped) ? shipped : {};
  const [outgoing, incoming] = [partOf(document, 'outgoing'), partOf(document, 'incoming')];
  const { seriousHarm: _moved, ...incomingRules } = incoming;
  return parseRoutine({
    ...filled(document, preset),
    // L9: what is erased is decided by the organisation, never by an upgrade.
    retention: document['retention'] ?? null,
    harm: harmOf(document, preset),
    outgoing: {
      ...filled(outgoing, partOf(preset, 'outgoing')),
      deadlines: filled(partOf(outgoing, 'deadlines'), partOf(partOf(preset, 'outgoing'), 'deadlines')),
    },
    incoming: 'incoming' in document ? incomingRules : preset['incoming'],
  });
};

export const routinePresets: RoutinePresets = {
  find(name) {
    const document = documents.get(name);
    return document === undefined ? undefined : parseRoutine(document);
  },
};
