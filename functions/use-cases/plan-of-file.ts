import * as z from 'zod/mini';
import { agreement, area, group, onCallSupplier, onCallTime, organisation, roleAssignment, unit, user } from '../contracts/register.ts';
import { localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import type { Register } from '../domain/register.ts';
import type { FileRegister } from '../domain/register-file/columns.ts';
import { planImport, type ImportPlan, type Judge } from '../domain/register-file/plan-import.ts';
import { readFile, type FileFaultCode } from '../domain/register-file/read-file.ts';
import { entriesOf } from '../domain/register-file/register-rows.ts';
import { linesOf } from '../domain/register-file/rows.ts';
import { textOfFile } from '../domain/register-file/text-of-file.ts';

/** What a file's bytes would do to a register as it stands. */
export function planOfFile(register: FileRegister, content: Uint8Array, current: Register, now: Instant): ImportPlan {
  const text = textOfFile(content);
  const read = text === null ? { rows: [], absent: new Set<string>(), faults: [{ line: 0, column: null, code: 'not-text' as const }] } : readFile(register, text);
  return planImport(register, read, current, judge, localDate(now));
}

/** The rows of a register in one text: the same text, the same register. */
export const rowsAsText = (current: Register, register: FileRegister): string =>
  entriesOf(current, register).map((entry) => JSON.stringify(linesOf(entry).map((cells) => Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1))))).sort().join('\n');

const entries = {
  organisations: z.object({ register: z.literal('organisations'), value: organisation }), units: z.object({ register: z.literal('units'), value: unit }),
  users: z.object({ register: z.literal('users'), value: user }), roles: z.object({ register: z.literal('roles'), value: roleAssignment }),
  areas: z.object({ register: z.literal('areas'), value: area }), agreements: z.object({ register: z.literal('agreements'), value: agreement }),
  suppliers: z.object({ register: z.literal('suppliers'), value: onCallSupplier }), onCallTimes: z.object({ register: z.literal('onCallTimes'), value: onCallTime }),
  groups: z.object({ register: z.literal('groups'), value: group }),
} as const;

/** The same schema that every other way into the register goes through. */
const judge: Judge = (register, row) => {
  const judged = entries[register].safeParse({ register, value: row });
  if (judged.success) return { entry: judged.data };
  return { faults: judged.error.issues.map(({ path, code, ...issue }) => ({ path: path.slice(1), code: codeOf(code, 'input' in issue && issue.input === undefined) })) };
};
const codeOf = (code: string, absent: boolean): FileFaultCode => (code === 'too_big' ? 'value-too-long' : code === 'invalid_type' && absent ? 'value-missing' : 'value-wrong');
