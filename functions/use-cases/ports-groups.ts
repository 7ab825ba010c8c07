import type { EscalationState } from '../domain/escalation/words.ts';
import type { Instant } from '../domain/case.ts';
import type { AccessLog, CaseStore, RegisterStore } from './ports.ts';
import type { MeetingStore } from './ports-meeting.ts';
import type { RegisterAdministration } from './ports-administration.ts';

/** What a group's list says of a case: no text. */
export interface GroupCase {
  readonly caseId: string;
  readonly number: string;
  readonly level: number;
  readonly state: EscalationState;
  /** The group has it now. */
  readonly here: boolean;
  readonly ofPrinciple: boolean;
  readonly dueAt: Instant;
  readonly changedAt: Instant;
  /** Pseudonym of the patient, for the access log alone. */
  readonly patientKey: string | null;
}
export interface GroupCaseStore {
  /** Every case whose folder the group has, or has had. */
  list(groupId: string): Promise<readonly GroupCase[]>;
}
export interface GroupPorts {
  readonly groupCases: GroupCaseStore;
  readonly registers: RegisterStore;
  readonly cases: CaseStore;
  readonly accessLog: AccessLog;
}
export interface GuestPorts {
  readonly registers: RegisterAdministration;
  readonly meetings: Pick<MeetingStore, 'tellOnce'>;
}
