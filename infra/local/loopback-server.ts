import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { StartFailure } from './start-failure.ts';

/** Real time that running requests have to end when the server closes. */
const closeMilliseconds = 1000;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** One address on the loopback interface. It is taken at once and answers 503 until something serves it. */
export class LoopbackServer {
  readonly origin: string;
  readonly #server: Server;
  readonly #port: number;
  #handler: Handler | undefined;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.#port = port;
    this.origin = `http://127.0.0.1:${port}`;
    server.on('request', (request, response) => this.#handle(request, response));
  }

  /**
   * @param port 0 for a free one
   * @throws StartFailure `port-taken`
   */
  static async listen(port: number, what: string): Promise<LoopbackServer> {
    const server = createServer({ requestTimeout: 60_000, keepAliveTimeout: 10_000 });
    server.listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
      const taken = code === 'EADDRINUSE' ? 'is taken by another program' : code === 'EACCES' ? 'may not be used by you' : `cannot be used (${String(code)})`;
      throw new StartFailure('port-taken', `The port ${port} for ${what} ${taken}. Choose another with --port or --aws-port (0 finds a free one).`, { cause: error });
    }
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new StartFailure('port-taken', `No address for ${what}`);
    return new LoopbackServer(server, address.port);
  }

  serve(handler: Handler): void {
    this.#handler = handler;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeIdleConnections();
    const impatience = setTimeout(() => this.#server.closeAllConnections(), closeMilliseconds);
    await closed;
    clearTimeout(impatience);
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const host = request.headers.host;
    if (host === `localhost:${this.#port}` && (request.method === 'GET' || request.method === 'HEAD')) {
      // Sign-in and cookies belong to one origin.
      response.writeHead(307, { location: `${this.origin}${request.url ?? '/'}` }).end();
    } else if (host !== `127.0.0.1:${this.#port}` && host !== `localhost:${this.#port}`) {
      // A name on the internet that points here (DNS rebinding) is not this address.
      response.writeHead(421, { 'content-type': 'text/plain' }).end('This address is served as 127.0.0.1 only.\n');
    } else if (this.#handler === undefined) {
      response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1' }).end('Starting.\n');
    } else {
      this.#handler(request, response);
    }
  }
}
