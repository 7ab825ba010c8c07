import { useLocation } from 'preact-iso/router';
import { loaded } from '../../../components/page/loaded.tsx';
import { Page } from '../../../components/page/page.tsx';
import type { SectionProps } from '../sections.ts';
import { RegisterList } from './register-list.tsx';
import './registers.css';
import { registerTexts, shownRegisters } from './texts.ts';

const RowPage = loaded(() => import('./row-page.tsx'));

/** The registers: which one and its rows, or one of them. */
export default function RegistersPage({ rest }: SectionProps) {
  const text = registerTexts();
  const { query } = useLocation();
  const [named, part] = rest.split('/');
  const register = shownRegisters.find((name) => name === named) ?? 'organisations';
  if (part === 'new') return <RowPage key={`${register} new`} register={register} rowKey={null} from={query['from'] ?? null} />;
  if (part === 'row' && query['key']) return <RowPage key={`${register} ${query['key']}`} register={register} rowKey={query['key']} from={null} />;
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
