import { useId } from 'preact/hooks';

const size = { width: 720, height: 240, left: 36, bottom: 36, top: 16 } as const;

/** Bars with their counts written above them; the pattern tells them from the ground without colour. The table beside it says the same. */
export function BarChart({ title, bars }: { readonly title: string; readonly bars: readonly { readonly name: string; readonly count: number }[] }) {
  const id = useId();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const step = (size.width - size.left) / bars.length;
  const heightOf = (count: number) => (count / most) * (size.height - size.bottom - size.top);
  const floor = size.height - size.bottom;
  return (
    <svg class="chart" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={`${title}: ${bars.map(({ name, count }) => `${name} ${count}`).join(', ')}`}>
      <defs><pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="currentColor" opacity="0.35" /><rect width="3" height="6" fill="currentColor" /></pattern></defs>
      <line x1={size.left} x2={size.width} y1={floor} y2={floor} stroke="currentColor" />
      {bars.map(({ name, count }, index) => (
        <g key={name} aria-hidden="true">
          <rect x={size.left + index * step + step * 0.2} y={floor - heightOf(count)} width={step * 0.6} height={heightOf(count)} fill={`url(#${id})`} stroke="currentColor" stroke-width={count > 0 ? 1 : 0} />
          <text x={size.left + (index + 0.5) * step} y={floor - heightOf(count) - 4} text-anchor="middle" font-size="14" fill="currentColor">{count}</text>
          <text x={size.left + (index + 0.5) * step} y={floor + 20} text-anchor="middle" font-size="13" fill="currentColor">{name.slice(0, 3)}</text>
        </g>
      ))}
    </svg>
  );
}
