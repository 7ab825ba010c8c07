import { useLocation } from 'preact-iso/router';
import { useRef } from 'preact/hooks';
import { part } from '../../../components/page/part.tsx';
import type { SectionProps } from '../sections.ts';
import './registers.css';
import { keyInAddress } from './row-address.ts';
import { shownRegisters } from './shown-registers.ts';

const RegisterPage = part(() => import('./register-page.tsx'));
const RowPage = part(() => import('./row-page.tsx'));

/** The registers: which one and its rows, or one of them. */
export default function RegistersPage({ rest }: SectionProps) {
  const { query } = useLocation();
  const [named, place] = rest.split('/');
  // Going to a place on the page, such as its content, takes the key out of the address, but not the row off the page.
  const key = useRef<string | null>(null);
  key.current = place === 'row' ? keyInAddress(location.hash) ?? key.current : null;
  const register = shownRegisters.find((name) => name === named) ?? 'organisations';
  if (place === 'new') return <RowPage key={`${register} new`} register={register} rowKey={null} from={query['from'] ?? null} />;
  if (place === 'row' && key.current !== null) return <RowPage key={`${register} ${key.current}`} register={register} rowKey={key.current} from={null} />;
  return <RegisterPage register={register} />;
}
