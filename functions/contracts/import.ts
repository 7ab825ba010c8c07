import * as z from 'zod/mini';
import { fileLimits, fileRegisters } from '../domain/register-file/columns.ts';
import { fileFaultCodes } from '../domain/register-file/read-file.ts';
import { freeText, identifier, instant } from './primitives.ts';

export type { FileFaultCode } from '../domain/register-file/read-file.ts';

/** A register as a file: its text, which begins with a byte order mark. */
export const registerFile = z.object({ fileName: z.string(), text: z.string(), rows: z.number() });
export const exportRegisterQuery = z.strictObject({ register: z.enum(fileRegisters) });

/** `content`: the file's bytes in base64, so that the encoding is judged where the rest is. */
export const previewImport = z.strictObject({
  register: z.enum(fileRegisters), fileName: freeText(200),
  content: z.base64().check(z.minLength(1), z.maxLength(Math.ceil(fileLimits.bytes / 3) * 4)),
});
/** The largest body that holds such a file; Lambda itself stops at 6 MB. */
export const maximumImportBytes = Math.ceil(fileLimits.bytes / 3) * 4 + 2048;

/**
 * `refused`: the file has faults. `unchanged`: it says what the register says. `ready`: may be put in force. `outdated`: the
 * register was changed after the preview. `failed`: stopped by a fault of ours. In none of these but `done` anything has changed.
 */
export const importStatuses = ['refused', 'unchanged', 'ready', 'running', 'done', 'outdated', 'failed'] as const;
export type ImportStatus = (typeof importStatuses)[number];
const count = z.int().check(z.gte(0));
export const importSummary = z.object({
  id: identifier, register: z.enum(fileRegisters), fileName: z.string(), status: z.enum(importStatuses), at: instant, byName: z.string(), endedAt: z.nullable(instant),
  counts: z.object({ added: count, changed: count, ended: count, untouched: count, faults: count }),
  /** Rows written beside what is in force, of all there are to write. */
  progress: z.object({ written: count, total: count }),
});
export type ImportSummary = z.infer<typeof importSummary>;
export const importView = z.object({
  ...importSummary.shape,
  now: instant,
  /** The first of them; `counts` says how many there are. */
  faults: z.array(z.object({ line: count, column: z.nullable(z.string()), code: z.enum(fileFaultCodes) })),
  changes: z.array(z.object({
    kind: z.enum(['added', 'changed', 'ended']), key: z.string(), line: count, cells: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
  })),
  /** Name of the execution that writes it; null before there is one. */
  executionId: z.nullable(identifier),
});
export type ImportView = z.infer<typeof importView>;
/** Newest first. */
export const importList = z.object({ now: instant, imports: z.array(importSummary) });

/** What the machine `register-import` gives its tasks; the import's id travels as every execution's does. */
export const importTask = z.object({ caseId: identifier, now: instant });
