import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
}
/** A table on a wide page; on a narrow one each row is a small card whose cells name themselves. */
export function Records<Row>({ caption, columns, rows, keyOf, mark }: {
  readonly caption: string; readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string; readonly mark?: (row: Row) => boolean;
}) {
  return (
    <table class="records">
      <caption class="ds-sr-only">{caption}</caption>
      <thead><tr>{columns.map(({ title }) => <th key={title} scope="col">{title}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} class={mark?.(row) ? 'marked' : undefined}>
            {columns.map(({ title, cell }, index) => {
              const content = <><span class="cell-title" aria-hidden="true">{title}</span><span class="cell">{cell(row)}</span></>;
              return index === 0 ? <th key={title} scope="row">{content}</th> : <td key={title}>{content}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
