import { volumeContents } from '../contracts/archive.ts';
import type { Instant } from '../domain/case.ts';
import { expiryOf, packageKeys } from '../domain/releasing/archive.ts';
import type { ArchiveStep } from './choose-archive-cases.ts';
import type { ArchiveTaskPorts, PackagedFile } from './ports-releasing.ts';

const readMe = `Paket ur Brygga: avvikelser i samverkan
=======================================

cases/NUMMER/case.json    ärendet i sin helhet; formen står i schema/case.schema.json
cases/NUMMER/case.html    samma ärende att läsa, med tidslinje
cases/NUMMER/files/       filer som hör till ärendet, som de lämnades
manifest.json             SHA-256 av varje fil i alla delar, och varje ärendes kedjesumma
schema/                   JSON Schema för case.json och manifest.json

Den här delen (den sista) håller manifest och scheman för hela paketet.
`;

/** Makes the manifest of all volumes, puts it in a last small volume with the schemas and beside the package, and lets it be fetched. @throws Throttled */
export async function finishArchive(ports: ArchiveTaskPorts, { caseId: id, now }: { readonly caseId: string; readonly now: Instant }): Promise<ArchiveStep> {
  const archive = await ports.archives.find(id);
  if (archive === undefined || archive.status !== 'running') return { next: 'ended' };
  if (archive.phase !== 'finishing') return { next: archive.phase === 'choosing' ? 'choose' : 'write' };
  const { packing, packages } = ports;
  const contents = [];
  for (const { number } of archive.volumes) contents.push(volumeContents.parse(JSON.parse(new TextDecoder().decode(await packages.read(packageKeys.contents(id, number), now)))));
  const heads = new Map(contents.flatMap(({ cases }) => cases).map(({ number, chain }) => [number, chain]));
  const { caseIds: _caseIds, ...selection } = archive.selection;
  const manifest = encoded({
    format: 'brygga-package-1', id, madeAt: now, selection, withPatientReferences: archive.withPatientReferences, volumes: archive.volumes,
    cases: [...heads].map(([number, chain]) => ({ number, chain })), files: contents.flatMap(({ files }) => files),
  });
  const last: PackagedFile[] = [
    { path: 'LAS-MIG.txt', bytes: new TextEncoder().encode(readMe), compress: true },
    { path: 'manifest.json', bytes: manifest, compress: true },
    ...Object.entries(packing.schemas()).map(([name, schema]) => ({ path: `schema/${name}`, bytes: encoded(schema), compress: true })),
  ];
  const number = archive.volumes.length + 1;
  const zip = packing.zip(last, now);
  await packages.put(packageKeys.volume(id, number), zip, 'application/zip', now);
  await packages.put(packageKeys.manifest(id), manifest, 'application/json', now);
  await ports.archives.step({
    ...archive, volumes: [...archive.volumes, { number, bytes: zip.length, sha256: packing.digest(zip), files: last.length, cases: 0 }], manifestSha256: packing.digest(manifest),
    status: 'done', phase: 'ended', endedAt: now, expiresAt: expiryOf(now), revision: archive.revision + 1,
  });
  ports.log.info('archive-finished', { executionName: id, count: heads.size });
  return { next: 'ended' };
}
const encoded = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
