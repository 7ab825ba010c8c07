import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** What one function writes: a file of JSON lines, `<function>.log`. */
export class FunctionLog {
  readonly #file: WriteStream;

  constructor(folder: string, functionName: string) {
    mkdirSync(folder, { recursive: true });
    this.#file = createWriteStream(join(folder, `${functionName}.log`), { flags: 'a' });
    // A full disk must not take the runtime down with it.
    this.#file.on('error', () => undefined);
  }

  follow(stdout: Readable, stderr: Readable): void {
    createInterface({ input: stdout }).on('line', (line) => this.line('stdout', line));
    createInterface({ input: stderr }).on('line', (line) => this.line('stderr', line));
  }

  /** JSON lines as they are; anything else becomes the message of one. */
  line(stream: 'stdout' | 'stderr', text: string): void {
    if (text === '') return;
    this.#file.write(`${isJsonObject(text) ? text : JSON.stringify({ timestamp: new Date().toISOString(), level: stream === 'stderr' ? 'ERROR' : 'INFO', message: text })}\n`);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#file.end(() => resolve()));
  }
}

function isJsonObject(text: string): boolean {
  if (!text.startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
