import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RuntimeOptions } from '../../../infra/local/runtime.ts';

/** A small synthesized app, written by hand: what a test says, in a temporary folder. */
export class FixtureApp {
  readonly folder = mkdtempSync(join(tmpdir(), 'brygga-local-'));
  readonly assembly = join(this.folder, 'cdk.out');
  readonly data = join(this.folder, 'data');
  readonly #resources: Record<string, unknown> = {};
  readonly #assets: Record<string, unknown> = {};

  resource(logicalId: string, type: string, properties: Record<string, unknown>): this {
    this.#resources[logicalId] = { Type: type, Properties: properties };
    return this;
  }

  /**
   * A function whose `index.mjs` is `code`. In it `record(value)` appends a line that `recorded` reads,
   * and `aws(target, input)` speaks JSON with the AWS endpoint.
   */
  function(name: string, code: string, properties: Record<string, unknown> = {}): this {
    const hash = name.toLowerCase().padEnd(16, '0');
    const folder = join(this.assembly, `asset.${hash}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.mjs'), `${prelude}\n${code}`);
    this.#assets[hash] = { source: { path: `asset.${hash}`, packaging: 'zip' } };
    const variables = { RECORDINGS: join(this.folder, `${name}.jsonl`) };
    return this.resource(name, 'AWS::Lambda::Function', {
      FunctionName: name,
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Code: { S3Bucket: 'assets', S3Key: `${hash}.zip` },
      Environment: { Variables: variables },
      Timeout: 10,
      MemorySize: 128,
      ...properties,
    });
  }

  table(name: string, properties: Record<string, unknown> = {}): this {
    return this.resource(name, 'AWS::DynamoDB::Table', {
      TableName: name,
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      ...properties,
    });
  }

  write(extra: Record<string, unknown> = {}): this {
    mkdirSync(this.assembly, { recursive: true });
    const manifest = {
      version: '48.0.0',
      artifacts: {
        'App.assets': { type: 'cdk:asset-manifest', properties: { file: 'App.assets.json' } },
        App: { type: 'aws:cloudformation:stack', environment: 'aws://unknown-account/eu-north-1', properties: { templateFile: 'App.template.json' } },
      },
    };
    writeFileSync(join(this.assembly, 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(this.assembly, 'App.assets.json'), JSON.stringify({ files: this.#assets }));
    writeFileSync(join(this.assembly, 'App.template.json'), JSON.stringify({ Resources: this.#resources, ...extra }));
    return this;
  }

  options(changes: Partial<RuntimeOptions> = {}): RuntimeOptions {
    return {
      assembly: this.assembly,
      data: this.data,
      port: 0,
      awsPort: 0,
      startAt: undefined,
      organisation: undefined,
      routine: 'vaxjo',
      dynamoDbEndpoint: undefined,
      onBroken: (reason) => {
        throw new Error(reason);
      },
      ...changes,
    };
  }

  /** What the function has recorded, oldest first. */
  recorded(name: string): unknown[] {
    try {
      return readFileSync(join(this.folder, `${name}.jsonl`), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
    } catch {
      return [];
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const prelude = `
import { appendFileSync } from 'node:fs';
const record = (value) => appendFileSync(process.env.RECORDINGS, JSON.stringify(value) + '\\n');
const aws = async (target, input) => {
  const response = await fetch(process.env.AWS_ENDPOINT_URL, { method: 'POST', headers: { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0', authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/local/x/aws4_request, SignedHeaders=host, Signature=0', 'x-amz-date': '20260101T000000Z' }, body: JSON.stringify(input) });
  return response.json();
};
`;

/** One awsJson request, as a client outside the runtime makes it. */
export async function awsRequest(endpoint: string, target: string, input: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0', authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/local/x/aws4_request, SignedHeaders=host, Signature=0', 'x-amz-date': '20260101T000000Z' },
    body: JSON.stringify(input),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
