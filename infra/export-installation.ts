import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { addDays, headsKey } from '../functions/contracts/chain-heads.ts';
import { itemOf, lineOf, linesOf, sha256, sha256OfFile, staysBehind, type ExportManifest } from './installation-format.ts';
import { placeOfEnvironment, tableNames, type Item, type Place, type TableName } from './installation-place.ts';

/**
 * Takes a whole installation out as a folder of open formats: `npm run export -- DIR`. Reads the deployment that BRYGGA_STAGE
 * names, or the installation on this machine that AWS_ENDPOINT_URL names; writes nothing there. A run that was cut short is
 * begun again in the same folder and goes on: tables and files that are whole are left as they are. What people write meanwhile
 * may be in it or not, but never half of a case: take it when nobody works, where all of it counts. It holds personal data in
 * the clear, patient references among them: keep it as you keep those. Exit code 2 when something cannot be read.
 */
const usage = 'npm run export -- DIR';
/** Of daily documents that may be missing one after the other. */
const longestSilence = 60;

try {
  const { positionals: [folder] } = parseArgs({ args: argv.slice(2), options: {}, allowPositionals: true });
  if (folder === undefined) throw new Error(`Name the folder: ${usage}`);
  const manifest = await exportTo(placeOfEnvironment(), folder);
  const rows = Object.entries(manifest.tables).map(([name, { rows: count }]) => `${name} ${count}`).join(', ');
  stdout.write(`${rows} rows; ${manifest.files.length} files, ${manifest.withheld.length} withheld; ${Object.keys(manifest.chains).length} chains; ${manifest.accounts} accounts: ${folder}\n`);
} catch (error) {
  stderr.write(`The installation could not be exported: ${error instanceof Error ? error.message : String(error)}\n`);
  exit(2);
}

async function exportTo(place: Place, folder: string): Promise<ExportManifest> {
  if (existsSync(join(folder, 'manifest.json'))) throw new Error(`${folder} holds a finished export: name another folder`);
  if (existsSync(folder) && !existsSync(join(folder, 'begun.json')) && readdirSync(folder).length > 0) throw new Error(`${folder} holds something else: name an empty folder`);
  mkdirSync(join(folder, 'tables'), { recursive: true });
  const begun = join(folder, 'begun.json');
  if (!existsSync(begun)) writeFileSync(begun, JSON.stringify({ id: sha256(`${place.where} ${new Date().toISOString()}`).slice(0, 16), at: new Date().toISOString() }));
  const { id, at }: { id: string; at: string } = JSON.parse(readFileSync(begun, 'utf8'));
  const tables: Partial<ExportManifest['tables']> = {};
  for (const table of tableNames) tables[table] = await exportTable(place, table, join(folder, 'tables', `${table}.jsonl`));
  const { files, withheld, chains } = await exportFiles(place, folder);
  const accounts = await exportAccounts(folder);
  const { Registers, PatientReferences, AccessLog, Cases } = tables;
  if (!Registers || !PatientReferences || !AccessLog || !Cases) throw new Error('A table is missing');
  const manifest: ExportManifest = { format: 'brygga-installation-1', id, begunAt: at, endedAt: new Date().toISOString(), tables: { Registers, PatientReferences, AccessLog, Cases }, chains, files, withheld, accounts };
  whole(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Rows as they are scanned; a case that was written meanwhile is read once more, whole. */
async function exportTable(place: Place, table: TableName, file: string): Promise<ExportManifest['tables'][TableName]> {
  if (!existsSync(file)) {
    const part = createWriteStream(`${file}.part`);
    const write = async (item: Item): Promise<void> => {
      if (staysBehind(table, item)) return;
      if (!part.write(`${lineOf(item)}\n`)) await once(part, 'drain');
    };
    const heads = new Map<string, number>();
    const events = new Map<string, number>();
    for await (const item of place.scan(table)) {
      await write(item);
      const pk = item['pk']?.S ?? '';
      const sequence = Number(item['chain']?.M?.['sequence']?.N ?? 0);
      if (item['sk']?.S === 'CASE') heads.set(pk, sequence);
      else if (sequence > 0) events.set(pk, Math.max(sequence, events.get(pk) ?? 0));
    }
    if (table === 'Cases') {
      const torn = [...new Set([...heads.keys(), ...events.keys()])].filter((pk) => (heads.get(pk) ?? 0) !== (events.get(pk) ?? 0));
      for (const pk of torn) for (const item of await place.partition(table, pk)) await write(item);
    }
    part.end();
    await once(part, 'finish');
    renameSync(`${file}.part`, file);
  }
  const keys = new Set<string>();
  for await (const line of linesOf(file)) {
    const item = itemOf(line);
    keys.add(`${item['pk']?.S ?? ''} ${item['sk']?.S ?? ''}`);
  }
  return { rows: keys.size, sha256: await sha256OfFile(file) };
}

async function exportFiles(place: Place, folder: string): Promise<Pick<ExportManifest, 'files' | 'withheld' | 'chains'>> {
  const files: ExportManifest['files'] = [];
  const withheld: string[] = [];
  const chains: ExportManifest['chains'] = {};
  let lastDate: string | undefined;
  const keep = async (file: Omit<ExportManifest['files'][number], 'path' | 'bytes' | 'sha256'>): Promise<boolean> => {
    const path = `files/${file.bucket}/${file.key}`;
    const target = join(folder, path);
    if (!existsSync(target)) {
      const bytes = await place.readObject(file.bucket, file.key, file.versionId ?? undefined);
      if (bytes === undefined) return false;
      mkdirSync(dirname(target), { recursive: true });
      whole(target, bytes);
    }
    const bytes = readFileSync(target);
    files.push({ ...file, path, bytes: bytes.length, sha256: sha256(bytes) });
    return true;
  };
  const seen = new Set<string>();
  for await (const line of linesOf(join(folder, 'tables', 'Cases.jsonl'))) {
    const item = itemOf(line);
    const [, caseId] = /^CASE#(.+)$/.exec(item['pk']?.S ?? '') ?? [];
    const [, attachmentId] = /^ATTACHMENT#(.+)$/.exec(item['sk']?.S ?? '') ?? [];
    const number = item['case']?.M?.['number']?.S;
    const chain = item['chain']?.M;
    if (item['sk']?.S === 'CASE' && number !== undefined && chain) chains[number] = { sequence: Number(chain['sequence']?.N), digest: chain['digest']?.S ?? '' };
    if (item['pk']?.S === 'CHAINHEADS' && item['sk']?.S === 'LAST') lastDate = item['date']?.S;
    if (caseId === undefined || attachmentId === undefined) continue;
    const key = `cases/${caseId}/${attachmentId}`;
    const versionId = item['versionId']?.S;
    if (seen.has(key)) continue;
    seen.add(key);
    // What the scan has not released the bucket gives to nobody.
    if (item['state']?.S !== 'clean' || versionId === undefined) withheld.push(key);
    else if (!(await keep({ bucket: 'attachments', key, mediaType: item['mediaType']?.S ?? 'application/octet-stream', versionId }))) throw new Error(`The file ${key} cannot be read: the export goes on from here when it is begun again`);
  }
  // Daily documents of heads, from the newest back.
  for (let date = lastDate, silence = 0; date !== undefined && silence < longestSilence; date = addDays(date, -1)) silence = (await keep({ bucket: 'heads', key: headsKey(date), mediaType: 'application/json', versionId: null })) ? 0 : silence + 1;
  return { files, withheld, chains };
}

/** Who has an account here: the identity provider knows the rest, and keeps it. */
async function exportAccounts(folder: string): Promise<number> {
  const accounts: string[] = [];
  for await (const line of linesOf(join(folder, 'tables', 'Registers.jsonl'))) {
    const value = itemOf(line);
    const entry = [value, value['value']?.M, value['user']?.M, value['entry']?.M].find((each) => each?.['mail']?.S !== undefined && each['title']?.S !== undefined);
    if (entry) accounts.push(JSON.stringify({ sub: entry['id']?.S, name: entry['name']?.S, mail: entry['mail']?.S, active: entry['active']?.BOOL !== false }));
  }
  whole(join(folder, 'accounts.jsonl'), `${accounts.join('\n')}\n`);
  return accounts.length;
}

/** A file under its name is whole. */
function whole(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.part`, content);
  renameSync(`${file}.part`, file);
}
