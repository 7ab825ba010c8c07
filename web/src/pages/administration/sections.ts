import type { ComponentType } from 'preact';
import { part } from '../../components/page/part.tsx';
import { bilingual } from '../../language/language.ts';
import { hasRole, profile } from '../../session/session.ts';
import RegistersPage from './registers/registers.tsx';
import RoutinesPage from './routines/routines.tsx';

/** What each part of administration is given: what follows its own name in the address, without a slash at either end. */
export interface SectionProps {
  readonly rest: string;
}
export interface Section {
  readonly path: string;
  readonly title: string;
  readonly isOpen: boolean;
  readonly Component: ComponentType<SectionProps>;
}

const titles = bilingual({
  routines: 'Rutinen', registers: 'Register', import: 'Import och export', mailTexts: 'Mejltexter', firstHour: 'Första timmen', figures: 'Statistikens tal',
}, {
  routines: 'The routine', registers: 'Registers', import: 'Import and export', mailTexts: 'Mail texts', firstHour: 'First hour', figures: 'Figures of statistics',
});

const ImportPage = part(() => import('./import/import.tsx'));
const MailTextsPage = part<SectionProps>(() => import('./mail-texts/mail-texts.tsx'));
const FiguresPage = part<SectionProps>(() => import('./figures/figures.tsx'));
const FirstHourPage = part<SectionProps>(() => import('./first-hour/first-hour.tsx'));

/** The parts of administration, in the order of its menu. Each is a file of its own that is loaded when it is opened. */
export const sections = (): readonly Section[] => {
  const administers = hasRole('systemAdministrator');
  return [
    { path: 'routines', title: titles().routines, isOpen: administers || profile.value?.mayReadRoutine === true, Component: RoutinesPage },
    { path: 'registers', title: titles().registers, isOpen: administers, Component: RegistersPage },
    { path: 'import', title: titles().import, isOpen: administers, Component: ImportPage },
    { path: 'mail-texts', title: titles().mailTexts, isOpen: administers, Component: MailTextsPage },
    { path: 'figures', title: titles().figures, isOpen: administers, Component: FiguresPage },
    { path: 'first-hour', title: titles().firstHour, isOpen: administers, Component: FirstHourPage },
  ];
};
