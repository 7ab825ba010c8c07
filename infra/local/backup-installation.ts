import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { packBackup, storeFiles, type BackupDescription } from './backup-file.ts';
import { StartFailure } from './start-failure.ts';

/** A running installation's own writes are short; this is how long we wait for one. */
const patienceMilliseconds = 10_000;

/**
 * Copies tables, mailbox, executions and clock as they are at one moment, from a stopped or a running installation: for
 * an instant nobody can write to either store, and in that instant the copies' view of both is fixed. What a start finds
 * in it is what it would find after the power had gone at that moment, which every part is built for.
 *
 * @throws StartFailure `bad-option` when there is nothing to copy or the target exists; `store-broken`
 */
export async function backUpInstallation(folder: string, target: string): Promise<BackupDescription> {
  for (const name of storeFiles) {
    if (existsSync(join(folder, name))) continue;
    const elsewhere = name === 'dynamodb.sqlite' && existsSync(join(folder, 'state.sqlite'));
    throw new StartFailure('bad-option', elsewhere ? `The tables are not in ${folder} but in the engine that DYNAMODB_ENDPOINT named: that one has to be copied with its own means.` : `There is no Brygga in ${folder}. Name its folder with --data.`);
  }
  mkdirSync(dirname(target), { recursive: true });
  // On the target's own disk: it will have to hold the copy anyway.
  const copies = mkdtempSync(`${target}.copies-`);
  try {
    const takenAt = await copyAtOneMoment(folder, copies);
    return packBackup(copies, target, takenAt);
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}

async function copyAtOneMoment(folder: string, copies: string): Promise<string> {
  const open: DatabaseSync[] = [];
  const connect = (name: string): DatabaseSync => {
    const db = new DatabaseSync(join(folder, name), { timeout: patienceMilliseconds });
    open.push(db);
    return db;
  };
  try {
    const locks = storeFiles.map(connect);
    const views = storeFiles.map((name) => ({ name, db: connect(name) }));
    for (const lock of locks) lock.exec('BEGIN IMMEDIATE');
    for (const { db } of views) {
      db.exec('BEGIN');
      db.prepare('SELECT count(*) FROM sqlite_master').get();
    }
    const takenAt = new Date().toISOString();
    for (const lock of locks) lock.exec('ROLLBACK');
    for (const { name, db } of views) await backup(db, join(copies, name), { rate: 1000 });
    return takenAt;
  } catch (error) {
    throw new StartFailure('store-broken', `The stores in ${folder} cannot be copied: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    for (const db of open) db.close();
  }
}
