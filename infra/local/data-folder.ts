import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartFailure } from './start-failure.ts';

/** A runtime's folder: locked for as long as it is open. */
export interface DataFolder {
  readonly path: string;
  /** State of the runtime's own parts; each owns tables with a prefix. */
  readonly db: DatabaseSync;
  /** Functions' logs. */
  readonly logs: string;
  close(): void;
}

/**
 * Opens the folder, making it if it is not there.
 *
 * @throws StartFailure `data-locked` when another runtime has it, `store-broken` when its files cannot be read
 */
export function openDataFolder(path: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new StartFailure('store-broken', `The data folder ${path} cannot be made: ${reason(error)}`, { cause: error });
  }
  const release = lockDataFolder(path);
  try {
    checkFile(join(path, 'dynamodb.sqlite'));
    const db = openState(join(path, 'state.sqlite'));
    return {
      path,
      db,
      logs: join(path, 'logs'),
      close: () => {
        db.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Takes the folder for this process; the answer gives it back. The operating system lets go of an SQLite lock when its
 * process dies, however it dies.
 *
 * @throws StartFailure `data-locked`, `store-broken`
 */
export function lockDataFolder(path: string): () => void {
  const holder = join(path, 'runtime.pid');
  let guard: DatabaseSync | undefined;
  try {
    guard = new DatabaseSync(join(path, 'lock.sqlite'), { timeout: 0 });
    guard.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    guard?.close();
    const busy = typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === 5;
    if (!busy) throw new StartFailure('store-broken', `The data folder ${path} cannot be locked: ${reason(error)}`, { cause: error });
    const pid = existsSync(holder) ? ` (process ${readFileSync(holder, 'utf8')})` : '';
    throw new StartFailure('data-locked', `The data folder ${path} is in use by another Brygga${pid}. Stop that one, or choose another folder with --data.`, { cause: error });
  }
  writeFileSync(holder, String(process.pid));
  const held = guard;
  return () => {
    rmSync(holder, { force: true });
    held.close();
  };
}

function openState(file: string): DatabaseSync {
  checkFile(file);
  try {
    const db = new DatabaseSync(file, { timeout: 5000 });
    // As the engine does: a process that dies, however it dies, loses nothing. Losing power may cost both files their last
    // moments, each whole up to some instant, which the sweep then brings together. FULL here alone would add a wait for
    // the disk to every step of every execution, and keep nothing that the engine's file does not.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
    return db;
  } catch (error) {
    throw broken(file, reason(error));
  }
}

/** The engine would start on a broken file and fail later; its first page says at once whether it is one. */
function checkFile(file: string): void {
  if (!existsSync(file)) return;
  const head = Buffer.alloc(16);
  let length: number;
  try {
    const descriptor = openSync(file, 'r');
    length = readSync(descriptor, head, 0, 16, 0);
    closeSync(descriptor);
  } catch (error) {
    throw broken(file, reason(error));
  }
  if (length > 0 && head.toString('latin1') !== 'SQLite format 3\0') throw broken(file, 'it is not a database');
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    db.prepare('SELECT count(*) FROM sqlite_master').get();
  } catch (error) {
    throw broken(file, reason(error));
  } finally {
    db.close();
  }
}

function broken(file: string, why: string): StartFailure {
  return new StartFailure('store-broken', `The store ${file} is broken (${why}). Restore it from a copy, or start with another folder (--data).`);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
