import { Page } from '../../../components/page/page.tsx';
import type { SectionProps } from '../sections.ts';
import { RegisterList } from './register-list.tsx';
import { registerTexts } from './texts.ts';
import { shownRegisters } from './texts.ts';

/** The registers: which one, and its rows. */
export default function RegistersPage({ rest }: SectionProps) {
  const text = registerTexts();
  const register = shownRegisters.find((name) => name === rest) ?? 'organisations';
  return (
    <Page title={text.title} lead={text.lead} wide>
      <ul class="administration-tabs">{shownRegisters.map((name) => (
        <li key={name}><a class="ds-link" href={`/administration/registers/${name}`} aria-current={name === register ? 'page' : undefined}>{text.register[name]}</a></li>
      ))}</ul>
      <RegisterList key={register} register={register} />
    </Page>
  );
}
