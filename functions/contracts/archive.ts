import * as z from 'zod/mini';
import { archivePhases, archiveStatuses } from '../domain/releasing/archive.ts';
import { directions } from '../domain/vocabulary.ts';
import { date, identifier, instant, optionalText, textLimit } from './primitives.ts';

/** Which cases go into a package; all that is said must fit. `caseIds`: these and no others. */
export const archiveSelection = z.strictObject({
  direction: z.optional(z.enum(directions)),
  endedOnly: z.boolean(),
  from: z.optional(date),
  to: z.optional(date),
  unitId: z.optional(identifier),
  caseIds: z.optional(z.array(identifier).check(z.minLength(1), z.maxLength(1000))),
  /** What a report of what will go hands over: its cases that are archived before they go. */
  retentionRunId: z.optional(identifier),
});
/** Patient references come along only where they are asked for, with a reason. */
export const startArchive = z.strictObject({ selection: archiveSelection, withPatientReferences: z.boolean(), reason: optionalText(textLimit.short) });

const count = z.int().check(z.gte(0));
export const archiveVolume = z.object({ number: count, bytes: count, sha256: z.string(), files: count, cases: count });
export const archiveSummary = z.object({
  id: identifier, at: instant, byName: z.string(), mine: z.boolean(), status: z.enum(archiveStatuses), phase: z.enum(archivePhases),
  selection: archiveSelection, withPatientReferences: z.boolean(), reason: z.string(),
  /** `total` grows while cases are still chosen. */
  progress: z.object({ written: count, total: count }),
  endedAt: z.nullable(instant), expiresAt: z.nullable(instant),
});
export type ArchiveSummary = z.infer<typeof archiveSummary>;
export const archiveView = z.object({
  ...archiveSummary.shape,
  now: instant,
  volumes: z.array(archiveVolume),
  manifestSha256: z.nullable(z.string()),
  /** Name of the execution that writes it. */
  executionId: identifier,
});
export type ArchiveView = z.infer<typeof archiveView>;
/** Newest first. `mayRelease`: this user handles cases that may be released. */
export const archiveList = z.object({ now: instant, mayRelease: z.boolean(), archives: z.array(archiveSummary) });
/** An address for one volume, or `manifest`; it lives some minutes. */
export const archiveDownload = z.object({ url: z.string(), expiresAt: instant });

/** What the machine `archive-export` gives its tasks; the package's id travels as every execution's does. */
export const archiveTask = z.object({ caseId: identifier, now: instant });

// ─── What is inside a package ───────────────────────────────────────────────────────────────────

/** One case in a package: `cases/{number}/case.json`. */
export const archivedCaseDocument = z.object({
  format: z.literal('brygga-case-1'),
  number: z.string(),
  direction: z.enum(directions),
  /** Head of the chain of its events (SHA-256, base64url); null: of before there were chains. */
  chain: z.nullable(z.object({ sequence: z.number(), digest: z.string() })),
  /** Everything that was recorded, by Brygga's own names; instants in UTC. */
  case: z.record(z.string(), z.unknown()),
  /** Names of users, units and organisations that the case names by id. */
  names: z.object({ users: z.record(z.string(), z.string()), units: z.record(z.string(), z.string()), organisations: z.record(z.string(), z.string()) }),
  /** Oldest first. */
  events: z.array(z.object({
    id: z.string(), at: z.string(), type: z.string(), actor: z.string(), principal: z.optional(z.string()),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })),
  attachments: z.array(z.object({ path: z.nullable(z.string()), fileName: z.string(), mediaType: z.string(), bytes: z.number(), part: z.string(), addedAt: z.string(), state: z.string() })),
  /** Only where it was asked for. */
  patientReference: z.nullable(z.string()),
});
export const packageManifest = z.object({
  format: z.literal('brygga-package-1'),
  id: z.string(), madeAt: z.string(), selection: archiveSelection, withPatientReferences: z.boolean(),
  volumes: z.array(archiveVolume),
  cases: z.array(z.object({ number: z.string(), chain: z.nullable(z.object({ sequence: z.number(), digest: z.string() })) })),
  /** SHA-256 of each file, hex. */
  files: z.array(z.object({ path: z.string(), volume: z.number(), bytes: z.number(), sha256: z.string() })),
});
/** The same for one volume, until all of them are written. */
export const volumeContents = z.object({
  volume: z.number(),
  cases: z.array(z.object({ id: z.string(), number: z.string(), patientKey: z.nullable(z.string()), unitId: z.string(), field: z.string(), chain: z.nullable(z.object({ sequence: z.number(), digest: z.string() })) })),
  files: z.array(z.object({ path: z.string(), volume: z.number(), bytes: z.number(), sha256: z.string() })),
});
export type VolumeContents = z.infer<typeof volumeContents>;
