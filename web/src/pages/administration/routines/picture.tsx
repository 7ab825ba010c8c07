import { bilingual } from '../../../language/language.ts';
import type { Station } from './stations.ts';

const texts = bilingual({
  about: (title: string, count: number) => `${title}: ${count} steg från vänster till höger, med tid under varje steg och det som händer om tiden går ut längst ned. Samma sak står i listan under bilden.`,
  who: 'Vem', when: 'När', otherwise: 'Annars', list: 'Stegen i ord',
}, {
  about: (title: string, count: number) => `${title}: ${count} steps from left to right, with the time under each step and what happens when it runs out at the bottom. The list under the picture says the same.`,
  who: 'Who', when: 'When', otherwise: 'Otherwise', list: 'The steps in words',
});

const width = 210;
const line = 96;
const lineHeight = 19;
/** A drawing does not break lines by itself. */
const broken = (text: string, most = 25): readonly string[] => text.split(' ').reduce<readonly string[]>((lines, word) => {
  const last = lines.at(-1) ?? '';
  return last !== '' && last.length + word.length + 1 > most ? [...lines, word] : [...lines.slice(0, -1), last === '' ? word : `${last} ${word}`];
}, []);
function Lines({ lines, x, y, name }: { readonly lines: readonly string[]; readonly x: number; readonly y: number; readonly name: string }) {
  return <text class={name} text-anchor="middle">{lines.map((one, index) => <tspan key={`${index} ${one}`} x={x} y={y + index * lineHeight}>{one}</tspan>)}</text>;
}

/** The lifecycle as a line with its stations, drawn from the same data as the list that follows it. */
export function Picture({ id, title, stations }: { readonly id: string; readonly title: string; readonly stations: readonly Station[] }) {
  const text = texts();
  const drawn = stations.map((station, index) => ({
    ...station, x: width * index + width / 2, titleLines: broken(station.title), whenLines: broken([station.who.length > 44 ? '' : station.who, station.when].filter(Boolean).join(': ')), boxLines: station.otherwise.flatMap((one) => broken(one)),
  }));
  const boxTop = line + 34 + Math.max(...drawn.map(({ whenLines }) => whenLines.length)) * lineHeight;
  const height = boxTop + Math.max(0, ...drawn.map(({ boxLines }) => boxLines.length)) * lineHeight + 28;
  return (
    <section class="stack">
      <h2 id={id}>{title}</h2>
      <div class="routine-picture" role="region" aria-labelledby={id} tabIndex={0}>
        <svg role="img" aria-label={text.about(title, stations.length)} width={width * stations.length} height={height} viewBox={`0 0 ${width * stations.length} ${height}`}>
          <path class="routine-line" d={`M${width / 2} ${line}H${width * stations.length - width / 2}`} />
          {drawn.map(({ x, title: name, titleLines, whenLines, boxLines }) => (
            <g key={name}>
              <Lines name="routine-title" lines={titleLines} x={x} y={line - 18 - (titleLines.length - 1) * lineHeight} />
              <circle class="routine-stop" cx={x} cy={line} r={9} />
              <Lines name="routine-when" lines={whenLines} x={x} y={line + 32} />
              {boxLines.length > 0 && <>
                <rect class="routine-otherwise" x={x - width / 2 + 6} y={boxTop} width={width - 12} height={boxLines.length * lineHeight + 16} rx={8} />
                <Lines name="routine-late" lines={boxLines} x={x} y={boxTop + 22} />
              </>}
            </g>
          ))}
        </svg>
      </div>
      <h3>{text.list}</h3>
      <ol class="routine-steps">
        {stations.map(({ title: name, who, when, otherwise }) => (
          <li key={name}>
            <strong>{name}</strong>
            <p><span class="small">{text.who}:</span> {who}. <span class="small">{text.when}:</span> {when}.</p>
            {otherwise.length > 0 && <p><span class="small">{text.otherwise}:</span> {otherwise.join('; ')}.</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
