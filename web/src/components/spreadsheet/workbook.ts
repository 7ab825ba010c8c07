/** A cell: a text, a number, or nothing. */
export type WorkbookCell = string | number | null;
export interface Workbook {
  /** Name of the sheet; what a spreadsheet does not take in one is left out. */
  readonly name: string;
  /** Above the table. */
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly WorkbookCell[])[];
}

const longestName = 31;
const shortestColumn = 10;
/** Text is written as text, also where it begins with `=`: no spreadsheet takes it for a formula. */
const cellOf = (value: WorkbookCell, fontWeight?: 'bold') => (value === null ? null : {
  ...(typeof value === 'number' ? { type: Number, value } : { type: String, value }), ...(fontWeight && { fontWeight }),
});

/** The file of a spreadsheet (xlsx). What writes it is loaded now, not with any page. */
export async function workbookFile({ name, title, head, rows }: Workbook): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const widths = head.map((each, index) => ({ width: index === 0 ? 40 : Math.max(shortestColumn, Math.min(24, each.length + 2)) }));
  return write(
    [[cellOf(title, 'bold')], [], head.map((each) => cellOf(each, 'bold')), ...rows.map((row) => row.map((value) => cellOf(value)))],
    { sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, longestName), columns: widths, stickyColumnsCount: 1 },
  ).toBlob();
}

export function save(fileName: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
