import { writeCell } from '../domain/register-file/cells.ts';
import { fileColumns, type FileRegister } from '../domain/register-file/columns.ts';
import { writeCsv } from '../domain/register-file/csv.ts';
import { entriesOf } from '../domain/register-file/register-rows.ts';
import { keyOf, linesOf } from '../domain/register-file/rows.ts';
import { localDate } from '../domain/calendar.ts';
import { demandAdministrator } from './demand-administrator.ts';
import type { StaffPorts, StaffQuery } from './ports.ts';

/** A register as a file that the import takes back unchanged; rows stand by their keys. @throws UnknownUser, NotAllowed */
export async function exportRegister(ports: Pick<StaffPorts, 'registers'>, { caller, query }: StaffQuery<{ register: FileRegister }>): Promise<{ fileName: string; text: string; rows: number }> {
  const { register: current } = await demandAdministrator(ports, caller);
  const columns = fileColumns[query.register];
  const entries = [...entriesOf(current, query.register)].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const lines = entries.flatMap(linesOf).map((cells) => columns.map(({ key }) => writeCell(cells[key])));
  return { fileName: `${query.register}-${localDate(caller.now)}.csv`, text: writeCsv([columns.map(({ key }) => key), ...lines]), rows: entries.length };
}
