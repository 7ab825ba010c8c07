import { logFields, logMessages, type Log, type LogFields, type LogMessage } from '../use-cases/ports-log.ts';

const messages: ReadonlySet<string> = new Set(logMessages);
const fieldNames: ReadonlySet<string> = new Set(logFields);

/** One JSON object a line on standard output; what is not in the catalogue is left out, whatever the types let through. */
export function createLog(write: (line: string) => void = (line) => void process.stdout.write(line)): Log {
  const log = (level: string) => (message: LogMessage, fields: LogFields = {}) => {
    const known = Object.entries(fields).filter(([name, value]) => fieldNames.has(name) && value !== undefined);
    write(`${JSON.stringify({ level, message: messages.has(message) ? message : 'unknown', ...Object.fromEntries(known) })}\n`);
  };
  return { info: log('INFO'), warn: log('WARN'), error: log('ERROR') };
}
