import { useId } from 'preact/hooks';

interface Bar { readonly name: string; readonly count: number | null; readonly before: number | null }
const size = { width: 560, name: 210, row: 34, end: 40 } as const;
const longestName = 30;
const short = (name: string): string => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name);

/** Bars with their counts beside them, and below each, as an outline, the period before. Patterns tell them apart without colour; the table says the same. */
export function BarChart({ title, bars, nowLabel, beforeLabel }: { readonly title: string; readonly bars: readonly Bar[]; readonly nowLabel: string; readonly beforeLabel: string }) {
  const id = useId();
  const most = Math.max(1, ...bars.flatMap(({ count, before }) => [count ?? 0, before ?? 0]));
  const widthOf = (count: number) => (count / most) * (size.width - size.name - size.end);
  const height = bars.length * size.row + 34;
  return (
    <svg class="chart" viewBox={`0 0 ${size.width} ${height}`} role="img" aria-label={`${title}: ${bars.map(({ name, count }) => `${name} ${count ?? '··'}`).join(', ')}`}>
      <defs><pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="currentColor" opacity="0.35" /><rect width="3" height="6" fill="currentColor" /></pattern></defs>
      <g aria-hidden="true">
        {bars.map(({ name, count, before }, index) => {
          const top = index * size.row;
          return (
            <g key={name}>
              <text x={size.name - 8} y={top + 18} text-anchor="end" font-size="13" fill="currentColor">{short(name)}</text>
              <rect x={size.name} y={top + 4} width={widthOf(count ?? 0)} height="14" fill={`url(#${id})`} stroke="currentColor" stroke-width={count ? 1 : 0} />
              <text x={size.name + widthOf(count ?? 0) + 5} y={top + 16} font-size="13" fill="currentColor">{count ?? '··'}</text>
              <rect x={size.name} y={top + 20} width={widthOf(before ?? 0)} height="7" fill="none" stroke="currentColor" stroke-width={before ? 1 : 0} />
            </g>
          );
        })}
        <line x1={size.name} x2={size.name} y1="0" y2={bars.length * size.row} stroke="currentColor" />
        <rect x={size.name} y={height - 22} width="22" height="12" fill={`url(#${id})`} stroke="currentColor" />
        <text x={size.name + 28} y={height - 11} font-size="12" fill="currentColor">{nowLabel}</text>
        <rect x={size.name + 140} y={height - 20} width="22" height="7" fill="none" stroke="currentColor" />
        <text x={size.name + 168} y={height - 11} font-size="12" fill="currentColor">{beforeLabel}</text>
      </g>
    </svg>
  );
}
