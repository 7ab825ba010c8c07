import type { BreachKind, GroupKind, Language, LocalisedText, MailKind, PartyType, RegisterName, Role, SettingName, TargetGroup } from './vocabulary.ts';

/** A party: an organisation in the register, our own or another's. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly type: PartyType;
  readonly own: boolean;
  /** Areas it belongs to (N3); absent: none. */
  readonly areas?: readonly string[] | undefined;
  /** False: no longer chosen for anything new; cases that name it go on. Absent: true. */
  readonly active?: boolean | undefined;
}

/** A unit of an organisation. An external unit receives requests in its function mailbox. */
export interface Unit {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly language: Language;
  /** Function mailbox; never a person's. Absent: nothing can be sent there. */
  readonly mailbox?: string | undefined;
  /** Absent on an external unit: MAS gets a task instead of the escalation mail. */
  readonly managerMailbox?: string | undefined;
  readonly phone?: string | undefined;
  /** Areas of its own (N3); absent: those of its organisation. */
  readonly areas?: readonly string[] | undefined;
  /** The part of the organisation it belongs to: what its case coordinators handle (R3). */
  readonly part?: string | undefined;
  /** Where a posted request or reply goes; lines. */
  readonly postalAddress?: string | undefined;
  /** False: no longer chosen for anything new. Absent: true. */
  readonly active?: boolean | undefined;
}

export interface User {
  /** The OIDC `sub`. */
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mail: string;
  readonly language: Language;
  readonly unitId: string;
  /** False: can no longer sign in, and gets no mail. Absent: true. */
  readonly active?: boolean | undefined;
}

/** A role is held by a user account for a time, with a substitute: never a name in code. */
export interface RoleAssignment {
  readonly role: Role;
  readonly userId: string;
  /** The unit the role is held for: a manager's unit, a MAS's own unit. */
  readonly unitId: string;
  /** ISO dates, inclusive, Europe/Stockholm. */
  readonly from: string;
  readonly to?: string | undefined;
  readonly substituteUserId?: string | undefined;
  readonly substituteFrom?: string | undefined;
  readonly substituteTo?: string | undefined;
  /** For `administrator`: whose principal role this user acts on behalf of. */
  readonly principalRoles?: readonly Role[] | undefined;
}

/** A geographical area: by it and by party type a routine says who may take part (N3). */
export interface Area {
  readonly id: string;
  readonly name: string;
  /** False: no longer in use. Absent: true. */
  readonly active?: boolean | undefined;
}

/** A clause that can be breached. `id` is unique within the agreement and the same in each version. */
export interface Clause {
  readonly id: string;
  readonly text: LocalisedText;
}

/** A published version of an agreement; never edited. A new version ends the old one (G1). */
export interface Agreement {
  readonly id: string;
  /** 1, 2, 3… */
  readonly version: number;
  readonly kind: BreachKind;
  readonly title: LocalisedText;
  /** Counterparts that it binds; absent: all. */
  readonly organisationIds?: readonly string[] | undefined;
  /** ISO dates, inclusive. */
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  readonly clauses: readonly Clause[];
}

/** Who has the on-call care of which units (H1). */
export interface OnCallSupplier {
  readonly id: string;
  readonly organisationId: string;
  /** Absent: every unit of ours. */
  readonly coversUnitIds?: readonly string[] | undefined;
  readonly from: string;
  readonly to?: string | undefined;
}

/** A weekly time that is on call. */
export interface OnCallTime {
  readonly id: string;
  /** ISO weekdays on which it begins: 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  /** Local times; `to` at or before `from` is on the next day. */
  readonly from: string;
  readonly to: string;
  /** Whether it also begins on public holidays, whatever the weekday. */
  readonly holidays: boolean;
  /** False: no longer in use. Absent: true. */
  readonly active?: boolean | undefined;
}

export interface GroupMember {
  readonly userId: string;
  readonly from: string;
  readonly to?: string | undefined;
}
/** A group above single cases; only its convener forwards (R7). */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  readonly convenerUserId: string;
  /** Whom it is for (R6, G4); absent: everybody. */
  readonly targetGroups?: readonly TargetGroup[] | undefined;
  /** County parts, by the areas of the register (R6); absent: all. */
  readonly areaIds?: readonly string[] | undefined;
  readonly members: readonly GroupMember[];
  /** For a time only (R7). */
  readonly guests: readonly (GroupMember & { readonly to: string })[];
  /** False: no longer in use. Absent: true. */
  readonly active?: boolean | undefined;
}

/** The organisation's own words at the beginning of a kind of mail. */
export interface MailText {
  readonly kind: MailKind;
  readonly language: Language;
  readonly intro: string;
  /** False: no longer in use. Absent: true. */
  readonly active?: boolean | undefined;
}

export interface Setting {
  readonly name: SettingName;
  readonly value: string;
}

export interface Register {
  readonly organisations: readonly Organisation[];
  readonly units: readonly Unit[];
  readonly users: readonly User[];
  readonly roles: readonly RoleAssignment[];
  readonly areas: readonly Area[];
  readonly agreements: readonly Agreement[];
  readonly onCall: { readonly suppliers: readonly OnCallSupplier[]; readonly calendar: readonly OnCallTime[] };
  readonly groups: readonly Group[];
  readonly mailTexts: readonly MailText[];
  /** Shown to external units; undefined before bootstrap. */
  readonly callBackPhone?: string | undefined;
}

/** What a row of each register is. */
export interface RegisterValues {
  readonly organisations: Organisation;
  readonly units: Unit;
  readonly users: User;
  readonly roles: RoleAssignment;
  readonly areas: Area;
  readonly agreements: Agreement;
  readonly suppliers: OnCallSupplier;
  readonly onCallTimes: OnCallTime;
  readonly groups: Group;
  readonly mailTexts: MailText;
  readonly settings: Setting;
}
/** A value with its register's name: what is read, changed and logged. */
export type RegisterEntry = { [Name in RegisterName]: { readonly register: Name; readonly value: RegisterValues[Name] } }[RegisterName];

/** Names a row within its register; it never changes. */
export const registerKey = (entry: RegisterEntry): string => {
  switch (entry.register) {
    // The same person may hold the same role at the same unit again, later.
    case 'roles': return `${entry.value.userId}#${entry.value.role}#${entry.value.unitId}#${entry.value.from}`;
    case 'agreements': return `${entry.value.id}#${String(entry.value.version).padStart(4, '0')}`;
    case 'mailTexts': return `${entry.value.kind}#${entry.value.language}`;
    case 'settings': return entry.value.name;
    default: return entry.value.id;
  }
};

/** The rows of these registers, each with its register's name; organisations before what belongs to them. */
export const registerEntries = (registers: Partial<Register>): readonly RegisterEntry[] => [
  ...(registers.organisations ?? []).map((value) => ({ register: 'organisations', value }) as const),
  ...(registers.units ?? []).map((value) => ({ register: 'units', value }) as const),
  ...(registers.users ?? []).map((value) => ({ register: 'users', value }) as const),
  ...(registers.roles ?? []).map((value) => ({ register: 'roles', value }) as const),
  ...(registers.areas ?? []).map((value) => ({ register: 'areas', value }) as const),
  ...(registers.agreements ?? []).map((value) => ({ register: 'agreements', value }) as const),
  ...(registers.onCall?.suppliers ?? []).map((value) => ({ register: 'suppliers', value }) as const),
  ...(registers.onCall?.calendar ?? []).map((value) => ({ register: 'onCallTimes', value }) as const),
  ...(registers.groups ?? []).map((value) => ({ register: 'groups', value }) as const),
  ...(registers.mailTexts ?? []).map((value) => ({ register: 'mailTexts', value }) as const),
  ...(registers.callBackPhone === undefined ? [] : [{ register: 'settings', value: { name: 'callBackPhone', value: registers.callBackPhone } } as const]),
];
