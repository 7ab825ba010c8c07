import { leastCell } from '../statistics/disclosure.ts';
import { valueSeparator } from '../statistics/words.ts';
import type { LocalisedText, TargetGroup } from '../vocabulary.ts';
import type { RoutedAway, ShortfallLine } from './periodic-report.ts';
import type { ReportRule } from './report-rule.ts';

/** Sent outgoing cases of the period towards a counterpart, about a clause, of a target group: as the figures keep them. */
export interface SentShortfalls {
  /** counterpart ~ agreement ~ clause. */
  readonly key: string;
  /** null: nobody has said. */
  readonly targetGroup: TargetGroup | null;
  readonly sent: number;
}
export interface ShortfallNames {
  readonly counterpart: (id: string) => string;
  /** Of agreement ~ clause. */
  readonly clause: (value: string) => LocalisedText;
}

/**
 * G2, G4: the lines of the quarterly report. Cases of an excepted target group are in no line and do not help one over the
 * threshold: they have gone to their own group. Most first.
 */
export const shortfallLines = (
  rows: readonly SentShortfalls[], { exceptions }: Pick<ReportRule, 'exceptions'>, threshold: number, names: ShortfallNames,
): { readonly lines: readonly ShortfallLine[]; readonly routedAway: readonly RoutedAway[] } => {
  const counts = new Map<string, number>();
  const excepted = new Map<string, number>();
  const away = new Map<TargetGroup, number>();
  for (const { key, targetGroup, sent } of rows) {
    if (targetGroup !== null && exceptions.some((exception) => exception.targetGroup === targetGroup)) {
      away.set(targetGroup, (away.get(targetGroup) ?? 0) + sent);
      excepted.set(key, (excepted.get(key) ?? 0) + sent);
    } else counts.set(key, (counts.get(key) ?? 0) + sent);
  }
  const lines = [...counts].filter(([, count]) => count >= Math.max(threshold, leastCell)).map(([key, count]): ShortfallLine => {
    const [counterpartId = '', ...clause] = key.split(valueSeparator);
    return { key, counterpart: names.counterpart(counterpartId), clause: names.clause(clause.join(valueSeparator)), count, excepted: excepted.get(key) ?? 0, text: '', systemFault: false };
  });
  return {
    lines: lines.toSorted((one, other) => other.count - one.count || one.key.localeCompare(other.key)),
    routedAway: exceptions.flatMap(({ targetGroup, groupId }) => {
      const count = away.get(targetGroup) ?? 0;
      return count > 0 ? [{ targetGroup, groupId, count }] : [];
    }),
  };
};
