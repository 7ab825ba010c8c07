import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all its descendants use; Linux only. */
export interface TreeUse {
  /** Milliseconds of processor time since they began. */
  readonly processor: number;
  /** Resident bytes, summed over the processes. */
  readonly resident: number;
}

const ticksPerSecond = 100;
const pageBytes = 4096;

export function treeUse(root: number): TreeUse {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => statOf(Number(name)) ?? []);
  const tree = new Set([root]);
  for (let before = 0; before < tree.size;) {
    before = tree.size;
    for (const { pid, parent } of processes) if (tree.has(parent)) tree.add(pid);
  }
  const mine = processes.filter(({ pid }) => tree.has(pid));
  return { processor: mine.reduce((sum, { processor }) => sum + processor, 0), resident: mine.reduce((sum, { resident }) => sum + resident, 0) };
}

function statOf(pid: number): { readonly pid: number; readonly parent: number; readonly processor: number; readonly resident: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; fields are counted from behind it (proc(5): ppid is 4, utime 14, stime 15, rss 24).
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
    const field = (number: number): number => fields[number - 3] ?? 0;
    return { pid, parent: field(4), processor: ((field(14) + field(15)) * 1000) / ticksPerSecond, resident: field(24) * pageBytes };
  } catch {
    // It ended while we looked.
    return undefined;
  }
}
