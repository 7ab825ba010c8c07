import { createServer, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface Loopback {
  readonly endpoint: string;
  close(): Promise<void>;
}
/** A service of ours behind a port, so that a real SDK client can speak to it. */
export async function loopback(answer: (headers: IncomingHttpHeaders, body: Buffer) => Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }>): Promise<Loopback> {
  const server = createServer((request, response) => {
    void buffer(request).then(async (body) => {
      const { status, headers, body: text } = await answer(request.headers, body);
      response.writeHead(status, headers).end(text);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
}
