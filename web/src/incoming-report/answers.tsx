import { breachLabel } from '../case-parts/breach/breach-choice.ts';
import { classificationTexts } from '../case-parts/classification/texts.ts';
import type { ComponentChildren } from 'preact';
import { isNumber, unresolvedFindings } from '../../../functions/contracts/identifying.ts';
import { Button } from '../components/button/button.tsx';
import { type Fact, Facts, Written } from '../components/facts/facts.tsx';
import { Notice } from '../components/notice/notice.tsx';
import { dateAndTime } from '../language/dates.ts';
import { incomingVocabulary } from '../language/incoming-vocabulary.ts';
import { vocabulary } from '../language/vocabulary.ts';
import { incomingReportTexts } from './texts.ts';
import { type Audience, type IncomingForm, incomingBody, type ReportChoices } from './values.ts';

/** The answers as they will be sent, with the way back; `children`: what else this page asked. */
export function IncomingAnswers({ form, audience, choices, change, children }: {
  readonly form: IncomingForm; readonly audience: Audience; readonly choices: ReportChoices; readonly change: () => void; readonly children?: ComponentChildren;
}) {
  const text = incomingReportTexts();
  const words = vocabulary();
  const incoming = incomingVocabulary();
  const body = incomingBody(form, audience, choices);
  if (!body) return null;
  const { report, relation, patientReference } = body;
  const written = (label: string, value: string | undefined): Fact | false => value !== undefined && [label, <Written>{value}</Written>];
  const names = report.concernedUnitIds.map((id) => choices.ownUnits.find((unit) => unit.id === id)?.name ?? '').join(', ');
  const panel = (title: string, facts: readonly (Fact | null | false)[]) => (
    <section class="panel">
      <div class="answers-head"><h2>{title}</h2><Button kind="tertiary" label={`${text.change}: ${title}`} onClick={change}>{text.change}</Button></div>
      <Facts facts={facts} />
    </section>
  );
  const numbersLeft = [report.whatHappened, report.wishes, report.unclearResponsibility].some((value) => unresolvedFindings(value ?? '', form.text('notPersonalNumbers').split(',')).some(isNumber));
  return (
    <>
      {numbersLeft && <Notice color="warning"><p>{text.personalNumberLeft}</p></Notice>}
      {children}
      {panel(text.sections.when, [[text.happened, dateAndTime(report.happenedAt)], [text.discovered, dateAndTime(report.discoveredAt)]])}
      {panel(text.sections.where, [[audience === 'staff' ? text.unitStaff : text.unit, names || text.unknown], audience !== 'public' && [text.legalBasis, words.legalBasis[report.legalBasis]]])}
      {panel(text.sections.what, [
        [text.category, words.category[report.category]], report.targetGroup !== undefined && [classificationTexts().targetGroup, incoming.targetGroup[report.targetGroup]], written(text.whatHappened, report.whatHappened), written(text.wishes, report.wishes), [text.harm, words.harm[report.harm]],
        report.seriousRisk === true && [text.seriousRisk, text.yes], written(text.otherReference, report.otherReference),
        report.breach !== undefined && [text.breach, [breachLabel(choices.agreements, report.breach), report.breach.text].filter(Boolean).join(': ')],
        report.alreadySolved === true && [text.alreadySolved, text.yes], written(text.unclearResponsibility, report.unclearResponsibility),
      ])}
      {panel(text.sections.patient, [
        relation !== undefined && [text.relation, incoming.relation[relation]], [text.hasPatient, patientReference ? text.yes : text.no],
        patientReference !== undefined && [text.reference, patientReference.reference], patientReference?.protectedIdentity === true && [text.protectedIdentity, text.yes],
      ])}
    </>
  );
}
