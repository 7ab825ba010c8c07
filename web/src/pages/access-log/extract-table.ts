import type { AccessView } from '../../../../functions/contracts/access-log.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { whatOf, whoOf } from './entries.tsx';
import { accessLogTexts } from './texts.ts';

/** One extract, with what it must say of itself once it lies on a desk. */
export interface Extract {
  readonly now: string;
  readonly reason: string;
  readonly takenBy: string;
  readonly accesses: readonly AccessView[];
}

/** The patient as the log names it: the beginning of the pseudonym, never the reference. */
export const patientOf = ({ accesses }: Extract): string => [...new Set(accesses.flatMap(({ patient }) => patient ?? []))].join(', ');
/** From the first access to the last, as instants; null where there is none. */
export const spanOf = ({ accesses }: Extract): readonly [string, string] | null => {
  const times = accesses.map(({ at }) => at).toSorted();
  const [first, last] = [times.at(0), times.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
};

/** What a spreadsheet gets: what it is an extract of, a blank row, then a row for each access. */
export function tableOf(extract: Extract): readonly (readonly string[])[] {
  const text = accessLogTexts();
  const words = vocabulary();
  const span = spanOf(extract);
  return [
    [text.extractOf.patient, patientOf(extract)], [text.extractOf.reason, extract.reason], [text.extractOf.takenBy, extract.takenBy], [text.extractOf.taken, extract.now],
    ...(span ? [[text.extractOf.span, ...span]] : []),
    [],
    Object.values(text.columns),
    ...extract.accesses.map((one) => [
      one.at, whoOf(one), one.unit ?? '', one.principal === null ? '' : words.role[one.principal], whatOf(one), text.kinds[one.kind], one.caseNumber ?? '', one.patient ?? '', one.reason ?? '',
    ]),
  ];
}
