import type { Language, PartyType, Role } from './vocabulary.ts';

/** A party: an organisation in the register, our own or another's. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly type: PartyType;
  readonly own: boolean;
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
  /** The part of the organisation it belongs to: what its case coordinators handle (R3). */
  readonly part?: string | undefined;
}

export interface User {
  /** The OIDC `sub`. */
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mail: string;
  readonly language: Language;
  readonly unitId: string;
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

export interface Register {
  readonly organisations: readonly Organisation[];
  readonly units: readonly Unit[];
  readonly users: readonly User[];
  readonly roles: readonly RoleAssignment[];
}
