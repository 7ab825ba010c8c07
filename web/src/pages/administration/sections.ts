import type { ComponentType } from 'preact';
import { part } from '../../components/page/part.tsx';
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
  routines: 'Rutinen', registers: 'Register', import: 'Import och export', mailTexts: 'Mejltexter', firstHour: 'Första timmen',
}, {
  routines: 'The routine', registers: 'Registers', import: 'Import and export', mailTexts: 'Mail texts', firstHour: 'First hour',
});

const RoutinesPage = part(() => import('./routines/routines.tsx'));
const RegistersPage = part(() => import('./registers/registers.tsx'));
const ImportPage = part(() => import('./import/import.tsx'));
const MailTextsPage = part<SectionProps>(() => import('./mail-texts/mail-texts.tsx'));
const FirstHourPage = part<SectionProps>(() => import('./first-hour/first-hour.tsx'));

/** The parts of administration, in the order of its menu. Each is a file of its own that is loaded when it is opened. */
export const sections = (): readonly Section[] => [
  { path: 'routines', title: titles().routines, roles: ['systemAdministrator', 'mas', 'mar', 'sas'], Component: RoutinesPage },
  { path: 'registers', title: titles().registers, roles: ['systemAdministrator'], Component: RegistersPage },
  { path: 'import', title: titles().import, roles: ['systemAdministrator'], Component: ImportPage },
  { path: 'mail-texts', title: titles().mailTexts, roles: ['systemAdministrator'], Component: MailTextsPage },
  { path: 'first-hour', title: titles().firstHour, roles: ['systemAdministrator'], Component: FirstHourPage },
];
