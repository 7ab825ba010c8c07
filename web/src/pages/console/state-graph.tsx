import { useEffect, useRef } from 'preact/hooks';
import type { Layout } from './layouts.ts';
import { consoleTexts } from './texts.ts';

/** The machine's own title in the reader's language. */
export const stateTitle = (name: string): string => consoleTexts().state[name] ?? name;

/** Drawn on the state's upper edge, 16 pixels square: colour alone says nothing to some. */
const signs = {
  failed: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM5 5l6 6M11 5l-6 6',
  current: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM6.5 4.5v7l5-3.5Z',
  visited: 'M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM4.5 8.5l2.5 2.5 4.5-5.5',
} as const;

/** Where an execution stands, and where it has been. */
export interface Standing {
  readonly current: string | null;
  readonly failed: string | null;
  readonly visited: ReadonlySet<string>;
}
/**
 * The machine as it was laid out when the site was built; a live update changes class, sign and text only.
 * The list beside it says the same to those who do not see the drawing.
 */
export function StateGraph({ layout, current, failed, visited }: Standing & { readonly layout: Layout }) {
  const text = consoleTexts();
  // As the drawing is read: from the left, then from above.
  const inReadingOrder = layout.states.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const classOf = (name: string) => (name === failed ? 'graph-state graph-failed' : name === current ? 'graph-state graph-current' : visited.has(name) ? 'graph-state graph-visited' : 'graph-state');
  const signOf = (name: string) => (name === failed ? signs.failed : name === current ? signs.current : visited.has(name) ? signs.visited : '');
  const about = text.graphAbout(current && stateTitle(current), failed && stateTitle(failed));
  const drawing = useRef<HTMLDivElement>(null);
  // On a narrow screen the drawing is wider than its frame: what matters comes into sight.
  useEffect(() => {
    const shown = drawing.current?.querySelector('.graph-current, .graph-failed')?.getBoundingClientRect();
    const frame = drawing.current?.getBoundingClientRect();
    if (drawing.current && shown && frame) drawing.current.scrollLeft += shown.left + shown.width / 2 - frame.left - frame.width / 2;
  }, [current, failed]);
  const noteOf = (name: string) => (name === failed ? text.failedHere : name === current ? text.current : visited.has(name) ? text.visited : null);
  return (
    <section class="stack">
      <h2 id="graph-title">{text.graph}</h2>
      <p role="status">{about}</p>
      <div ref={drawing} class="graph" role="region" aria-labelledby="graph-title" tabIndex={0}>
        <svg role="img" aria-label={about} width={layout.width} height={layout.height} viewBox={`0 0 ${layout.width} ${layout.height}`}>
          <defs>
            <marker id="graph-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path class="graph-arrow" d="M0 0 10 5 0 10Z" /></marker>
          </defs>
          {layout.edges.map(({ from, to, points }, index) => (
            <path key={`${from} ${to} ${index}`} class="graph-edge" marker-end="url(#graph-arrow)" d={pathOf(points)} />
          ))}
          {layout.states.map(({ name, x, y, width, height }) => (
            <g key={name} class={classOf(name)}>
              <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={name === layout.startAt ? 20 : 8} />
              <text x={x} y={y + 5} text-anchor="middle">{stateTitle(name)}</text>
              <path class="graph-sign" d={signOf(name)} transform={`translate(${x - 8} ${y - height / 2 - 8})`} />
            </g>
          ))}
        </svg>
      </div>
      <details class="more">
        <summary>{text.states}</summary>
        <ol class="state-list">
          {inReadingOrder.map(({ name }) => (
            <li key={name} aria-current={name === current ? 'step' : undefined}>{stateTitle(name)}{noteOf(name) && <span class="small"> · {noteOf(name)}</span>}</li>
          ))}
        </ol>
      </details>
    </section>
  );
}

/** A soft line through the layout's points. */
function pathOf(points: readonly { readonly x: number; readonly y: number }[]): string {
  const [first, ...rest] = points;
  const end = rest.at(-1);
  if (!first || !end) return '';
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? end;
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
  });
  return `M${first.x} ${first.y} ${bends.join(' ')} L${end.x} ${end.y}`;
}
