import type { FolderView } from '../../../../../functions/contracts/escalation.ts';
import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { dateNames, noDate, typedDate } from '../../../case-parts/fields.tsx';
import { Checkbox, Group } from '../../../components/field/choices.tsx';
import { DateField } from '../../../components/field/date-field.tsx';
import { leaving, saidHarmless, TextArea } from '../../../components/field/text-area.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { CommandForm, needs, type OnVersion } from '../../case/actions/command-form.tsx';
import { folderTexts } from './texts.ts';

type OnFolder = OnVersion & { readonly folder: FolderView; readonly known: readonly string[] };
const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

export function AskGroups({ known, ...action }: OnFolder) {
  const text = folderTexts().ask;
  return <>
    <p class="small">{text.about}</p>
    <CommandForm<'consult-group', 'text' | 'dismissed'> id="consult-group" action={action} initial={{ text: '', dismissed: '' }} submit={text.submit} said={text.said} kind="secondary" pointers={{ '/text': 'text' }}
      check={(form) => needs(form, 'text', text.missing)} body={(form, version) => ({ kind: 'ask', version, text: form.text('text').trim(), notIdentifying: saidHarmless(form) })}>
      {(form) => <TextArea form={form} name="text" label={text.field} most={textLimit.medium} rows={3} marking={leaving(form, known)} />}
    </CommandForm>
  </>;
}
export function AnswerGroup({ known, consultationId, ...action }: OnFolder & { readonly consultationId: string }) {
  const text = folderTexts().reply;
  return (
    <CommandForm<'consult-group', 'text' | 'dismissed'> id="consult-group" action={action} initial={{ text: '', dismissed: '' }} submit={text.submit} said={text.said} pointers={{ '/text': 'text' }}
      check={(form) => needs(form, 'text', text.missing)} body={(form, version) => ({ kind: 'answer', version, consultationId, text: form.text('text').trim(), notIdentifying: saidHarmless(form) })}>
      {(form) => <TextArea form={form} name="text" label={text.field} most={textLimit.medium} rows={3} marking={leaving(form, known)} />}
    </CommandForm>
  );
}

export function WriteBasis({ folder, known, ...action }: OnFolder) {
  const text = folderTexts().basis;
  const { basis } = folder;
  return <>
    <p class="small">{text.about}</p>
    <CommandForm<'write-basis', 'text' | 'measures' | 'dismissed'> id="write-basis" action={action} initial={{ text: basis?.text ?? '', measures: basis?.measures.join('\n') ?? '', dismissed: '' }} submit={text.submit} said={text.said} kind={basis === null ? 'primary' : 'secondary'} keeps
      pointers={{ '/text': 'text', '/measures': 'measures' }} check={(form) => needs(form, 'text', text.missing)}
      body={(form, version) => ({ version, text: form.text('text').trim(), measures: lines(form.text('measures')), notIdentifying: saidHarmless(form) })}>
      {(form) => <>
        <TextArea form={form} name="text" label={text.field} most={textLimit.long} rows={5} marking={leaving(form, known)} />
        <TextArea form={form} name="measures" label={text.measures} optional most={textLimit.medium} rows={3} marking={leaving(form, known)} />
      </>}
    </CommandForm>
  </>;
}

export function DecideEscalation({ folder, known, ...action }: OnFolder) {
  const text = folderTexts().decide;
  return (
    <CommandForm<'decide-escalation', string> id="decide-escalation" action={action} initial={{ text: '', measures: folder.basis?.measures.join('\n') ?? '', dismissed: '', group: false, name: '', task: '', ...noDate(folder.now) }} submit={text.submit} said={text.said}
      pointers={{ '/text': 'text', '/measures': 'measures', '/workingGroup/name': 'name', '/workingGroup/task': 'task', '/workingGroup/due': 'day' }}
      check={(form) => [
        ...needs(form, 'text', text.missing),
        ...(form.flag('group') ? [...needs(form, 'name', text.missing), ...needs(form, 'task', text.missing), ...(typedDate(form) === null ? [{ field: 'day', text: text.dateMissing }] : [])] : []),
      ]}
      body={(form, version) => ({
        version, text: form.text('text').trim(), measures: lines(form.text('measures')), notIdentifying: saidHarmless(form),
        workingGroup: form.flag('group') ? { name: form.text('name').trim(), task: form.text('task').trim(), due: typedDate(form) ?? '' } : null,
      })}>
      {(form) => <>
        <TextArea form={form} name="text" label={text.field} most={textLimit.long} rows={5} marking={leaving(form, known)} />
        <TextArea form={form} name="measures" label={text.measures} optional most={textLimit.medium} rows={3} marking={leaving(form, known)} />
        <Checkbox form={form} name="group" label={text.group} />
        {form.flag('group') && <>
          <TextField form={form} name="name" label={text.name} />
          <TextArea form={form} name="task" label={text.task} most={textLimit.medium} rows={2} marking={leaving(form, known)} />
          <DateField form={form} names={dateNames} label={text.due} />
        </>}
      </>}
    </CommandForm>
  );
}

export function InformOfDecision({ folder, known, ...action }: OnFolder) {
  const text = folderTexts().inform;
  const initial: Record<string, string | boolean> = { text: '', dismissed: '', ...Object.fromEntries(folder.units.map(({ id }) => [`unit-${id}`, false])) };
  return <>
    <p class="small">{text.about}</p>
    <CommandForm<'inform-of-decision', string> id="inform-of-decision" action={action} initial={initial} submit={text.submit} said={text.said} pointers={{ '/text': 'text' }}
      check={(form) => needs(form, 'text', text.missing)}
      body={(form, version) => ({ version, text: form.text('text').trim(), unitIds: folder.units.filter(({ id }) => form.flag(`unit-${id}`)).map(({ id }) => id), notIdentifying: saidHarmless(form) })}>
      {(form) => <>
        <TextArea form={form} name="text" label={text.field} most={textLimit.medium} rows={3} marking={leaving(form, known)} />
        <details><summary>{text.units}</summary><Group label={text.units}>{folder.units.map(({ id, name }) => <Checkbox key={id} form={form} name={`unit-${id}`} label={name} />)}</Group></details>
      </>}
    </CommandForm>
  </>;
}
