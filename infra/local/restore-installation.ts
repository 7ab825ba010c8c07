import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { flush, unpackBackup } from './backup-file.ts';
import { lockDataFolder } from './data-folder.ts';
import { StartFailure } from './start-failure.ts';

export interface Restored {
  /** Real time, ISO 8601. */
  readonly takenAt: string;
  /** Where the folder's former contents are; undefined when there were none. */
  readonly keptAside: string | undefined;
}

/**
 * Puts the backup in the place of the folder. The backup is unpacked beside it and checked first; the old folder is kept.
 *
 * @throws StartFailure `data-locked` while an installation runs there; `store-broken` when the backup is not whole
 */
export function restoreInstallation(source: string, folder: string): Restored {
  mkdirSync(dirname(folder), { recursive: true });
  const staging = mkdtempSync(`${folder}.restoring-`);
  const releases: (() => void)[] = [];
  let unnamed = false;
  try {
    // Held over the renames, on both folders: nobody starts on a half-changed one.
    if (existsSync(folder)) releases.push(lockDataFolder(folder));
    const { takenAt } = unpackBackup(source, staging);
    releases.push(lockDataFolder(staging));
    const keptAside = existsSync(folder) ? `${folder}.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}` : undefined;
    if (keptAside !== undefined) renameSync(folder, keptAside);
    try {
      renameSync(staging, folder);
    } catch (error) {
      unnamed = true;
      throw new StartFailure('store-broken', `The restored folder could not be given its name: it is ${staging}, what was there before is ${keptAside ?? 'nowhere'}. Rename one of them to ${folder}.`, { cause: error });
    }
    flush(dirname(folder));
    return { takenAt, keptAside };
  } catch (error) {
    if (!unnamed) rmSync(staging, { recursive: true, force: true });
    throw error;
  } finally {
    for (const release of releases) release();
  }
}
