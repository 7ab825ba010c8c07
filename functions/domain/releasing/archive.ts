import { inboxScopes, isInScope, type InboxScope, type StaffMember } from '../access.ts';
import { localDate, type LocalDate } from '../calendar.ts';
import type { Case, Instant } from '../case.ts';
import { addHours } from '../instant.ts';
import { isOpen } from '../transitions.ts';
import { unitBoundRoles, type Direction } from '../vocabulary.ts';

/*
 * L9: cases leave for an archive as a package in open formats: each case as JSON and as a page to read, its files as they
 * are, and a manifest with the checksum of every file. A large package comes in volumes, each a zip file of its own.
 */

/** How long a finished package can be fetched. The bucket takes it away when the days are over. */
export const packageDays = 7;
/** A volume is closed before it holds more than this, unless one file alone is larger. */
export const volumeBytes = 32 * 1024 * 1024;
export const casesPerVolume = 100;
/** Ids that are chosen are kept so many in a row. */
export const chosenPerRow = 500;
/** An address to fetch a volume lives so long. */
export const volumeAddressSeconds = 300;

export const archiveStatuses = ['running', 'done', 'failed', 'expired'] as const;
export type ArchiveStatus = (typeof archiveStatuses)[number];
export const archivePhases = ['choosing', 'writing', 'finishing', 'ended'] as const;
export type ArchivePhase = (typeof archivePhases)[number];

/** Which cases: all that match each of what is said. */
export interface ArchiveSelection {
  /** The type of document. */
  readonly direction?: Direction | undefined;
  /** Ended cases alone, by when they ended; else all, by when they began. */
  readonly endedOnly: boolean;
  /** Dates, inclusive. */
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  /** Owning unit. */
  readonly unitId?: string | undefined;
  /** These and no others, as a list that was signed off hands them over. */
  readonly caseIds?: readonly string[] | undefined;
  /** The cases of this report of what will go (L9a) that wait for an archive. */
  readonly retentionRunId?: string | undefined;
}

/** Where the writing has come to: which of the chosen cases, and which of its files. */
export interface ArchivePlace {
  readonly ordinal: number;
  readonly file: number;
}
export interface ArchivedCase {
  readonly id: string;
  readonly number: string;
  readonly patientKey: string | null;
  readonly unitId: string;
  readonly field: Case['responsible'];
  /** Head of its chain, where the case comes to its end in this volume: whoever fetches that has archived the case as it stood. */
  readonly digest?: string | null | undefined;
}
/** One zip file, as it lies in the store. */
export interface ArchiveVolume {
  readonly number: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly files: number;
  readonly cases: number;
}
export interface Archive {
  readonly id: string;
  readonly by: string;
  readonly at: Instant;
  readonly selection: ArchiveSelection;
  /** What the user who ordered it handles: nothing else comes into the package. */
  readonly scopes: readonly InboxScope[];
  readonly withPatientReferences: boolean;
  readonly reason: string;
  readonly status: 'running' | 'done' | 'failed';
  readonly phase: ArchivePhase;
  /** Of the list that is gone through. */
  readonly cursor: string | null;
  readonly chosen: number;
  readonly place: ArchivePlace;
  readonly volumes: readonly ArchiveVolume[];
  readonly manifestSha256: string | null;
  readonly endedAt: Instant | null;
  readonly expiresAt: Instant | null;
  /** Grows with every step of the execution. */
  readonly revision: number;
}

/**
 * Those who answer for a field release its cases, and MAS those that managers and coordinators of units handle under some
 * routines: these do not release themselves.
 */
export const releaseScopes = (member: StaffMember): readonly InboxScope[] => {
  const fields = inboxScopes(member).filter(({ unitIds }) => unitIds === null);
  return fields.some(({ role }) => role === 'mas') ? [...fields, ...unitBoundRoles.map((role) => ({ role, unitIds: null }))] : fields;
};
export const mayRelease = (member: StaffMember): boolean => releaseScopes(member).length > 0;
/** Whether a case is this user's to release. */
export const releases = (scopes: readonly InboxScope[], concerned: Pick<Case, 'responsible' | 'owningUnitId'>): boolean => isInScope(scopes, concerned);

/** Whether a case comes into the package. */
export const isChosen = ({ selection, scopes }: Pick<Archive, 'selection' | 'scopes'>, concerned: Case): boolean => {
  const { direction, endedOnly, from, to, unitId, caseIds } = selection;
  if (!releases(scopes, concerned)) return false;
  if (caseIds !== undefined && !caseIds.includes(concerned.id)) return false;
  if (direction !== undefined && concerned.direction !== direction) return false;
  if (unitId !== undefined && concerned.owningUnitId !== unitId) return false;
  if (endedOnly && isOpen(concerned.status)) return false;
  const day = localDate(endedOnly ? concerned.closedAt ?? concerned.updatedAt : concerned.createdAt);
  return (from === undefined || day >= from) && (to === undefined || day <= to);
};

export const statusOf = ({ status, expiresAt }: Pick<Archive, 'status' | 'expiresAt'>, now: Instant): ArchiveStatus =>
  status === 'done' && expiresAt !== null && expiresAt <= now ? 'expired' : status;
export const expiryOf = (now: Instant): Instant => addHours(now, packageDays * 24);

const volumeName = (number: number): string => String(number).padStart(4, '0');
/** Where its parts lie in the bucket of packages. */
export const packageKeys = {
  volume: (id: string, number: number): string => `packages/${id}/volume-${volumeName(number)}.zip`,
  /** What a volume holds, until the manifest is made of all of them. */
  contents: (id: string, number: number): string => `packages/${id}/contents-${volumeName(number)}.json`,
  manifest: (id: string): string => `packages/${id}/manifest.json`,
} as const;

/** A file's name inside the package: letters, digits and a few signs, whatever its owner called it. */
export const packagedName = (fileName: string): string => fileName.normalize('NFC').replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_').replace(/^\.+/, '_').slice(0, 160);
