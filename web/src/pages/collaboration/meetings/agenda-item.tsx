import type { AgendaItemView } from '../../../../../functions/contracts/meeting.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { dateNames, needsDate, noDate, StaffSelect, typedDate } from '../../../case-parts/fields.tsx';
import { partTexts } from '../../../case-parts/texts.ts';
import { Radios, Select } from '../../../components/field/choices.tsx';
import { DateField } from '../../../components/field/date-field.tsx';
import { leaving, namesIn, saidHarmless, TextArea } from '../../../components/field/text-area.tsx';
import { Facts, Written } from '../../../components/facts/facts.tsx';
import { dateAndTime, longDate } from '../../../language/dates.ts';
import { language } from '../../../language/language.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { needs } from '../../case/actions/command-form.tsx';
import { More } from '../../case/actions/plain-actions.tsx';
import { type Going, MeetingForm } from './meeting-form.tsx';
import { meetingTexts } from './texts.ts';

export const titleOf = (item: AgendaItemView): string => {
  const text = meetingTexts();
  if (item.case) return text.caseTitle(item.case.number);
  if (item.analysis) return text.analysisTitle(item.analysis.number);
  if (item.shortfall) return item.shortfall.counterpart;
  return item.matter ?? '';
};

/** An item of the agenda: what it is about, what was said of it, and what may be said. */
export function AgendaItem({ item, going }: { readonly item: AgendaItemView; readonly going: Going }) {
  const text = meetingTexts();
  const { removed, outcome } = item;
  return (
    <>
      <h3>{titleOf(item)}</h3>
      <p class="small">{text.sources[item.source]}{item.fromGroup !== null && `. ${text.fromGroup(item.fromGroup)}`}{item.source === 'added' && item.by && `. ${text.addedBy(item.by.name)}`}{item.reason && `: ${item.reason}`}</p>
      {removed ? <p>{text.removedBy(removed.by.name, removed.reason)}</p> : <About item={item} />}
      {outcome && <div class="stack">
        <p><strong>{text.outcomes[outcome.outcome]}</strong>{outcome.toGroup !== null && ` (${outcome.toGroup})`}{outcome.reviewDueAt !== null && <> · {text.nextReview(longDate(outcome.reviewDueAt))}</>} <span class="small">{text.saidOf(outcome.by.name, dateAndTime(outcome.at))}</span></p>
        {outcome.note && <Written>{outcome.note}</Written>}
      </div>}
      <div class="stack no-print">
        {item.outcomes.length > 0 && (outcome ? <More title={text.change}><OutcomeForm item={item} going={going} /></More> : <OutcomeForm item={item} going={going} />)}
        {item.mayRemove && <More title={text.remove}><Removal item={item} going={going} /></More>}
        {removed && going.meeting.mayChange && <MeetingForm<'change-meeting'> id="change-meeting" going={going} initial={{}} label={`${text.restore}: ${titleOf(item)}`} submit={text.restore} said={text.restored} kind="secondary" body={(_, version) => ({ version, change: { kind: 'restoreItem', itemId: item.id } })} />}
      </div>
    </>
  );
}

function About({ item: { case: about, shortfall, analysis } }: { readonly item: AgendaItemView }) {
  const text = meetingTexts();
  const words = vocabulary();
  if (shortfall) return <p>{shortfall.clause[language.value]} <strong>{text.count(shortfall.count)}</strong></p>;
  if (analysis) return <Facts facts={[[text.reason, analysis.reason], analysis.due !== null && [text.analysisDue, longDate(analysis.due)], analysis.result !== null && [text.result, <Written>{analysis.result}</Written>]]} />;
  if (!about) return null;
  return (
    <>
      <Facts facts={[
        [text.status, words.status[about.status]], [text.counterpart, about.category === null ? text.hidden : about.counterpart ?? text.public],
        about.category !== null && [text.registered, `${longDate(about.createdAt)} · ${words.category[about.category]}`], about.reviewDueAt !== null && [text.review, longDate(about.reviewDueAt)],
        [text.folder, about.folder === null ? text.noFolder : <Written>{about.folder}</Written>],
        [text.actions, about.actions.length === 0 ? text.noActions : <ul>{about.actions.map((one, index) => (
          <li key={index}>{one.text ?? text.hiddenAction[one.kind]} ({one.doneAt !== null ? text.done(longDate(one.doneAt)) : one.due !== null ? text.by(longDate(one.due)) : ''})</li>
        ))}</ul>],
      ]} />
      <p class="no-print">{about.path !== null && <a class="ds-link" href={about.path}>{text.openCase} {about.number}</a>} {about.folderPath !== null && <a class="ds-link" href={about.folderPath}>{text.openFolder} {about.number}</a>}</p>
    </>
  );
}

function OutcomeForm({ item, going }: { readonly item: AgendaItemView; readonly going: Going }) {
  const text = meetingTexts();
  const { meeting, registers } = going;
  const known = registers ? namesIn(registers) : [];
  const isNo = (chosen: string): boolean => chosen === 'notWantedResult';
  return (
    <MeetingForm<'record-meeting-outcome'> id="record-meeting-outcome" going={going} label={text.record(titleOf(item))} submit={text.save} said={text.recorded} kind="secondary"
      initial={{ outcome: '', note: '', dismissed: '', toGroup: '', because: '', text: '', who: '', ...noDate(meeting.now) }}
      pointers={{ '/outcome': 'outcome', '/note': 'note', '/toGroupId': 'toGroup', '/action/text': 'text', '/action/responsibleUserId': 'who', '/responsibleUserId': 'who', '/action/due': 'day', '/action': 'text' }}
      words={{ 'user-unknown': { field: 'who', text: text.mayNotRead } }}
      check={(form) => [
        ...needs(form, 'outcome', text.outcomeMissing),
        ...(isNo(form.text('outcome')) ? [...needs(form, 'text', text.newActionMissing), ...needs(form, 'who', partTexts().staffMissing), ...needsDate(form)] : []),
        ...(form.text('outcome') === 'forwarded' ? [...needs(form, 'toGroup', text.toGroupMissing), ...needs(form, 'note', text.noteMissing)] : []),
        ...(form.text('outcome') === 'upTheLadder' ? [...needs(form, 'because', text.becauseMissing), ...needs(form, 'note', text.noteMissing)] : []),
      ]}
      body={(form, version) => {
        const outcome = item.outcomes.find((one) => one === form.text('outcome')) ?? 'handled';
        return {
          version, itemId: item.id, outcome, note: form.text('note').trim(), notIdentifying: saidHarmless(form),
          ...(outcome === 'notWantedResult' && { action: { text: form.text('text').trim(), responsibleUserId: form.text('who'), due: typedDate(form) ?? '' } }),
          ...(outcome === 'upTheLadder' && { because: form.text('because') === 'ofPrinciple' ? 'ofPrinciple' as const : 'unsolved' as const }),
          ...(outcome === 'forwarded' && { toGroupId: form.text('toGroup') }),
        };
      }}>
      {(form) => <>
        <Radios form={form} name="outcome" label={text.outcome} options={item.outcomes.map((value) => ({ value, label: text.outcomes[value] }))} />
        {form.text('outcome') === 'forwarded' && <Select form={form} name="toGroup" label={text.toGroup} options={meeting.forwardTo.filter(({ ladder }) => !ladder || item.case === null).map(({ id, name }) => ({ value: id, label: name }))} />}
        {form.text('outcome') === 'upTheLadder' && <Radios form={form} name="because" label={text.because} options={[{ value: 'unsolved', label: text.reasons.unsolved }, { value: 'ofPrinciple', label: text.reasons.ofPrinciple }]} />}
        {isNo(form.text('outcome')) && registers && <>
          <TextArea form={form} name="text" label={text.newAction} description={text.newActionAbout} most={textLimit.medium} rows={2} />
          <StaffSelect form={form} name="who" label={text.who} registers={registers} />
          <DateField form={form} names={dateNames} label={text.actionDue} />
        </>}
        <TextArea form={form} name="note" label={text.note} description={text.noteAbout} most={textLimit.medium} rows={2} optional={form.text('outcome') !== 'forwarded' && form.text('outcome') !== 'upTheLadder'} marking={leaving(form, known)} />
      </>}
    </MeetingForm>
  );
}

function Removal({ item, going }: { readonly item: AgendaItemView; readonly going: Going }) {
  const text = meetingTexts();
  return (
    <MeetingForm<'change-meeting'> id="change-meeting" going={going} initial={{ reason: '', dismissed: '' }} label={`${text.remove}: ${titleOf(item)}`} submit={text.remove} said={text.removed} kind="secondary" pointers={{ '/change/reason': 'reason' }}
      check={(form) => needs(form, 'reason', text.reasonMissing)} body={(form, version) => ({ version, change: { kind: 'removeItem', itemId: item.id, reason: form.text('reason').trim(), notIdentifying: saidHarmless(form) } })}>
      {(form) => <TextArea form={form} name="reason" label={text.reason} most={textLimit.short} rows={2} marking={leaving(form, going.registers ? namesIn(going.registers) : [])} />}
    </MeetingForm>
  );
}
