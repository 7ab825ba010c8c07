import * as z from 'zod/mini';
import { reportSteps, reportWaits } from '../domain/periodic-report/words.ts';
import { awaitedEvents, clockSteps, machines } from '../domain/vocabulary.ts';
import { identifier, instant } from './primitives.ts';

/**
 * What the machines give their tasks: identifiers and instants, nothing else (design.md 1.3). `machine` absent: the case's
 * lifecycle; of a track it is named, and `generation` is the track's number.
 */
const ofCase = { caseId: identifier, generation: z.int(), now: instant, machine: z.optional(z.enum(machines)) };

export const readLifecycleTask = z.object({ ...ofCase, startedAt: instant });
export const registerWaitTask = z.object({
  ...ofCase, awaits: z.enum([...awaitedEvents, ...reportWaits]), clockRevision: z.int(), until: instant, token: z.string().check(z.minLength(1), z.maxLength(2048)), retryCount: z.int(),
});
export const clockStepTask = z.object({ ...ofCase, step: z.enum(clockSteps) });
/** Of a periodic report, whose id travels as a case's does. */
export const reportStepTask = z.object({ ...ofCase, step: z.enum(reportSteps) });
export const nextGenerationTask = z.object(ofCase);
