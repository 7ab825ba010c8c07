/** domain.md L11: no cell below this leaves the organisation. */
export const leastCell = 3;

/** A sum that anybody who sees the tables can reckon with: the total is all of its parts together. Ids of cells. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

const tolerance = 1e-9;
/** Hidden cells whose value follows from those that are shown: unit vectors in the row space of the sums. */
export const derivable = (hidden: ReadonlySet<string>, sums: readonly Sum[]): readonly string[] => {
  const columns = [...hidden];
  const place = new Map(columns.map((id, index) => [id, index]));
  const rows = sums.map(({ total, parts }) => {
    const row = columns.map(() => 0);
    for (const [id, sign] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      const index = place.get(id);
      if (index !== undefined) row[index] = (row[index] ?? 0) + sign;
    }
    return row;
  }).filter((row) => row.some((each) => each !== 0));
  let top = 0;
  for (let column = 0; column < columns.length && top < rows.length; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= top && Math.abs(row[column] ?? 0) > tolerance);
    const [chosen, first] = [rows[pivot], rows[top]];
    if (chosen === undefined || first === undefined) continue;
    rows[pivot] = first;
    const by = chosen[column] ?? 1;
    const scaled = chosen.map((each) => each / by);
    rows[top] = scaled;
    rows.forEach((row, index) => {
      const factor = row[column] ?? 0;
      if (index !== top && Math.abs(factor) > tolerance) rows[index] = row.map((each, at) => each - factor * (scaled[at] ?? 0));
    });
    top += 1;
  }
  return rows.flatMap((row) => {
    const held = row.flatMap((each, index) => (Math.abs(each) > tolerance ? [index] : []));
    const [only, ...others] = held;
    return only !== undefined && others.length === 0 ? [columns[only] ?? ''] : [];
  });
};

/**
 * The cells that must not be shown. Primary: what is below the least. Secondary: as many more, the smallest first, as it
 * takes that no hidden cell, and no handful of hidden cells of one sum that is itself below the least, can be reckoned
 * from the rest. `cells`: every cell that is shown or can be reckoned, by id.
 */
export const hiddenCells = (cells: ReadonlyMap<string, number>, sums: readonly Sum[]): ReadonlySet<string> => {
  const valueOf = (id: string): number => cells.get(id) ?? 0;
  const hidden = new Set([...cells].flatMap(([id, value]) => (value < leastCell ? [id] : [])));
  /** Hides the smallest shown part of the sum, or its total where no part is left; whether there was anything to hide. */
  const hideOneMore = ({ total, parts }: Sum): boolean => {
    const [smallest] = parts.filter((part) => !hidden.has(part)).toSorted((one, other) => valueOf(one) - valueOf(other) || one.localeCompare(other));
    const next = smallest ?? (hidden.has(total) ? undefined : total);
    if (next !== undefined) hidden.add(next);
    return next !== undefined;
  };
  const isTelling = ({ total, parts }: Sum): boolean => {
    const unknown = parts.filter((part) => hidden.has(part));
    if (hidden.has(total)) return unknown.length === 0;
    return unknown.length === 1 || (unknown.length > 1 && unknown.reduce((sum, part) => sum + valueOf(part), 0) < leastCell);
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const sum of sums) while (isTelling(sum) && hideOneMore(sum)) changed = true;
    if (changed) continue;
    for (const id of derivable(hidden, sums)) {
      const sum = sums.find(({ total, parts }) => (total === id || parts.includes(id)) && [total, ...parts].some((each) => !hidden.has(each)));
      // Through other sums: whatever still is shown anywhere near.
      const near = sum ?? sums.find(({ total, parts }) => [total, ...parts].some((each) => !hidden.has(each)));
      if (near !== undefined && hideOneMore(near)) changed = true;
    }
  }
  return hidden;
};
