import { bilingual } from '../../../language/language.ts';
import type { Station } from './stations.ts';

const texts = bilingual({
  about: (title: string, count: number) => `${title}: ${count} steg från vänster till höger, med tid under varje steg, det som krävs först och det som händer om tiden går ut. Samma sak står i listan under bilden.`,
  needs: 'Krävs', who: 'Vem', when: 'När', otherwise: 'Annars', list: 'Stegen i ord',
}, {
  about: (title: string, count: number) => `${title}: ${count} steps from left to right, with the time under each step, what must come first and what happens when the time runs out. The list under the picture says the same.`,
  needs: 'Needed', who: 'Who', when: 'When', otherwise: 'Otherwise', list: 'The steps in words',
});

const width = 290;
const perRow = 4;
const line = 64;
const lineHeight = 19;
/** Between a box and what is over it, and within it around its lines. */
const gap = 12;
const padding = 8;
/** A drawing does not break lines by itself. */
const broken = (text: string, most = 34): readonly string[] => text.split(' ').reduce<readonly string[]>((lines, word) => {
  const last = lines.at(-1) ?? '';
  return last !== '' && last.length + word.length + 1 > most ? [...lines, word] : [...lines.slice(0, -1), last === '' ? word : `${last} ${word}`];
}, []);
const boxHeight = (lines: readonly string[]): number => (lines.length === 0 ? 0 : lines.length * lineHeight + 2 * padding);
const longest = (lists: readonly (readonly string[])[]): number => Math.max(0, ...lists.map(({ length }) => length));
function Lines({ lines, x, y, name }: { readonly lines: readonly string[]; readonly x: number; readonly y: number; readonly name: string }) {
  return <text class={name} text-anchor="middle">{lines.map((one, index) => <tspan key={`${index} ${one}`} x={x} y={y + index * lineHeight}>{one}</tspan>)}</text>;
}

interface Drawn extends Station {
  readonly x: number;
  readonly titleLines: readonly string[];
  readonly whenLines: readonly string[];
  readonly needLines: readonly string[];
  readonly lateLines: readonly string[];
}
interface Row {
  readonly drawn: readonly Drawn[];
  readonly top: number;
  readonly line: number;
  readonly boxes: number;
  readonly bottom: number;
}
/** Stations in rows, each as high as what it holds. */
function rowsOf(stations: readonly Station[]): readonly Row[] {
  const rows: Row[] = [];
  for (let from = 0; from < stations.length; from += perRow) {
    const drawn = stations.slice(from, from + perRow).map((station, index) => ({
      ...station, x: width * index + width / 2, titleLines: broken(station.title), whenLines: broken([station.who.length > 60 ? '' : station.who, station.when].filter(Boolean).join(': ')),
      needLines: station.needs.flatMap((one) => broken(`${texts().needs}: ${one}`)), lateLines: station.otherwise.flatMap((one) => broken(one)),
    }));
    const top = rows.at(-1)?.bottom ?? 0;
    const at = top + line + (longest(drawn.map(({ titleLines }) => titleLines)) - 1) * lineHeight;
    const boxes = at + 28 + longest(drawn.map(({ whenLines }) => whenLines)) * lineHeight;
    const deepest = Math.max(0, ...drawn.map(({ needLines, lateLines }) => boxHeight(needLines) + (needLines.length > 0 && lateLines.length > 0 ? gap : 0) + boxHeight(lateLines)));
    rows.push({ drawn, top, line: at, boxes, bottom: boxes + deepest + gap });
  }
  return rows;
}
function Box({ lines, x, y, name }: { readonly lines: readonly string[]; readonly x: number; readonly y: number; readonly name: string }) {
  if (lines.length === 0) return null;
  return <>
    <rect class={`routine-${name}`} x={x - width / 2 + 8} y={y} width={width - 16} height={boxHeight(lines)} rx={8} />
    <Lines name={`routine-${name}-text`} lines={lines} x={x} y={y + padding + 14} />
  </>;
}

/** The lifecycle as a line with its stations, drawn from the same data as the list that follows it. */
export function Picture({ id, title, stations }: { readonly id: string; readonly title: string; readonly stations: readonly Station[] }) {
  const text = texts();
  const rows = rowsOf(stations);
  const across = width * Math.min(perRow, stations.length);
  const height = (rows.at(-1)?.bottom ?? 0) + gap;
  return (
    <section class="stack">
      <h2 id={id}>{title}</h2>
      <div class="routine-picture" role="region" aria-labelledby={id} tabIndex={0}>
        <svg role="img" aria-label={text.about(title, stations.length)} width={across} height={height} viewBox={`0 0 ${across} ${height}`}>
          {rows.map(({ drawn, line: at, boxes }, index) => (
            <g key={at}>
              <path class="routine-line" d={`M${index === 0 ? width / 2 : 0} ${at}H${index < rows.length - 1 ? across : width * drawn.length - width / 2}`} />
              {drawn.map(({ x, title: name, titleLines, whenLines, needLines, lateLines }) => (
                <g key={name}>
                  <Lines name="routine-title" lines={titleLines} x={x} y={at - 18 - (titleLines.length - 1) * lineHeight} />
                  <circle class="routine-stop" cx={x} cy={at} r={9} />
                  <Lines name="routine-when" lines={whenLines} x={x} y={at + 32} />
                  <Box name="need" lines={needLines} x={x} y={boxes} />
                  <Box name="late" lines={lateLines} x={x} y={boxes + (needLines.length > 0 ? boxHeight(needLines) + gap : 0)} />
                </g>
              ))}
            </g>
          ))}
        </svg>
      </div>
      <h3>{text.list}</h3>
      <ol class="routine-steps">
        {stations.map(({ title: name, who, when, otherwise, needs }) => (
          <li key={name}>
            <strong>{name}</strong>
            <p><span class="small">{text.who}:</span> {who}. <span class="small">{text.when}:</span> {when}.</p>
            {needs.length > 0 && <p><span class="small">{text.needs}:</span> {needs.join('; ')}.</p>}
            {otherwise.length > 0 && <p><span class="small">{text.otherwise}:</span> {otherwise.join('; ')}.</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
