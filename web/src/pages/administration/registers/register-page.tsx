import { Page } from '../../../components/page/page.tsx';
import { RegisterList } from './register-list.tsx';
import { type ShownRegister, shownRegisters } from './shown-registers.ts';
import { registerTexts } from './texts.ts';

/** The registers, and the rows of one of them. */
export default function RegisterPage({ register }: { readonly register: ShownRegister }) {
  const text = registerTexts();
  return (
    <Page title={text.title} lead={text.lead} wide>
      <nav aria-label={text.which}><ul class="register-tabs">{shownRegisters.map((name) => (
        <li key={name}><a class="ds-link" href={`/administration/registers/${name}`} aria-current={name === register ? 'page' : undefined}>{text.register[name]}</a></li>
      ))}</ul></nav>
      <h2>{text.register[register]}</h2>
      <RegisterList key={register} register={register} />
    </Page>
  );
}
