import { breachLabel } from '../../case-parts/breach/breach-choice.ts';
import { breachTexts } from '../../case-parts/breach/texts.ts';
import { classificationTexts } from '../../case-parts/classification/texts.ts';
import type { RegistersView } from '../../../../functions/contracts/register.ts';
import type { OnCallView } from '../../../../functions/contracts/report.ts';
import { Button } from '../../components/button/button.tsx';
import { Facts, Written } from '../../components/facts/facts.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { onCallTexts } from './on-call-texts.ts';
import { reportTexts } from './texts.ts';
import { onCallNames, type ReportForm, reportBody } from './values.ts';

/** The answers as they will be sent, section by section, each with the way back. */
export default function Answers({ form, registers, finding, change }: { readonly form: ReportForm; readonly registers: RegistersView; readonly finding: OnCallView | null; readonly change: () => void }) {
  const text = reportTexts();
  const words = vocabulary();
  const body = reportBody(form, null, finding);
  if (!body) return null;
  const onCall = onCallTexts();
  const { report, patientReference, paper } = body;
  const unit = (id: string) => registers.units.find((one) => one.id === id)?.name ?? '';
  const yesNo = (value: boolean) => (value ? text.answered.yes : text.answered.no);
  const head = (title: string) => <div class="answers-head"><h2>{title}</h2><Button kind="tertiary" label={`${text.change}: ${title}`} onClick={change}>{text.change}</Button></div>;
  return (
    <>
      <section class="panel">
        {head(text.sections.when)}
        <Facts facts={[[text.happened, dateAndTime(report.happenedAt)], [text.discovered, dateAndTime(report.discoveredAt)], [text.unit, unit(report.unitId)],
          report.onCallWrong !== undefined && [onCall.why, report.onCallWrong],
          paper !== undefined && [onCall.paperVersion, `${paper.formVersion}, ${dateAndTime(paper.filledAt)}`],
        ]} />
      </section>
      <section class="panel">
        {head(text.sections.whom)}
        <Facts facts={[
          [text.counterpart, registers.organisations.find(({ id }) => id === report.counterpartId)?.name ?? ''],
          [text.externalUnit, report.externalUnitId === null ? text.unknown : unit(report.externalUnitId)],
          report.notOurs !== undefined && [onCall.notOurs, <Written>{report.notOurs}</Written>],
          [text.legalBasis, words.legalBasis[report.legalBasis]],
        ]} />
      </section>
      <section class="panel">
        {head(text.sections.what)}
        <Facts facts={[
          [text.category, words.category[report.category]],
          report.targetGroup !== undefined && [classificationTexts().targetGroup, incomingVocabulary().targetGroup[report.targetGroup]],
          report.medication !== undefined && [text.medication, <Written>{report.medication}</Written>],
          report.breach !== undefined && [breachTexts().label, breachLabel(registers.agreements, report.breach)],
          report.agreement !== undefined && [text.agreement, report.agreement],
          [text.whatHappened, <Written>{report.whatHappened}</Written>], [text.immediateAction, <Written>{report.immediateAction}</Written>],
          [text.harm, words.harm[report.harm]], report.seriousRisk === true && [text.seriousRisk, text.yes],
          ...onCallNames.map((name) => report.onCall !== undefined && [onCall.field[name], onCall.answer[report.onCall[name]]] as const),
          report.alreadySolved === true && [text.alreadySolved, text.answered.yes],
          report.unclearResponsibility !== undefined && [text.unclearResponsibility, <Written>{report.unclearResponsibility}</Written>],
          report.suggestion !== undefined && [text.suggestion, <Written>{report.suggestion}</Written>],
        ]} />
      </section>
      <section class="panel">
        {head(text.sections.patient)}
        <Facts facts={[
          [text.hasPatient, yesNo(patientReference !== undefined)],
          patientReference !== undefined && [text.reference, patientReference.reference],
          patientReference?.protectedIdentity === true && [text.protectedIdentity, text.answered.yes],
        ]} />
      </section>
    </>
  );
}
