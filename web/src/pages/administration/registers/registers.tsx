import { useLocation } from 'preact-iso/router';
import { useRef } from 'preact/hooks';
import { loaded } from '../../../components/page/loaded.tsx';
import { Page } from '../../../components/page/page.tsx';
import type { SectionProps } from '../sections.ts';
import { RegisterList } from './register-list.tsx';
import './registers.css';
import { keyInAddress } from './row-address.ts';
import { registerTexts, shownRegisters } from './texts.ts';

const RowPage = loaded(() => import('./row-page.tsx'));

/** The registers: which one and its rows, or one of them. */
export default function RegistersPage({ rest }: SectionProps) {
  const text = registerTexts();
  const { query } = useLocation();
  const [named, part] = rest.split('/');
  // Going to a place on the page, such as its content, takes the key out of the address, but not the row off the page.
  const key = useRef<string | null>(null);
  key.current = part === 'row' ? keyInAddress(location.hash) ?? key.current : null;
  const register = shownRegisters.find((name) => name === named) ?? 'organisations';
  if (part === 'new') return <RowPage key={`${register} new`} register={register} rowKey={null} from={query['from'] ?? null} />;
  if (part === 'row' && key.current !== null) return <RowPage key={`${register} ${key.current}`} register={register} rowKey={key.current} from={null} />;
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
