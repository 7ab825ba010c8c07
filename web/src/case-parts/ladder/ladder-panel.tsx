import type { AnyCaseView, CaseAction } from '../../../../functions/contracts/case.ts';
import type { LadderView } from '../../../../functions/contracts/escalation.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import { LinkButton } from '../../components/button/button.tsx';
import { Facts, Written } from '../../components/facts/facts.tsx';
import { Checkbox } from '../../components/field/choices.tsx';
import { leaving, namesIn, saidHarmless, TextArea } from '../../components/field/text-area.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { type ActionProps, CommandForm, needs } from '../../pages/case/actions/command-form.tsx';
import { More } from '../../pages/case/actions/plain-actions.tsx';
import { ForwardCase } from './forms.tsx';
import { LadderHistory, LadderOutcome, LadderPlace, nameOfLevel } from './story.tsx';
import { ladderTexts } from './texts.ts';

type OnCase = ActionProps<AnyCaseView>;

/** The ladder on the case's own page (R6): where the case is, how it got there, and what the user may do below the groups. */
export default function LadderPanel({ action }: { readonly action: OnCase }) {
  const { view } = action;
  const text = ladderTexts();
  const { ladder } = view;
  if (ladder === null) return null;
  const may = (id: CaseAction) => view.allowed.includes(id);
  const begun = ladder.stations.length > 0 || ladder.state !== 'ended' || ladder.decision !== null || ladder.earlier.length > 0;
  const known = namesIn(action.registers);
  if (!begun && !may('raise-case')) return null;
  const withManagers = ladder.state === 'climbing' && ladder.groups.length === 0;
  return (
    <section class={withManagers && (may('record-agreement') || may('forward-case')) ? 'panel panel-todo' : 'panel'} id="ladder" tabIndex={-1}>
      <h2>{text.title}</h2>
      {begun && <LadderPlace place={ladder} />}
      <Agreed agreement={ladder.agreement} />
      <LadderOutcome place={ladder} />
      {ladder.earlier.filter(({ agreement, basis, decision, information }) => agreement ?? basis ?? decision ?? information).map((one) => (
        <section key={one.climb} class="stack" aria-label={text.climb(one.climb)}><p><strong>{text.climb(one.climb)}</strong></p><Agreed agreement={one.agreement} /><LadderOutcome place={one} /></section>
      ))}
      <LadderHistory place={ladder} />
      {ladder.stations.some(({ groups }) => groups.length > 0) && <div class="buttons no-print"><LinkButton kind="secondary" href={`/collaboration/folders/${view.id}`}>{text.toFolder}</LinkButton></div>}
      <div class="no-print">
        {may('raise-case') && <More title={text.raise.title}><RaiseCase {...action} /></More>}
        {may('record-agreement') && <More title={text.agree.title}><RecordAgreement {...action} /></More>}
        {may('edit-folder') && <More title={text.folder.title}><EditFolder {...action} /></More>}
        {withManagers && ladder.folder === null && <p class="small">{text.forward.needsFolder}</p>}
        {withManagers && may('forward-case') && <More title={text.forward.title(nameOfLevel(ladder, ladder.level + 1))}><ForwardCase place={ladder} known={known} view={view} reload={action.reload} done={action.done} /></More>}
      </div>
    </section>
  );
}

function Agreed({ agreement }: Pick<LadderView, 'agreement'>) {
  const text = ladderTexts();
  if (agreement === null) return null;
  return (
    <section class="stack"><h3>{text.agreement}</h3><Facts facts={[
      [text.agreedWho, <Written>{agreement.who}</Written>], [text.agreedWhat, <Written>{agreement.what}</Written>], [text.agreedHow, <Written>{agreement.how}</Written>],
      [text.by, `${agreement.by.name}, ${dateAndTime(agreement.at)}`],
    ]} /></section>
  );
}

function RaiseCase(action: OnCase) {
  const text = ladderTexts().raise;
  return <>
    <p class="small">{text.about}</p>
    <CommandForm<'raise-case', 'reason' | 'ofPrinciple'> id="raise-case" action={action} initial={{ reason: '', ofPrinciple: false }} submit={text.submit} said={text.said} pointers={{ '/reason': 'reason' }}
      check={(form) => needs(form, 'reason', text.missing)} body={(form, version) => ({ version, reason: form.text('reason').trim(), ofPrinciple: form.flag('ofPrinciple') })}>
      {(form) => <>
        <TextArea form={form} name="reason" label={text.reason} most={textLimit.medium} rows={3} />
        <Checkbox form={form} name="ofPrinciple" label={text.ofPrinciple} />
      </>}
    </CommandForm>
  </>;
}

function RecordAgreement(action: OnCase) {
  const text = ladderTexts().agree;
  return <>
    <p class="small">{text.about}</p>
    <CommandForm<'record-agreement', 'who' | 'what' | 'how'> id="record-agreement" action={action} initial={{ who: '', what: '', how: '' }} submit={text.submit} said={text.said} pointers={{ '/who': 'who', '/what': 'what', '/how': 'how' }}
      check={(form) => (['who', 'what', 'how'] as const).flatMap((name) => needs(form, name, text.missing))}
      body={(form, version) => ({ version, who: form.text('who').trim(), what: form.text('what').trim(), how: form.text('how').trim() })}>
      {(form) => <>
        <TextField form={form} name="who" label={text.who} />
        <TextArea form={form} name="what" label={text.what} most={textLimit.medium} rows={2} />
        <TextArea form={form} name="how" label={text.how} most={textLimit.medium} rows={2} />
      </>}
    </CommandForm>
  </>;
}

/** R9: edited by a person beside what was reported; confirmed when it is forwarded. */
function EditFolder(action: OnCase) {
  const text = ladderTexts().folder;
  const { view } = action;
  const folder = view.ladder?.folder ?? null;
  const begin = folder?.text ?? view.report.whatHappened;
  return <>
    <p class="small">{text.about}</p>
    <section aria-label={text.original}><h3>{text.original}</h3><p><Written>{view.report.whatHappened}</Written></p></section>
    <CommandForm<'edit-folder', 'text' | 'dismissed'> key={begin} id="edit-folder" action={action} initial={{ text: begin, dismissed: folder?.resolved.join(',') ?? '' }} submit={text.submit} said={text.said} kind="secondary" keeps pointers={{ '/text': 'text' }}
      check={(form) => needs(form, 'text', text.missing)} body={(form, version) => ({ version, text: form.text('text').trim(), notIdentifying: saidHarmless(form) })}>
      {(form) => <TextArea form={form} name="text" label={text.field} most={textLimit.long} rows={6} marking={leaving(form, namesIn(action.registers))} />}
    </CommandForm>
    {folder !== null && folder.findings.length > 0 && <Notice color="warning"><p>{text.left(folder.findings.length)}</p></Notice>}
    {folder?.confirmed && <Notice color="success"><p>{text.confirmed}</p></Notice>}
  </>;
}
