import type { ComponentType } from 'preact';
import { part } from '../../components/page/part.tsx';
import { bilingual } from '../../language/language.ts';
import { hasRole, handlesCases, profile } from '../../session/session.ts';
import DescriptionsPage from './descriptions/descriptions.tsx';
import DisputesPage from './disputes/disputes.tsx';
import MeetingsPage from './meetings/meetings.tsx';

/** What each part of collaboration is given: what follows its own name in the address, without a slash at either end. */
export interface SectionProps {
  readonly rest: string;
}
export interface Section {
  /** False: reached by links, not by the menu. */
  readonly inMenu?: false;
  /** The part of the menu that it belongs to, when it is no part of its own. */
  readonly within?: string;
  readonly path: string;
  readonly title: string;
  readonly isOpen: boolean;
  readonly Component: ComponentType<SectionProps>;
}

const titles = bilingual({
  groups: 'Mina grupper', reports: 'Rapporter', meetings: 'Möten', deepAnalyses: 'Djupanalyser', disputes: 'Tvister', descriptions: 'Händelsebeskrivningar',
  releases: 'Utlämnande', archives: 'Paket till arkiv',
  keeping: 'Bevara och gallra',
}, {
  groups: 'My groups', reports: 'Reports', meetings: 'Meetings', deepAnalyses: 'Deep analyses', disputes: 'Disputes', descriptions: 'Event descriptions',
  releases: 'Release', archives: 'Packages',
  keeping: 'Keeping',
});

const ReportsPage = part<SectionProps>(() => import('./reports/reports.tsx'));
const DeepAnalysesPage = part<SectionProps>(() => import('./deep-analyses/deep-analyses.tsx'));
const GroupsPage = part<SectionProps>(() => import('./groups/groups.tsx'));
const FoldersPage = part<SectionProps>(() => import('./folders/folders.tsx'));
const ReleasesPage = part<SectionProps>(() => import('./releases/releases.tsx'));
const ArchivesPage = part<SectionProps>(() => import('./archives/archives.tsx'));

const KeepingPage = part<SectionProps>(() => import('./keeping/keeping.tsx'));

const releasing: readonly string[] = ['mas', 'mar', 'sas', 'investigator', 'administrator'];
/** Those who handle a field's cases, and those who do it for them; the pages say the rest. */
const mayRelease = (): boolean => profile.value?.roles.some(({ role }) => releasing.includes(role)) === true;

/** As the routine says, which the page knows: those who may be told of what goes, or sign for it. */
const mayKeep = (): boolean => profile.value?.roles.some(({ role }) => ['mas', 'mar', 'sas', 'investigator', 'caseCoordinator', 'systemAdministrator'].includes(role)) === true;

/** The parts of what is above the single case, in the order of the menu. Each is a file of its own that is loaded when it is opened. */
export const sections = (): readonly Section[] => [
  { path: 'groups', title: titles().groups, isOpen: (profile.value?.groups.length ?? 0) > 0, Component: GroupsPage },
  // Those who edit, those who receive, and those who keep the clocks; the page says the rest.
  { path: 'reports', title: titles().reports, isOpen: (profile.value?.groups.length ?? 0) > 0 || mayRelease() || hasRole('caseCoordinator', 'systemAdministrator') || location.pathname.startsWith('/collaboration/reports'), Component: ReportsPage },
  { path: 'meetings', title: titles().meetings, isOpen: (profile.value?.groups.length ?? 0) > 0, Component: MeetingsPage },
  // Whoever proposed one, or makes one, comes by the link in a mail.
  { path: 'deep-analyses', title: titles().deepAnalyses, isOpen: hasRole('mas', 'mar', 'sas') || (profile.value?.groups ?? []).some(({ kind }) => kind === 'analysisGroup') || location.pathname.startsWith('/collaboration/deep-analyses'), Component: DeepAnalysesPage },
  { path: 'folders', title: '', inMenu: false, within: 'groups', isOpen: true, Component: FoldersPage },
  // Anybody may own a dispute.
  { path: 'disputes', title: titles().disputes, isOpen: true, Component: DisputesPage },
  { path: 'event-descriptions', title: titles().descriptions, isOpen: handlesCases.value, Component: DescriptionsPage },
  { path: 'releases', title: titles().releases, isOpen: mayRelease(), Component: ReleasesPage },
  { path: 'archives', title: titles().archives, isOpen: mayRelease(), Component: ArchivesPage },
  { path: 'keeping', title: titles().keeping, isOpen: mayKeep(), Component: KeepingPage },
];
