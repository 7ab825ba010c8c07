import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { comparedAs, exportManifest, itemOf, keyOf, linesOf, sha256, sha256OfFile, waitsForTheRest, writtenUnasked, type ExportManifest } from './installation-format.ts';
import { placeOfEnvironment, tableNames, type Item, type Place, type TableName } from './installation-place.ts';

/**
 * Reads an export back into an empty installation, which is the deployment that BRYGGA_STAGE names, or the one on this machine
 * that AWS_ENDPOINT_URL names (`npm start -- --empty`), then compares: `npm run read-back -- DIR`; `--compare` only compares.
 * An installation with anything in it is refused, but for what it has written by itself (where its sweep has come, its last daily
 * document), and what an earlier run of the same export has left: it goes on there.
 * Rows that set things going are written last; executions are started by the sweep within minutes. Exit code 1 when something
 * differs, and each difference is a line; 2 when it could not be done.
 */
const usage = 'npm run read-back -- DIR [--compare]';
/** Where a run has come to; it goes when the run is done. */
const marker = { pk: 'READBACK', sk: 'PROGRESS' } as const;
const shownDifferences = 100;
const atOnce = 100;
const passes = ['row', 'case', 'outbox'] as const;

try {
  const { values, positionals: [folder] } = parseArgs({ args: argv.slice(2), options: { compare: { type: 'boolean', default: false } }, allowPositionals: true });
  if (folder === undefined) throw new Error(`Name the folder of the export: ${usage}`);
  const manifest = await readExport(folder);
  const place = placeOfEnvironment();
  if (!values.compare) await restore(place, folder, manifest);
  const { differences, rows, files } = await compare(place, folder, manifest);
  for (const line of differences.slice(0, shownDifferences)) stdout.write(`${line}\n`);
  stdout.write(`${rows} rows and ${files} files compared: ${differences.length === 0 ? 'no difference' : `${differences.length} differences`}\n`);
  exit(differences.length === 0 ? 0 : 1);
} catch (error) {
  stderr.write(`The export could not be read back: ${error instanceof Error ? error.message : String(error)}\n`);
  exit(2);
}

/** @throws Error where the export is not whole */
async function readExport(folder: string): Promise<ExportManifest> {
  const manifest = exportManifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  for (const table of tableNames) if ((await sha256OfFile(fileOf(folder, table))) !== manifest.tables[table].sha256) throw new Error(`tables/${table}.jsonl is not what the manifest says`);
  for (const { path, sha256: sum } of manifest.files) if ((await sha256OfFile(join(folder, path))) !== sum) throw new Error(`${path} is not what the manifest says`);
  return manifest;
}
function fileOf(folder: string, table: TableName): string {
  return join(folder, 'tables', `${table}.jsonl`);
}

interface Progress {
  readonly pass: number;
  readonly table: number;
  readonly lines: number;
}
async function restore(place: Place, folder: string, manifest: ExportManifest): Promise<void> {
  const found = await place.get('Registers', marker.pk, marker.sk);
  if (found !== undefined && found['export']?.S !== manifest.id) throw new Error('Another export was begun to be read in here: empty the installation first');
  if (found === undefined) {
    for (const table of tableNames) if (!(await place.isEmpty(table, (item) => item['pk']?.S === marker.pk || writtenUnasked(table, item)))) throw new Error(`This installation is not empty: there are rows in ${table}. Nothing was written`);
    await demandFreeDays(place, folder, manifest);
  }
  const note = ({ pass, table, lines }: Progress): Promise<void> =>
    place.put('Registers', { pk: { S: marker.pk }, sk: { S: marker.sk }, export: { S: manifest.id }, pass: { N: String(pass) }, table: { N: String(table) }, lines: { N: String(lines) } });
  const from: Progress = { pass: Number(found?.['pass']?.N ?? 0), table: Number(found?.['table']?.N ?? 0), lines: Number(found?.['lines']?.N ?? 0) };
  if (found === undefined) await note(from);
  const versions = await restoreFiles(place, folder, manifest);
  for (let pass = from.pass; pass < passes.length; pass += 1) {
    for (let table = pass === from.pass ? from.table : 0; table < tableNames.length; table += 1) {
      const begin = pass === from.pass && table === from.table ? from.lines : 0;
      await restoreRows(place, folder, { pass, table, lines: begin }, versions, note);
    }
  }
  await place.remove('Registers', marker.pk, marker.sk);
}

/** A locked document is the first of its day for good, and verify-chain reads no other. @throws Error where this installation has written its own of a day of the export */
async function demandFreeDays(place: Place, folder: string, { files }: ExportManifest): Promise<void> {
  for (const { bucket, key, path } of files) {
    if (bucket !== 'heads') continue;
    const standing = await place.readObject(bucket, key);
    if (standing !== undefined && sha256(standing) !== sha256(readFileSync(join(folder, path)))) throw new Error(`This installation has a locked document of its own (${key}) for a day of the export: read back into one that was made on the day of the export, or later. Nothing was written`);
  }
}

/** Files have other versions in their new place; what stands there already is used. */
async function restoreFiles(place: Place, folder: string, { files }: ExportManifest): Promise<ReadonlyMap<string, string>> {
  const versions = new Map<string, string>();
  for (const { bucket, key, path, mediaType } of files) {
    const bytes = readFileSync(join(folder, path));
    const standing = bucket === 'heads' ? await place.readObject(bucket, key) : undefined;
    // A locked document is written once.
    if (standing !== undefined && sha256(standing) === sha256(bytes)) continue;
    versions.set(key, await place.writeObject(bucket, key, bytes, mediaType));
  }
  return versions;
}

async function restoreRows(place: Place, folder: string, at: Progress, versions: ReadonlyMap<string, string>, note: (progress: Progress) => Promise<void>): Promise<void> {
  const table = tableNames[at.table];
  const wanted = passes[at.pass];
  if (table === undefined) return;
  let batch = new Map<string, Item>();
  let lines = 0;
  const flush = async (): Promise<void> => {
    await place.putAll(table, [...batch.values()]);
    batch = new Map();
    await note({ ...at, lines });
  };
  for await (const line of linesOf(fileOf(folder, table))) {
    lines += 1;
    if (lines <= at.lines) continue;
    const item = itemOf(line);
    if (waitsForTheRest(table, item) !== wanted) continue;
    batch.set(keyOf(item), relocated(item, versions));
    if (batch.size >= atOnce) await flush();
  }
  if (batch.size > 0) await flush();
}

function relocated(item: Item, versions: ReadonlyMap<string, string>): Item {
  const [, caseId] = /^CASE#(.+)$/.exec(item['pk']?.S ?? '') ?? [];
  const [, attachmentId] = /^ATTACHMENT#(.+)$/.exec(item['sk']?.S ?? '') ?? [];
  const version = versions.get(`cases/${caseId}/${attachmentId}`);
  return version === undefined ? item : { ...item, versionId: { S: version } };
}

interface Comparison {
  readonly differences: readonly string[];
  readonly rows: number;
  readonly files: number;
}
async function compare(place: Place, folder: string, manifest: ExportManifest): Promise<Comparison> {
  const differences: string[] = [];
  let rows = 0;
  for (const table of tableNames) {
    const expected = new Map<string, string>();
    for await (const line of linesOf(fileOf(folder, table))) {
      const item = itemOf(line);
      const text = comparedAs(table, item);
      if (text !== undefined) expected.set(keyOf(item), sha256(text));
    }
    rows += expected.size;
    for await (const item of place.scan(table)) {
      const key = keyOf(item);
      const text = comparedAs(table, item);
      if (text === undefined || key === `${marker.pk} ${marker.sk}`) continue;
      const sum = expected.get(key);
      if (sum !== undefined && sum !== sha256(text)) differences.push(`${table}: ${key} differs`);
      // What has been added since by the new installation itself is no loss.
      expected.delete(key);
    }
    for (const key of expected.keys()) differences.push(`${table}: ${key} is missing`);
  }
  for (const { bucket, key, sha256: sum } of manifest.files) {
    const bytes = await place.readObject(bucket, key);
    if (bytes === undefined) differences.push(`${bucket}: ${key} is missing, or not released yet`);
    else if (sha256(bytes) !== sum) differences.push(`${bucket}: ${key} differs`);
  }
  return { differences, rows, files: manifest.files.length };
}
