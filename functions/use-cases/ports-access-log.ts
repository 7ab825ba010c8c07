import type { Instant } from '../domain/case.ts';
import type { AccessEntry, Page, PatientReferenceStore, StaffPorts } from './ports.ts';

/** An entry as stored. */
export interface AccessRecord extends AccessEntry {
  readonly id: string;
}
export type AccessListing =
  | { readonly by: 'user'; readonly userId: string }
  | { readonly by: 'case'; readonly caseId: string }
  | { readonly by: 'patient'; readonly patientKey: string }
  /** Of these cases whenever it was, and what names the patient and no case. */
  | { readonly by: 'cases of a patient'; readonly patientKey: string; readonly caseIds: readonly string[] }
  /** Accesses by those who belong to these units. */
  | { readonly by: 'unit'; readonly unitIds: readonly string[] };
/** Instants, both inclusive. */
export interface AccessPeriod {
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}
export interface AccessReader {
  /** Newest first. @throws CursorInvalid, Throttled */
  list(listing: AccessListing, page: AccessPeriod & { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page<AccessRecord>>;
}

export interface AccessLogPorts extends Pick<StaffPorts, 'cases' | 'registers' | 'accessLog'> {
  readonly accessReader: AccessReader;
}
export interface ExtractPorts extends AccessLogPorts {
  readonly patientReferences: Pick<PatientReferenceStore, 'knownPseudonym'>;
}
