import type { LocalDate } from './calendar.ts';
import type { Instant } from './case.ts';
import { isInUse } from './in-use.ts';
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

/** Whom a routine needs, in both directions; of several roles together, one that is held is enough. */
export const rolesOfRoutine = ({ outgoing, incoming, harm, review, downtime }: Routine): readonly (readonly Role[])[] => {
  const single: readonly Role[] = [
    'systemAdministrator', ...outgoing.responsibility.map(({ responsible }) => responsible), ...incoming.responsibility.map(({ responsible }) => responsible),
    ...(outgoing.replyTo.includes('mas') ? ['mas' as const] : []), harm.seriousHarm.lexMaria, harm.seriousHarm.lexSarah, review.role,
  ];
  const several = [
    outgoing.mayReport, outgoing.maySend, outgoing.mayShare, outgoing.mayClose, incoming.mayRegister, incoming.mayAssign, incoming.maySend, downtime.enteredBy,
    ...incoming.responsibility.flatMap(({ registeredBy }) => (registeredBy ? [registeredBy] : [])),
  ].filter((list) => list.length > 0 && !list.some((role) => single.includes(role)));
  return [...new Map([...single.map((role) => [role]), ...several].map((list) => [list.join(), list])).values()];
};

/** Where an installation stands on the way to its first report. */
export function firstHourOf({ register, routine, today, notes, testMail, caseEnded }: FirstHourFacts): FirstHourView {
  const own = register.organisations.filter((one) => one.own && isInUse(one));
  const others = register.organisations.filter((one) => !one.own && isInUse(one));
  const units = register.units.filter(isInUse);
  const ownUnits = units.filter(({ organisationId }) => own.some(({ id }) => id === organisationId));
  const unitsWithoutMailbox = ownUnits.filter(({ mailbox, managerMailbox }) => mailbox === undefined || managerMailbox === undefined).map(({ name }) => name);
  const partiesWithoutMailbox = others.filter(({ id }) => !units.some((unit) => unit.organisationId === id && unit.mailbox !== undefined)).map(({ name }) => name);
  const users = register.users.filter(isInUse);
  const needed = rolesOfRoutine(routine);
  const isHeld = (role: Role): boolean => holdersOf(register, role, today).length > 0;
  const missing = needed.filter((list) => !list.some(isHeld));
  const missingRoles = [...new Set(missing.flatMap(([role]) => role ?? []))];
  const held = needed.flatMap((list) => (list.length === 1 ? list : [])).filter((role) => role !== 'reporter' && isHeld(role));
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
      counted('roles', needed.length - missing.length, needed.length),
      counted('substitutes', held.length - withoutSubstitute.length, held.length),
      once('routine', approved ? 'done' : 'todo'),
      once('mail', testMail === 'sent' ? 'done' : testMail === 'waiting' ? 'waiting' : 'todo'),
      once('case', caseEnded ? 'done' : notes.caseSkipped === null ? 'todo' : 'skipped'),
    ],
    missingRoles, withoutSubstitute, unitsWithoutMailbox, partiesWithoutMailbox,
  };
}

/** Two who hold it, or one whose substitute is named and still to come or there. */
const hasStandIn = (register: Register, role: Role, today: LocalDate): boolean =>
  holdersOf(register, role, today).length > 1 || register.roles.some((held) => held.role === role && (held.to === undefined || held.to >= today)
    && (held.substituteTo === undefined || held.substituteTo >= today) && register.users.some((user) => user.id === held.substituteUserId && isInUse(user)));

export const isFinished = ({ steps }: FirstHourView): boolean => steps.every(({ state }) => state === 'done' || state === 'skipped');
