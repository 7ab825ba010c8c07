import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** A fresh process that loads one function and gives it one event; says the milliseconds and the status. */
const [entry = '', eventFile = ''] = process.argv.slice(2);
const event: unknown = JSON.parse(readFileSync(eventFile, 'utf8'));
const context = { awsRequestId: 'first', functionName: 'first', callbackWaitsForEmptyEventLoop: false, getRemainingTimeInMillis: () => 15_000 };
const started = performance.now();
const loaded: { handler: (event: unknown, context: unknown) => Promise<{ statusCode: number }> } = await import(pathToFileURL(entry).href);
const loading = performance.now() - started;
const { statusCode } = await loaded.handler(event, context);
const milliseconds = performance.now() - started;
process.stdout.write(`\n${JSON.stringify({ milliseconds, loading, statusCode })}\n`);
process.exit(0);
