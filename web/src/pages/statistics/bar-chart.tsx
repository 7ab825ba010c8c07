import { useEffect, useId, useState } from 'preact/hooks';

interface Bar { readonly name: string; readonly value: number | null; readonly before: number | null }
interface ChartProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly nowLabel: string;
  readonly beforeLabel: string;
  /** What stands behind each number, such as a per cent sign. */
  readonly unit?: string;
  /** Where nothing may be shown. */
  readonly hidden: string;
}
/** On a phone the names stand above their bars, so that the text keeps its size. */
const wide = { width: 760, name: 290, row: 40, end: 64, longest: 40 } as const;
const narrow = { width: 320, name: 0, row: 58, end: 52, longest: 44 } as const;
const letter = 7.2;
const line = 15;
const phone = '(max-width: 40rem)';
/** A long name on two lines, broken between words; what does not fit there stands in the table. */
const linesOf = (name: string, longest: number): readonly string[] => {
  if (name.length <= longest) return [name];
  const space = name.lastIndexOf(' ', longest);
  const at = space > 0 ? space : longest;
  const rest = name.slice(at).trimStart();
  return [name.slice(0, at), rest.length > longest ? `${rest.slice(0, longest - 1)}…` : rest];
};

const useNarrow = (): boolean => {
  const [isNarrow, setNarrow] = useState(() => matchMedia(phone).matches);
  useEffect(() => {
    const media = matchMedia(phone);
    const follow = () => setNarrow(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return isNarrow;
};

/** Striped bars with their numbers, and below each, as an outline, the period before. Patterns and words tell them apart without colour; the table says the same. */
export function BarChart({ title, bars, nowLabel, beforeLabel, unit = '', hidden }: ChartProps) {
  const id = useId();
  const isNarrow = useNarrow();
  const longest = Math.max(0, ...bars.map(({ name }) => Math.min(name.length, wide.longest)));
  const size = isNarrow ? narrow : { ...wide, name: Math.min(wide.name, Math.round(longest * letter) + 18) };
  const said = (value: number | null): string => (value === null ? hidden : `${value}${unit}`);
  const most = Math.max(1, ...bars.flatMap(({ value, before }) => [value ?? 0, before ?? 0]));
  const widthOf = (value: number | null) => ((value ?? 0) / most) * (size.width - size.name - size.end);
  const head = 34;
  const isBroken = bars.some(({ name }) => name.length > size.longest);
  const row = size.row + (isNarrow && isBroken ? line : 0);
  const first = isNarrow ? 18 + (isBroken ? line : 0) : 0;
  const height = head + bars.length * row + 4;
  const striped = `url(#${id})`;
  return (
    <svg class="chart" viewBox={`0 0 ${size.width} ${height}`} role="img" aria-label={`${title}. ${bars.map(({ name, value, before }) => `${name} ${said(value)} (${beforeLabel.toLocaleLowerCase()} ${said(before)})`).join(', ')}`}>
      <defs><pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="chart-soft" width="6" height="6" /><rect class="chart-bar" width="3" height="6" /></pattern></defs>
      <g aria-hidden="true">
        <rect class="chart-line" x="1" y="4" width="22" height="14" fill={striped} />
        <text x="30" y="16">{nowLabel}</text>
        <rect class="chart-before" x="131" y="7" width="22" height="8" />
        <text x="160" y="16">{beforeLabel}</text>
        {bars.map(({ name, value, before }, index) => {
          const top = head + index * row;
          const lines = linesOf(name, size.longest);
          return (
            <g key={name}>
              {lines.map((each, at) => <text key={each} x={isNarrow ? 0 : size.name - 10} y={top + (isNarrow ? 12 : lines.length > 1 ? 12 : 18) + at * line} text-anchor={isNarrow ? 'start' : 'end'}>{each}</text>)}
              {value ? <rect class="chart-line" x={size.name} y={top + first + 2} width={widthOf(value)} height="18" fill={striped} /> : null}
              <text class="chart-number" x={size.name + widthOf(value) + 6} y={top + first + 16}>{said(value)}</text>
              {before ? <rect class="chart-before" x={size.name} y={top + first + 24} width={widthOf(before)} height="8" /> : null}
              {before ? <text class="chart-small" x={size.name + widthOf(before) + 6} y={top + first + 32}>{said(before)}</text> : null}
            </g>
          );
        })}
        {!isNarrow && <line class="chart-line" x1={size.name} x2={size.name} y1={head - 4} y2={height - 2} />}
      </g>
    </svg>
  );
}
