import { breachKinds, groupKinds, languages, partyTypes, roles, targetGroups, type RegisterName } from '../vocabulary.ts';

/** How a cell of a column is written; see `cells.ts`. */
export type ColumnForm = 'text' | 'identifier' | 'choice' | 'choices' | 'identifiers' | 'flag' | 'date' | 'time' | 'number' | 'numbers';
export interface FileColumn {
  /** The title in the file: the same in every language, and for good. */
  readonly key: string;
  readonly form: ColumnForm;
  readonly required: boolean;
  readonly choices?: readonly string[];
}

/** Registers that go in and out as files. Mail texts have limits of their own, and settings are few. */
export const fileRegisters = ['organisations', 'units', 'users', 'roles', 'areas', 'agreements', 'suppliers', 'onCallTimes', 'groups'] as const satisfies readonly RegisterName[];
export type FileRegister = (typeof fileRegisters)[number];

const must = (key: string, form: ColumnForm, choices?: readonly string[]): FileColumn => ({ key, form, required: true, ...(choices && { choices }) });
const may = (key: string, form: ColumnForm, choices?: readonly string[]): FileColumn => ({ key, form, required: false, ...(choices && { choices }) });

export const fileColumns: Readonly<Record<FileRegister, readonly FileColumn[]>> = {
  organisations: [must('id', 'identifier'), must('name', 'text'), must('type', 'choice', partyTypes), must('own', 'flag'), may('areas', 'identifiers'), may('active', 'flag')],
  units: [
    must('id', 'identifier'), must('organisationId', 'identifier'), must('name', 'text'), must('language', 'choice', languages), may('mailbox', 'text'), may('managerMailbox', 'text'),
    may('phone', 'text'), may('postalAddress', 'text'), may('areas', 'identifiers'), may('part', 'text'), may('active', 'flag'),
  ],
  users: [must('id', 'identifier'), must('name', 'text'), must('title', 'text'), must('mail', 'text'), must('language', 'choice', languages), must('unitId', 'identifier'), may('active', 'flag')],
  roles: [
    must('role', 'choice', roles), must('userId', 'identifier'), must('unitId', 'identifier'), must('from', 'date'), may('to', 'date'),
    may('substituteUserId', 'identifier'), may('substituteFrom', 'date'), may('substituteTo', 'date'), may('principalRoles', 'choices', roles),
  ],
  areas: [must('id', 'identifier'), must('name', 'text'), may('active', 'flag')],
  // A line for each clause.
  agreements: [
    must('id', 'identifier'), must('version', 'number'), must('kind', 'choice', breachKinds), must('titleSv', 'text'), must('titleEn', 'text'), may('organisationIds', 'identifiers'),
    must('validFrom', 'date'), may('validTo', 'date'), must('clauseId', 'identifier'), must('clauseSv', 'text'), must('clauseEn', 'text'),
  ],
  suppliers: [must('id', 'identifier'), must('organisationId', 'identifier'), may('coversUnitIds', 'identifiers'), must('from', 'date'), may('to', 'date')],
  onCallTimes: [must('id', 'identifier'), may('weekdays', 'numbers'), must('from', 'time'), must('to', 'time'), must('holidays', 'flag'), may('active', 'flag')],
  // A line for each member or guest; a group without any has one line.
  groups: [
    must('id', 'identifier'), must('name', 'text'), must('kind', 'choice', groupKinds), must('convenerUserId', 'identifier'), may('targetGroups', 'choices', targetGroups), may('areaIds', 'identifiers'), may('active', 'flag'),
    may('memberUserId', 'identifier'), may('memberFrom', 'date'), may('memberTo', 'date'), may('guest', 'flag'),
  ],
};
/** Of registers where a row takes several lines: the columns that are the line's own. The others say the same on each line. */
export const ownOfLine: Readonly<Partial<Record<FileRegister, readonly string[]>>> = {
  agreements: ['clauseId', 'clauseSv', 'clauseEn'],
  groups: ['memberUserId', 'memberFrom', 'memberTo', 'guest'],
};

/** What a file may be at most. */
export const fileLimits = { rows: 5000, bytes: 4 * 1024 * 1024, shownFaults: 200, shownChanges: 200 } as const;
