import { createHash } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync, gzipSync } from 'node:zlib';
import { StartFailure } from './start-failure.ts';

/** The stores that together are an installation; a function's log is none of them. */
export const storeFiles = ['dynamodb.sqlite', 'state.sqlite'] as const;

/** Written into each backup; another number is another layout. */
const layout = 1;
const chunkBytes = 1024 * 1024;

export interface BackupDescription {
  /** Real time, ISO 8601. */
  readonly takenAt: string;
  /** Bytes of the stores, unpacked. */
  readonly size: number;
}

/**
 * Packs the stores of `folder` into one file that only its owner may read (it holds personal data and keys). It has its
 * name once it is whole, not before.
 *
 * @throws StartFailure `bad-option` when the file exists
 */
export function packBackup(folder: string, target: string, takenAt: string): BackupDescription {
  if (existsSync(target)) throw new StartFailure('bad-option', `The file ${target} exists. A backup never replaces another; choose another name.`);
  const part = `${target}.part`;
  rmSync(part, { force: true });
  const db = new DatabaseSync(part);
  let size = 0;
  try {
    chmodSync(part, 0o600);
    db.exec(`
      PRAGMA journal_mode = OFF;
      CREATE TABLE brygga_backup (layout INTEGER NOT NULL, taken_at TEXT NOT NULL) STRICT;
      CREATE TABLE store (name TEXT PRIMARY KEY, size INTEGER NOT NULL, sha256 TEXT NOT NULL) STRICT;
      CREATE TABLE chunk (name TEXT NOT NULL, place INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (name, place)) STRICT;
      BEGIN;
    `);
    db.prepare('INSERT INTO brygga_backup VALUES (?, ?)').run(layout, takenAt);
    const insert = db.prepare('INSERT INTO chunk VALUES (?, ?, ?)');
    for (const name of storeFiles) {
      const hash = createHash('sha256');
      let place = 0;
      for (const chunk of chunksOf(join(folder, name))) {
        hash.update(chunk);
        insert.run(name, place, gzipSync(chunk));
        place += 1;
      }
      const bytes = statSync(join(folder, name)).size;
      size += bytes;
      db.prepare('INSERT INTO store VALUES (?, ?, ?)').run(name, bytes, hash.digest('hex'));
    }
    db.exec('COMMIT');
    db.close();
    flush(part);
    renameSync(part, target);
    flush(dirname(target));
  } catch (error) {
    if (db.isOpen) db.close();
    rmSync(part, { force: true });
    throw error;
  }
  return { takenAt, size };
}

/**
 * Unpacks a backup into an empty folder and checks every byte: sums of the files, and what SQLite says of their insides.
 *
 * @throws StartFailure `store-broken` when it is no whole backup
 */
export function unpackBackup(source: string, folder: string): BackupDescription {
  if (!existsSync(source)) throw new StartFailure('bad-option', `There is no file ${source}.`);
  try {
    const db = new DatabaseSync(source, { readOnly: true });
    try {
      const head = db.prepare('SELECT layout, taken_at FROM brygga_backup').get();
      if (head?.['layout'] !== layout) throw new Error(`its layout is ${String(head?.['layout'])}, this version reads ${layout}`);
      let size = 0;
      for (const name of storeFiles) size += unpackStore(db, name, join(folder, name));
      return { takenAt: String(head['taken_at']), size };
    } finally {
      db.close();
    }
  } catch (error) {
    throw new StartFailure('store-broken', `${source} is not a whole backup: ${error instanceof Error ? error.message : String(error)}. Nothing was changed.`, { cause: error });
  }
}

function unpackStore(db: DatabaseSync, name: string, target: string): number {
  const expected = db.prepare('SELECT size, sha256 FROM store WHERE name = ?').get(name);
  if (!expected) throw new Error(`${name} is missing`);
  const hash = createHash('sha256');
  const descriptor = openSync(target, 'wx', 0o600);
  try {
    for (const row of db.prepare('SELECT content FROM chunk WHERE name = ? ORDER BY place').iterate(name)) {
      const content = row['content'];
      if (!(content instanceof Uint8Array)) throw new Error(`${name} has a part that is no data`);
      const chunk = gunzipSync(content);
      hash.update(chunk);
      writeSync(descriptor, chunk);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  if (hash.digest('hex') !== expected['sha256']) throw new Error(`${name} is not as it was written`);
  checkInside(target, name);
  return Number(expected['size']);
}

function checkInside(file: string, name: string): void {
  const db = new DatabaseSync(file);
  try {
    const said = db.prepare('PRAGMA integrity_check').get()?.['integrity_check'];
    if (said !== 'ok') throw new Error(`${name} is damaged inside (${String(said)})`);
  } finally {
    db.close();
  }
}

function* chunksOf(file: string): Generator<Buffer> {
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const buffer = Buffer.alloc(chunkBytes);
      const length = readSync(descriptor, buffer, 0, chunkBytes, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** A rename is kept over a power cut once its folder is on the disk. */
export function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
