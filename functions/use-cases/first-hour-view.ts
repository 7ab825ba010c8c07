import type { FirstHour } from '../contracts/first-hour.ts';
import { localDate } from '../domain/calendar.ts';
import { firstHourOf, isFinished, testMailNotice, type FirstHourFacts, type FirstHourNotes } from '../domain/first-hour.ts';
import { maskMailbox } from '../domain/masking.ts';
import type { FirstHourPorts } from './ports-first-hour.ts';
import type { Caller } from './ports.ts';
import type { SignedIn } from './staff-access.ts';

/** Where the installation stands, by what is in it now. */
export async function firstHourView(ports: FirstHourPorts, { register, user }: SignedIn, { now }: Caller): Promise<FirstHour> {
  const [routine, notes, ended] = await Promise.all([
    ports.registers.activeRoutine(register, now), ports.firstHour.read(), ports.cases.list({ by: 'execution', states: ['ended', 'following'] }, { limit: 1 }),
  ]);
  const testMail = await fateOf(ports, notes);
  const view = firstHourOf({ register, routine, today: localDate(now), notes, testMail, caseEnded: ended.rows.length > 0 });
  const approved = notes.approved?.id === routine.id && notes.approved.version === routine.version ? notes.approved : null;
  return {
    now, finished: isFinished(view), steps: view.steps.map((step) => ({ ...step })),
    missingRoles: [...view.missingRoles], withoutSubstitute: [...view.withoutSubstitute],
    unitsWithoutMailbox: [...view.unitsWithoutMailbox], partiesWithoutMailbox: [...view.partiesWithoutMailbox],
    routine: {
      id: routine.id, version: routine.version, title: { ...routine.title },
      approvedBy: approved && (register.users.find(({ id }) => id === approved.by)?.name ?? '–'), approvedAt: approved?.at ?? null,
    },
    testMail: notes.testMail === null || testMail === 'none' ? null : { askedAt: notes.testMail.at, fate: testMail },
    mailbox: maskMailbox(user.mail),
  };
}

/** What the ledger says of the newest test mail. */
async function fateOf(ports: FirstHourPorts, { testMail }: FirstHourNotes): Promise<FirstHourFacts['testMail']> {
  if (testMail === null) return 'none';
  const entry = await ports.ledger.find(testMail.id, testMailNotice(testMail).mailId);
  if (entry === undefined || entry.status === 'sending' || entry.status === 'retry') return 'waiting';
  return entry.status === 'sent' ? 'sent' : 'failed';
}
