import type { AnyCaseView } from '../../../../functions/contracts/case.ts';
import { textLimit } from '../../../../functions/contracts/limits.ts';
import { harms, matrixGrades, medicationCategories, nccMerpIndexes } from '../../../../functions/contracts/words.ts';
import { Checkbox, Radios, Select } from '../../components/field/choices.tsx';
import { TextArea } from '../../components/field/text-area.tsx';
import { vocabulary } from '../../language/vocabulary.ts';
import { type ActionProps, CommandForm, needs } from '../../pages/case/actions/command-form.tsx';
import { partTexts } from '../texts.ts';
import { Matrix } from './assessment.tsx';

type OnCase = ActionProps<AnyCaseView>;
const gradeOf = (typed: string) => matrixGrades.find((grade) => String(grade) === typed) ?? null;

/** The matrix as two questions; the table beside them shows where the answers meet. */
export function AssessHarm(action: OnCase) {
  const texts = partTexts();
  const text = texts.assess;
  const { harmAssessment: made, report } = action.view;
  const medication = medicationCategories.some((category) => category === report.category);
  const initial = {
    harm: made?.harm ?? report.harm, serious: made?.seriousRisk ?? (report.seriousRisk === true), consequence: String(made?.consequence ?? ''), probability: String(made?.probability ?? ''), index: made?.nccMerp ?? '', note: made?.note ?? '',
  };
  return <>
    <p class="small">{text.about}</p>
    <CommandForm<'assess-harm', keyof typeof initial> id="assess-harm" action={action} initial={initial} submit={text.submit} said={text.said} keeps
      pointers={{ '/harm': 'harm', '/seriousRisk': 'serious', '/consequence': 'consequence', '/probability': 'probability', '/nccMerp': 'index', '/note': 'note' }}
      check={(form) => [...needs(form, 'harm', text.harmMissing), ...needs(form, 'consequence', text.consequenceMissing), ...needs(form, 'probability', text.probabilityMissing)]}
      body={(form, version) => ({
        version, harm: harms.find((harm) => harm === form.text('harm')) ?? 'risk', seriousRisk: form.flag('serious'), consequence: gradeOf(form.text('consequence')) ?? 1, probability: gradeOf(form.text('probability')) ?? 1,
        nccMerp: nccMerpIndexes.find((index) => index === form.text('index')) ?? null, note: form.text('note').trim(),
      })}>
      {(form) => <>
        <Select form={form} name="harm" label={text.harm} options={harms.map((value) => ({ value, label: vocabulary().harm[value] }))} />
        <Checkbox form={form} name="serious" label={text.seriousRisk} />
        <Radios form={form} name="consequence" label={text.consequence} options={matrixGrades.map((grade) => ({ value: String(grade), label: texts.consequence[grade] }))} />
        <Radios form={form} name="probability" label={text.probability} options={matrixGrades.map((grade) => ({ value: String(grade), label: texts.probability[grade] }))} />
        <Matrix consequence={gradeOf(form.text('consequence'))} probability={gradeOf(form.text('probability'))} />
        {medication && <Select form={form} name="index" label={text.nccMerp} optional empty={text.noIndex} options={nccMerpIndexes.map((value) => ({ value, label: texts.index[value] }))} />}
        <TextArea form={form} name="note" label={text.note} optional most={textLimit.medium} rows={2} />
      </>}
    </CommandForm>
  </>;
}

/** By another person than the one who assessed. */
export function ReviewHarm(action: OnCase) {
  const text = partTexts().review;
  return <>
    <p class="small">{text.about(action.view.harmAssessment?.by.name ?? '')}</p>
    <CommandForm<'review-harm', 'note'> id="review-harm" action={action} initial={{ note: '' }} submit={text.submit} said={text.said} pointers={{ '/note': 'note' }} body={(form, version) => ({ version, note: form.text('note').trim() })}>
      {(form) => <TextArea form={form} name="note" label={text.note} optional most={textLimit.medium} rows={2} />}
    </CommandForm>
  </>;
}
