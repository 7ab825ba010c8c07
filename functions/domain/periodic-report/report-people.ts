import { localDate, type LocalDate } from '../calendar.ts';
import type { Instant } from '../case.ts';
import type { StaffMember } from '../access.ts';
import { unitsToCount } from '../access.ts';
import { peopleOf, standingIn } from '../groups/membership.ts';
import type { OutboxEntry } from '../outbox.ts';
import { partyMailEntry } from '../outbox.ts';
import type { Group, Register } from '../register.ts';
import { actsAs, holdersOf } from '../role-holders.ts';
import type { GroupKind, MailKind } from '../vocabulary.ts';
import type { PeriodicReport } from './periodic-report.ts';
import { nameOfPeriod, reportNotices } from './report-command.ts';

/** The organisation's function: those who edit and submit. */
export const editorsOf = (register: Register, { rule }: Pick<PeriodicReport, 'rule'>, day: LocalDate): readonly string[] =>
  [...new Set(rule.editedBy.flatMap((role) => holdersOf(register, role, day)))];
/** The managers of the units where its editors work; where none has one, those who keep the system. */
export const aboveEditors = (register: Register, report: Pick<PeriodicReport, 'rule'>, day: LocalDate): readonly string[] => {
  const editors = editorsOf(register, report, day);
  const units = new Set(register.users.filter(({ id }) => editors.includes(id)).map(({ unitId }) => unitId));
  const managers = [...units].flatMap((unitId) => holdersOf(register, 'unitManager', day, unitId)).filter((userId) => !editors.includes(userId));
  return managers.length > 0 ? [...new Set(managers)] : holdersOf(register, 'systemAdministrator', day);
};

export const groupsOfKind = (register: Register, wanted: GroupKind | null | undefined): readonly Group[] => register.groups.filter(({ kind, active }) => kind === wanted && active !== false);

/** Word to whoever receives it: a mailbox with a link, or the people of a group. */
export const receiverMails = (report: PeriodicReport, mail: MailKind, occasion: string, { register, now }: { readonly register: Register; readonly now: Instant }): readonly OutboxEntry[] => {
  const { unitId, groupKind } = report.rule.receiver;
  const edition = report.submissions.at(-1)?.edition ?? 0;
  return [
    ...(unitId === undefined ? [] : [partyMailEntry({ caseId: report.id, mail, unitId, purpose: 'report', linkEpoch: edition, about: nameOfPeriod(report), occasion })]),
    ...reportNotices(report, mail, groupsOfKind(register, groupKind).flatMap((group) => peopleOf(register, group, localDate(now))), occasion),
  ];
};

export const editsReport = ({ roles }: StaffMember, { rule }: Pick<PeriodicReport, 'rule'>): boolean => rule.editedBy.some((role) => actsAs(roles, role));
/** Stands in a group that receives it. */
export const receivesReport = (register: Register, { id }: StaffMember, { rule }: Pick<PeriodicReport, 'rule'>, day: LocalDate): boolean =>
  groupsOfKind(register, rule.receiver.groupKind).some((group) => standingIn(register, group, id, day) !== null);
/** `editing`: the draft, with what never leaves. `submitted`: what was submitted alone. */
export type ReportInsight = 'editing' | 'submitted' | 'none';
export const reportInsight = (register: Register, member: StaffMember, report: PeriodicReport, day: LocalDate): ReportInsight => {
  if (editsReport(member, report)) return 'editing';
  const isShown = unitsToCount(member) === 'all' || member.roles.some(({ role }) => role === 'systemAdministrator') || receivesReport(register, member, report, day);
  return isShown ? 'submitted' : 'none';
};
