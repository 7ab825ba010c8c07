import { flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * Runs inside a worker thread: one execution environment of one function.
 * Its `process.env` is the function's own; nothing of the runtime's reaches it.
 */
interface Start {
  readonly entry: string;
  readonly handler: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memory: number;
}

interface Call {
  readonly requestId: string;
  /** The event, as JSON. */
  readonly event: string;
  /** Real time, milliseconds since the epoch. */
  readonly deadline: number;
}

const port = parentPort;
const start = workerData as Start;

function describe(error: unknown): { errorType: string; errorMessage: string; trace: string[] } {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: typeof error === 'string' ? error : JSON.stringify(error) ?? String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

async function load(): Promise<(event: unknown, context: unknown) => unknown> {
  const loaded: Record<string, unknown> = await import(pathToFileURL(start.entry).href);
  const handler = loaded[start.handler];
  if (typeof handler !== 'function') {
    throw Object.assign(new Error(`${start.handler} is undefined or not exported`), { name: 'Runtime.HandlerNotFound' });
  }
  return (event, context) => Reflect.apply(handler, undefined, [event, context]);
}

async function answer(handler: (event: unknown, context: unknown) => unknown, call: Call): Promise<void> {
  const context = {
    awsRequestId: call.requestId,
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.functionArn,
    memoryLimitInMB: String(start.memory),
    logGroupName: `/aws/lambda/${start.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, call.deadline - Date.now()),
  };
  try {
    const result = await handler(JSON.parse(call.event), context);
    await written();
    port?.postMessage({ requestId: call.requestId, ok: true, payload: JSON.stringify(result) ?? 'null' });
    keepCompiled();
  } catch (error) {
    await written();
    port?.postMessage({ requestId: call.requestId, ok: false, ...describe(error) });
  }
}

let kept = false;
/** After the first answer, with what it took: a thread that is ended keeps nothing by itself. */
function keepCompiled(): void {
  if (!kept) flushCompileCache();
  kept = true;
}

/** The thread may be ended right after its answer; its log must be out by then. Asking the main thread costs a round trip. */
async function written(): Promise<void> {
  const pending = [process.stdout, process.stderr].filter((stream) => stream.writableLength > 0);
  await Promise.all(pending.map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve()))));
}

try {
  const handler = await load();
  port?.on('message', (call: Call) => void answer(handler, call));
  port?.postMessage({ ready: true });
} catch (error) {
  const described = describe(error);
  const errorType = described.errorType === 'SyntaxError' ? 'Runtime.UserCodeSyntaxError' : (error as { code?: unknown }).code === 'ERR_MODULE_NOT_FOUND' ? 'Runtime.ImportModuleError' : described.errorType;
  port?.postMessage({ ready: false, ...described, errorType });
}
