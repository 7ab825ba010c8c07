import type { VolumeContents } from '../contracts/archive.ts';
import type { Instant } from '../domain/case.ts';
import { nameById, blocksOf } from '../domain/releasing/case-text.ts';
import { asPage } from '../domain/releasing/page.ts';
import { casesPerVolume, chosenPerRow, packagedName, packageKeys, volumeBytes, type Archive, type ArchivedCase } from '../domain/releasing/archive.ts';
import type { Register } from '../domain/register.ts';
import type { Attachment } from '../domain/attachment.ts';
import { ourUnitOf } from '../domain/parties.ts';
import type { ArchiveStep } from './choose-archive-cases.ts';
import type { ArchiveTaskPorts, CaseToTell, PackagedFile } from './ports-releasing.ts';
import type { LoadedCase } from './ports.ts';

/**
 * Writes the next volume: cases with their files until it is full. What it holds is remembered beside it; a task that was cut
 * off writes the same volume again. At most one volume and one file are in memory. @throws Throttled
 */
export async function writeArchiveVolume(ports: ArchiveTaskPorts, { caseId: id, now }: { readonly caseId: string; readonly now: Instant }): Promise<ArchiveStep> {
  const archive = await ports.archives.find(id);
  if (archive === undefined || archive.status !== 'running') return { next: 'ended' };
  if (archive.phase !== 'writing') return { next: archive.phase === 'choosing' ? 'choose' : 'finish' };
  const register = await ports.registers.read();
  const volume = new Volume(ports, archive.volumes.length + 1);
  let { ordinal, file } = archive.place;
  while (ordinal < archive.chosen && !volume.isFull) {
    const loaded = await chosenCase(ports, archive, ordinal);
    const left = loaded === undefined ? 0 : await addCase(ports, volume, { archive, register, loaded, from: file, now });
    if (left > 0) file = left;
    else {
      if (loaded !== undefined) volume.complete(loaded.chain);
      ordinal += 1;
      file = 0;
    }
  }
  const done = ordinal >= archive.chosen;
  const volumes = volume.isEmpty ? archive.volumes : [...archive.volumes, await volume.write(id, now)];
  await logCases(ports, archive, register, volume.cases, now);
  await ports.archives.step({ ...archive, place: { ordinal, file }, volumes, phase: done ? 'finishing' : 'writing', revision: archive.revision + 1 });
  return { next: done ? 'finish' : 'write' };
}

async function chosenCase(ports: ArchiveTaskPorts, { id }: Archive, ordinal: number): Promise<LoadedCase | undefined> {
  const caseId = (await ports.archives.chosen(id, Math.floor(ordinal / chosenPerRow)))[ordinal % chosenPerRow];
  return caseId === undefined ? undefined : ports.cases.load(caseId);
}

/** L5: in the name of whoever ordered it, before it can be fetched. */
async function logCases(ports: ArchiveTaskPorts, { by, id, withPatientReferences, reason }: Archive, { users }: Register, cases: readonly ArchivedCase[], at: Instant): Promise<void> {
  const unitId = users.find((user) => user.id === by)?.unitId ?? null;
  await ports.accessLog.recordAll(cases.map((each) => ({
    at, userId: by, principal: null, unitId, operation: withPatientReferences ? 'archive-with-reference' : 'archive-case', kind: 'read' as const,
    caseId: each.id, caseNumber: each.number, patientKey: each.patientKey, caseUnitId: each.unitId, field: each.field, reason: reason === '' ? `package ${id.slice(0, 8)}` : reason,
  })));
}

/** Files of one case, from the one named on; how far it came where the volume is full before the last, else 0. */
async function addCase(
  ports: ArchiveTaskPorts, volume: Volume, { archive, register, loaded, from, now }: { readonly archive: Archive; readonly register: Register; readonly loaded: LoadedCase; readonly from: number; readonly now: Instant },
): Promise<number> {
  const { case: concerned, chain, patientKey } = loaded;
  const events = await ports.cases.events(concerned.id);
  const attachments = (await ports.attachments.list(concerned.id)).filter(({ state }) => state !== 'uploading');
  const paths = pathsOf(concerned.number, attachments);
  const reference = archive.withPatientReferences && concerned.hasPatientReference ? (await ports.patientReferences.read(concerned.id))?.reference ?? null : null;
  volume.begin({ id: concerned.id, number: concerned.number, patientKey, unitId: ourUnitOf(concerned), field: concerned.responsible }, chain);
  if (from === 0) {
    const told = { case: concerned, events, chain };
    volume.add({ path: `cases/${concerned.number}/case.json`, bytes: asJson(caseDocument(told, register, attachments, paths, reference)), compress: true });
    volume.add({ path: `cases/${concerned.number}/case.html`, bytes: encoded(casePage(told, register, attachments, paths, reference)), compress: true });
  }
  const released = attachments.flatMap((each) => (each.state === 'clean' && each.versionId !== undefined ? [{ ...each, versionId: each.versionId }] : []));
  for (const [index, attachment] of released.entries()) {
    // 1 is the first file after the two documents.
    if (index + 1 < from) continue;
    if (!volume.isEmpty && volume.bytes + attachment.bytes > volumeBytes) return index + 1;
    volume.add({ path: paths.get(attachment.id) ?? attachment.id, bytes: await ports.contents.read(attachment, now), compress: false });
  }
  return 0;
}

/** Two files of a case may bear the same name. */
const pathsOf = (number: string, attachments: readonly Attachment[]): ReadonlyMap<string, string> =>
  new Map(attachments.filter(({ state }) => state === 'clean').map(({ id, fileName }, index) => [id, `cases/${number}/files/${String(index + 1).padStart(2, '0')} ${packagedName(fileName)}`]));

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
const asJson = (value: unknown): Uint8Array => encoded(`${JSON.stringify(value, null, 2)}\n`);

const caseDocument = ({ case: concerned, events, chain }: CaseToTell, register: Register, attachments: readonly Attachment[], paths: ReadonlyMap<string, string>, patientReference: string | null) => {
  const { steps: _steps, trackRuns: _runs, stopped: _stopped, ...recorded } = concerned;
  const text = JSON.stringify([recorded, events]);
  const named = (rows: readonly { readonly id: string; readonly name: string }[]) => Object.fromEntries(rows.filter(({ id }) => text.includes(`"${id}"`)).map(({ id, name }) => [id, name]));
  return {
    format: 'brygga-case-1', number: concerned.number, direction: concerned.direction, chain, case: recorded,
    names: { users: named(register.users), units: named(register.units), organisations: named(register.organisations) },
    events: events.map(({ id, at, type, actor, principal, detail }) => ({ id, at, type, actor, ...(principal !== undefined && { principal }), detail })),
    attachments: attachments.map(({ id, fileName, mediaType, bytes, part, addedAt, state }) => ({ path: paths.get(id) ?? null, fileName, mediaType, bytes, part, addedAt, state })),
    patientReference,
  };
};
const casePage = ({ case: concerned, events, chain }: CaseToTell, register: Register, attachments: readonly Attachment[], paths: ReadonlyMap<string, string>, patientReference: string | null): string => {
  const names = nameById(register);
  const files = attachments.map(({ id, fileName, addedBy, state }) => `${fileName} – ${paths.get(id) ?? `inte frisläppt (${state})`} – ${names.get(addedBy) ?? 'den externa parten'}`);
  return asPage({
    title: `Avvikelse i samverkan ${concerned.number}`,
    lines: [...(patientReference === null ? [] : [`Patientuppgift: ${patientReference}`]), ...(chain === null ? [] : [`Händelsekedja: ${chain.sequence} händelser, slutsumma ${chain.digest}`])],
    chapters: [
      { heading: null, blocks: blocksOf(concerned, events, register) },
      ...(files.length === 0 ? [] : [{ heading: 'Filer', blocks: [{ id: 'files', heading: '', text: files.join('\n') }] }]),
    ],
  });
};

/** One zip file while it is filled. */
class Volume {
  readonly #ports: ArchiveTaskPorts;
  readonly #number: number;
  readonly #files: PackagedFile[] = [];
  readonly #cases: (ArchivedCase & Pick<VolumeContents['cases'][number], 'chain'>)[] = [];
  bytes = 0;

  constructor(ports: ArchiveTaskPorts, number: number) {
    this.#ports = ports;
    this.#number = number;
  }
  get isEmpty(): boolean {
    return this.#files.length === 0;
  }
  get isFull(): boolean {
    return this.bytes >= volumeBytes || this.#cases.length >= casesPerVolume;
  }
  get cases(): readonly ArchivedCase[] {
    return this.#cases.map(({ chain: _chain, ...rest }) => rest);
  }
  begin(concerned: ArchivedCase, chain: VolumeContents['cases'][number]['chain']): void {
    this.#cases.push({ ...concerned, chain });
  }
  /** The case that was begun last is whole by now. */
  complete(chain: VolumeContents['cases'][number]['chain']): void {
    const last = this.#cases.pop();
    if (last) this.#cases.push({ ...last, digest: chain?.digest ?? null });
  }
  add(file: PackagedFile): void {
    this.#files.push(file);
    this.bytes += file.bytes.length;
  }
  async write(id: string, now: Instant): Promise<Archive['volumes'][number]> {
    const { packing, packages, archives } = this.#ports;
    const zip = packing.zip(this.#files, now);
    const files = this.#files.map(({ path, bytes }) => ({ path, volume: this.#number, bytes: bytes.length, sha256: packing.digest(bytes) }));
    const contents: VolumeContents = { volume: this.#number, cases: this.#cases.map(({ digest: _digest, ...rest }) => rest), files };
    await packages.put(packageKeys.volume(id, this.#number), zip, 'application/zip', now);
    await packages.put(packageKeys.contents(id, this.#number), asJson(contents), 'application/json', now);
    await archives.putCases(id, this.#number, this.cases);
    return { number: this.#number, bytes: zip.length, sha256: packing.digest(zip), files: files.length, cases: this.#cases.length };
  }
}
