import { textLimit } from '../../../../functions/contracts/limits.ts';
import { climbReasons } from '../../../../functions/contracts/words.ts';
import { Radios, Select } from '../../components/field/choices.tsx';
import { leaving, saidHarmless, TextArea } from '../../components/field/text-area.tsx';
import { CommandForm, needs, type OnVersion } from '../../pages/case/actions/command-form.tsx';
import { nameOfLevel, type Place } from './story.tsx';
import { ladderTexts } from './texts.ts';

/** One level up: by the managers, or by a group's convener (R7). */
export function ForwardCase({ place, known, ...action }: OnVersion & { readonly place: Place; readonly known: readonly string[] }) {
  const text = ladderTexts().forward;
  const { next, groups } = place;
  const name = nameOfLevel(place, place.level + 1);
  const kinds = [...new Set(next.choices.map(({ kind }) => kind))];
  const chosen = (form: { text: (name: `group-${string}`) => string }) => kinds.flatMap((kind) => {
    const picked = form.text(`group-${kind}`);
    const best = next.groups.find((group) => group.kind === kind)?.id;
    return picked !== '' ? [picked] : best === undefined ? [] : [best];
  });
  const initial: Record<string, string> = { because: '', reason: '', dismissed: '', ...Object.fromEntries(kinds.map((kind) => [`group-${kind}`, ''])) };
  return <>
    <p class="small">{groups.length === 0 ? text.about : text.aboutGroup}</p>
    <p>{text.to}: {next.groups.length > 0 ? next.groups.map((group) => group.name).join(', ') : name}</p>
    {next.missing && <p class="small">{text.noGroup}</p>}
    <CommandForm<'forward-case', string> id="forward-case" action={action} initial={initial} submit={text.submit} said={ladderTexts().forward.said} pointers={{ '/because': 'because', '/reason': 'reason' }}
      check={(form) => [...needs(form, 'because', text.chooseBecause), ...needs(form, 'reason', text.missing)]}
      body={(form, version) => ({
        version, because: climbReasons.find((one) => one === form.text('because')) ?? 'unsolved', reason: form.text('reason').trim(), notIdentifying: saidHarmless(form),
        ...(kinds.some((kind) => form.text(`group-${kind}`) !== '') && { groupIds: chosen(form) }),
      })}>
      {(form) => <>
        <Radios form={form} name="because" label={text.because} options={climbReasons.map((value) => ({ value, label: ladderTexts().because[value] }))} />
        <TextArea form={form} name="reason" label={text.reason} most={textLimit.medium} rows={3} marking={leaving(form, known)} />
        {kinds.filter((kind) => next.choices.filter((group) => group.kind === kind).length > 1 || next.missing).map((kind) => (
          <Select key={kind} form={form} name={`group-${kind}`} label={text.choose} empty={text.best} options={next.choices.filter((group) => group.kind === kind).map((group) => ({ value: group.id, label: group.name }))} />
        ))}
      </>}
    </CommandForm>
  </>;
}

/** Downwards, with what was found. */
export function ReturnCase({ place, returnsTo, known, ...action }: OnVersion & { readonly place: Place; readonly returnsTo: readonly number[]; readonly known: readonly string[] }) {
  const text = ladderTexts().back;
  return <>
    <p class="small">{text.about}</p>
    <CommandForm<'return-case', 'toLevel' | 'reason' | 'dismissed'> id="return-case" action={action} initial={{ toLevel: '', reason: '', dismissed: '' }} submit={text.submit} said={text.said} kind="secondary" pointers={{ '/toLevel': 'toLevel', '/reason': 'reason' }}
      check={(form) => [...needs(form, 'toLevel', text.chooseTo), ...needs(form, 'reason', text.missing)]}
      body={(form, version) => ({ version, toLevel: Number(form.text('toLevel')), reason: form.text('reason').trim(), notIdentifying: saidHarmless(form) })}>
      {(form) => <>
        <Radios form={form} name="toLevel" label={text.to} options={returnsTo.map((level) => ({ value: String(level), label: level === 1 ? text.staff : nameOfLevel(place, level) }))} />
        <TextArea form={form} name="reason" label={text.reason} most={textLimit.medium} rows={3} marking={leaving(form, known)} />
      </>}
    </CommandForm>
  </>;
}
