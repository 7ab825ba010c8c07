import type { ComponentType } from 'preact';
import { loaded } from '../../components/page/loaded.tsx';
import type { Role } from '../../../../functions/contracts/words.ts';
import { bilingual } from '../../language/language.ts';

/** What each part of administration is given: what follows its own name in the address, without a slash at either end. */
export interface SectionProps {
  readonly rest: string;
}
export interface Section {
  readonly path: string;
  readonly title: string;
  /** Who sees it. */
  readonly roles: readonly Role[];
  readonly Component: ComponentType<SectionProps>;
}

const titles = bilingual({
  routines: 'Rutinen', registers: 'Register',
}, {
  routines: 'The routine', registers: 'Registers',
});

const RoutinesPage = loaded(() => import('./routines/routines.tsx'));
const RegistersPage = loaded(() => import('./registers/registers.tsx'));

/** The parts of administration, in the order of its menu. Each is a file of its own that is loaded when it is opened. */
export const sections = (): readonly Section[] => [
  { path: 'routines', title: titles().routines, roles: ['systemAdministrator', 'mas', 'mar', 'sas'], Component: RoutinesPage },
  { path: 'registers', title: titles().registers, roles: ['systemAdministrator'], Component: RegistersPage },
];
