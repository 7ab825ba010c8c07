import type { LocalDate } from './calendar.ts';
import type { Instant } from './case.ts';
import { noticeEntry, type NoticeEntry } from './outbox.ts';
import type { Register } from './register.ts';
import { holdersOf } from './role-holders.ts';
import type { Routine } from './routine.ts';
import type { Role } from './vocabulary.ts';

/** What the first administrator sees to before anybody reports, in this order. */
export const firstHourSteps = ['organisation', 'units', 'parties', 'users', 'roles', 'substitutes', 'routine', 'mail', 'case'] as const;
export type FirstHourStep = (typeof firstHourSteps)[number];

/** A mail to whoever asked for it, by the way that all mails go. */
export const testMailNotice = ({ id, by }: { readonly id: string; readonly by: string }): NoticeEntry =>
  noticeEntry({ caseId: id, mail: 'test', userId: by, path: '/administration/first-hour', occasion: 'asked' });

/** What the registers cannot show. */
export interface FirstHourNotes {
  readonly approved: { readonly id: string; readonly version: number; readonly by: string; readonly at: Instant } | null;
  readonly testMail: { readonly id: string; readonly by: string; readonly at: Instant } | null;
  readonly caseSkipped: { readonly by: string; readonly at: Instant } | null;
}
export interface FirstHourFacts {
  readonly register: Register;
  readonly routine: Routine;
  readonly today: LocalDate;
  readonly notes: FirstHourNotes;
  readonly testMail: 'none' | 'waiting' | 'sent' | 'failed';
  /** Whether any case has come to its end. */
  readonly caseEnded: boolean;
}
export interface StepState {
  readonly step: FirstHourStep;
  readonly state: 'todo' | 'waiting' | 'done' | 'skipped';
  /** How many there are, and how many of them are as they should be. */
  readonly of: number;
  readonly ready: number;
}
export interface FirstHourView {
  readonly steps: readonly StepState[];
  readonly missingRoles: readonly Role[];
  readonly withoutSubstitute: readonly Role[];
  readonly unitsWithoutMailbox: readonly string[];
  readonly partiesWithoutMailbox: readonly string[];
}

const inUse = ({ active }: { readonly active?: boolean | undefined }): boolean => active !== false;

/** Roles without which a case would stand still: who reports, and who is responsible by the routine, in both directions. */
export const rolesOfRoutine = ({ outgoing, incoming }: Routine): readonly Role[] =>
  [...new Set<Role>(['systemAdministrator', 'reporter', ...outgoing.responsibility.map(({ responsible }) => responsible), ...incoming.responsibility.map(({ responsible }) => responsible)])];

/** Where an installation stands on the way to its first report. */
export function firstHourOf({ register, routine, today, notes, testMail, caseEnded }: FirstHourFacts): FirstHourView {
  const own = register.organisations.filter((one) => one.own && inUse(one));
  const others = register.organisations.filter((one) => !one.own && inUse(one));
  const units = register.units.filter(inUse);
  const ownUnits = units.filter(({ organisationId }) => own.some(({ id }) => id === organisationId));
  const unitsWithoutMailbox = ownUnits.filter(({ mailbox, managerMailbox }) => mailbox === undefined || managerMailbox === undefined).map(({ name }) => name);
  const partiesWithoutMailbox = others.filter(({ id }) => !units.some((unit) => unit.organisationId === id && unit.mailbox !== undefined)).map(({ name }) => name);
  const users = register.users.filter(inUse);
  const needed = rolesOfRoutine(routine);
  const missingRoles = needed.filter((role) => holdersOf(register, role, today).length === 0);
  const held = needed.filter((role) => role !== 'reporter' && !missingRoles.includes(role));
  const withoutSubstitute = held.filter((role) => !hasStandIn(register, role, today));
  const approved = notes.approved?.id === routine.id && notes.approved.version === routine.version;
  const counted = (step: FirstHourStep, ready: number, of: number): StepState => ({ step, state: of > 0 && ready === of ? 'done' : 'todo', ready, of });
  const once = (step: FirstHourStep, state: StepState['state']): StepState => ({ step, state, of: 1, ready: state === 'done' ? 1 : 0 });
  return {
    steps: [
      counted('organisation', Math.min(own.length, 1) + (register.callBackPhone ? 1 : 0), 2),
      counted('units', ownUnits.length - unitsWithoutMailbox.length, ownUnits.length),
      counted('parties', others.length - partiesWithoutMailbox.length, others.length),
      // One alone can neither report to another nor stand in.
      { step: 'users', state: users.length > 1 ? 'done' : 'todo', ready: users.length, of: Math.max(users.length, 2) },
      counted('roles', needed.length - missingRoles.length, needed.length),
      counted('substitutes', held.length - withoutSubstitute.length, held.length),
      once('routine', approved ? 'done' : 'todo'),
      once('mail', testMail === 'sent' ? 'done' : testMail === 'waiting' ? 'waiting' : 'todo'),
      once('case', caseEnded ? 'done' : notes.caseSkipped === null ? 'todo' : 'skipped'),
    ],
    missingRoles, withoutSubstitute, unitsWithoutMailbox, partiesWithoutMailbox,
  };
}

/** Two who hold it, or one with a substitute named. */
const hasStandIn = (register: Register, role: Role, today: LocalDate): boolean =>
  holdersOf(register, role, today).length > 1 || register.roles.some((held) => held.role === role && held.substituteUserId !== undefined && (held.to === undefined || held.to >= today));

export const isFinished = ({ steps }: FirstHourView): boolean => steps.every(({ state }) => state === 'done' || state === 'skipped');
