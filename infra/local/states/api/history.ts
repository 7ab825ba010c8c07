import { isJsonObject, type Json } from '../json.ts';
import { objectOf } from '../machine/situation.ts';
import { integer, text } from '../store/row.ts';
import { decodePlace, encodePlace, flag, pageSize, seconds } from './input.ts';
import { type Action, executionIn } from './surroundings.ts';

const EXECUTION_DATA = new Set(['input', 'inputDetails', 'output', 'outputDetails', 'parameters', 'assignedVariables', 'assignedVariablesDetails']);

export const getExecutionHistory: Action = (input, around) => {
  const execution = executionIn(input, around);
  const size = pageSize(input);
  const reverse = flag(input, 'reverseOrder', false);
  const withData = flag(input, 'includeExecutionData', true);
  const after = Number(decodePlace(input)?.[0] ?? (reverse ? Number.MAX_SAFE_INTEGER : 0));
  const rows = around.queries.all(
    `SELECT * FROM sfn_event WHERE execution = ? AND id ${reverse ? '<' : '>'} ? ORDER BY id ${reverse ? 'DESC' : 'ASC'} LIMIT ?`,
    execution.id, after, size + 1,
  );
  const last = rows.length > size ? rows[size - 1] : undefined;
  return {
    events: rows.slice(0, size).map((row) => ({
      timestamp: seconds(integer(row, 'at')), type: text(row, 'type'), id: integer(row, 'id'), previousEventId: integer(row, 'previous'),
      ...(withData ? objectOf(text(row, 'details')) : withoutData(objectOf(text(row, 'details')))),
    })),
    ...(last === undefined ? {} : { nextToken: encodePlace([integer(last, 'id')]) }),
  };
};

function withoutData(details: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [
    name, isJsonObject(value) ? Object.fromEntries(Object.entries(value).filter(([field]) => !EXECUTION_DATA.has(field))) : value,
  ]));
}
