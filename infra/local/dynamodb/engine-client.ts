import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface EngineAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export class EngineError extends Error {
  override readonly name = 'EngineError';
  /** DynamoDB's error code without its namespace, such as `ResourceNotFoundException`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Speaks DynamoDB's wire protocol with the engine over kept connections. */
export class EngineClient {
  readonly #url: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 32 });

  constructor(endpoint: string) {
    this.#url = new URL(endpoint);
  }

  /** One request as it came, answered as the engine answers. */
  forward(headers: Readonly<Record<string, string>>, body: string | Buffer): Promise<EngineAnswer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(this.#url, { method: 'POST', agent: this.#agent, headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 500, headers: response.headers, body: Buffer.concat(chunks) }));
        response.on('error', reject);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  /**
   * One action of `DynamoDB_20120810` or, with its prefix, `DynamoDBStreams_20120810`.
   *
   * @throws EngineError with DynamoDB's code
   */
  async call(action: string, input: unknown): Promise<Record<string, unknown>> {
    const target = action.includes('.') ? action : `DynamoDB_20120810.${action}`;
    const { status, body } = await this.forward({ ...signed, 'x-amz-target': target }, JSON.stringify(input));
    const answer: Record<string, unknown> = JSON.parse(body.toString());
    if (status < 400) return answer;
    throw new EngineError(String(answer['__type'] ?? 'InternalServerError').split('#').at(-1) ?? '', String(answer['message'] ?? answer['Message'] ?? ''));
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** The engine asks for a signature but does not check it. */
export const signed = {
  'content-type': 'application/x-amz-json-1.0',
  authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  'x-amz-date': '20260101T000000Z',
};
