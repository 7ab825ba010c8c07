import type { HarmView } from '../../../../functions/contracts/harm.ts';
import { matrixGrades, type MatrixGrade } from '../../../../functions/contracts/words.ts';
import { Facts, Written } from '../../components/facts/facts.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { partTexts } from '../texts.ts';
import './matrix.css';

type Made = NonNullable<HarmView['harmAssessment']>;

/** Of the product of both grades, from 1 to 16. */
const riskOf = (score: number): 'low' | 'medium' | 'high' | 'extreme' => (score >= 12 ? 'extreme' : score >= 8 ? 'high' : score >= 4 ? 'medium' : 'low');

/** Consequence by probability, worst on top; each field says its number and its word, so that colour carries nothing alone. */
export function Matrix({ consequence, probability }: { readonly consequence: MatrixGrade | null; readonly probability: MatrixGrade | null }) {
  const text = partTexts();
  return (
    <table class="matrix">
      <caption>{text.story.matrix}</caption>
      <thead><tr><td />{matrixGrades.map((grade) => <th key={grade} scope="col">{text.probability[grade]}</th>)}</tr></thead>
      <tbody>
        {matrixGrades.toReversed().map((row) => (
          <tr key={row}>
            <th scope="row">{text.consequence[row]}</th>
            {matrixGrades.map((column) => {
              const chosen = row === consequence && column === probability;
              const risk = riskOf(row * column);
              return <td key={column} class={`risk-${risk}${chosen ? ' risk-chosen' : ''}`} aria-current={chosen ? 'true' : undefined}><strong>{row * column}</strong> <span>{text.risk[risk]}</span>{chosen && <span class="risk-here">{text.story.chosen}</span>}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a person at our side found, and who has reviewed it. */
export function Assessment({ made }: { readonly made: Made }) {
  const text = partTexts();
  return (
    <section class="panel" id="harm-assessment">
      <h2>{text.story.assessment}</h2>
      <p class="small">{text.story.assessedBy(made.by.name, dateAndTime(made.at))}</p>
      <Facts facts={[
        [text.assess.harm, vocabulary().harm[made.harm]], made.seriousRisk && [text.story.seriousRisk, text.story.yes],
        [text.assess.consequence, text.consequence[made.consequence]], [text.assess.probability, text.probability[made.probability]],
        made.nccMerp !== null && [text.assess.nccMerp, text.index[made.nccMerp]], made.note !== '' && [text.assess.note, <Written>{made.note}</Written>],
      ]} />
      <Matrix consequence={made.consequence} probability={made.probability} />
      {made.awaitsReview && <Notice color="warning"><p>{text.review.waits}</p></Notice>}
      {made.review && <>
        <h3>{text.story.reviewed}</h3>
        <p class="small">{text.story.reviewedBy(made.review.by.name, dateAndTime(made.review.at))}</p>
        {made.review.note && <p><Written>{made.review.note}</Written></p>}
      </>}
    </section>
  );
}
