import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

/**
 * What may differ between deployments and is known before synthesis. What is known only at
 * deployment (address, issuer, sender) is a CloudFormation parameter instead.
 */
const settings = z.strictObject({
  /** In the name of every resource: one stage is one organisation's deployment. */
  stage: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,11}$/)),
  /** AWS account, 12 digits; absent: the account of the credentials at deployment. */
  account: z.optional(z.string().check(z.regex(/^\d{12}$/))),
  /** Data and application; an EU region (domain.md L12). */
  region: z._default(z.string().check(z.regex(/^eu-[a-z]+-\d$/)), 'eu-north-1'),
  /** Own domain of the site, with its hosted zone outside this app; absent: CloudFront's own. */
  domain: z.optional(z.string().check(z.regex(/^[a-z0-9.-]+\.[a-z]{2,}$/))),
  /** ARN of a certificate in us-east-1 for `domain`; absent: the edge stack makes one (validated by DNS). */
  certificateArn: z.optional(z.string().check(z.startsWith('arn:aws:acm:us-east-1:'))),
  /** Sender's domain, verified by DKIM records; absent: only the sender's address is verified. */
  mailDomain: z.optional(z.string().check(z.regex(/^[a-z0-9.-]+\.[a-z]{2,}$/))),
  /** Default of the parameter MailSender. */
  mailSender: z._default(z.email(), 'brygga@ekdala.example'),
  /** Where alarms go; absent: only the topic, to be subscribed to later. */
  alarmMail: z.optional(z.email()),
  /** Days; CloudWatch takes only some numbers. */
  logRetentionDays: z._default(z.literal([30, 60, 90, 180, 365, 731, 1827]), 365),
  /** Raise by one to rotate the header secret between CloudFront and the functions (README, operate). */
  originSecretGeneration: z._default(z.int().check(z.minimum(1)), 1),
  /** How daily chain heads are locked: `governance` lets the account take them away, for stages that are torn down; the first deployment decides. */
  headsLock: z._default(z.enum(['compliance', 'governance']), 'compliance'),
  tracing: z._default(z.boolean(), true),
});
export type Settings = z.infer<typeof settings>;

/**
 * Settings of the stage named by `BRYGGA_STAGE` (default `local`), from `infra/settings/<stage>.json`
 * where that file exists; a stage without a file has only defaults.
 *
 * @throws Error that names the file and each wrong field, never its value
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const stage = environment['BRYGGA_STAGE'] ?? 'local';
  // The name becomes a file's: it is checked before anything is read.
  parseSettings(stage, {});
  return parseSettings(stage, readJson(new URL(`settings/${stage}.json`, import.meta.url)));
}

/** As readSettings, where no stage may be taken for granted: what is done to a deployment. @throws Error */
export function readNamedSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  if (environment['BRYGGA_STAGE'] === undefined) throw new Error('Say which deployment: BRYGGA_STAGE=<stage>, with its settings in infra/settings/<stage>.json');
  return readSettings(environment);
}

/** @throws as readSettings does */
export function parseSettings(stage: string, document: object): Settings {
  const parsed = settings.safeParse({ ...document, stage });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => `${issue.path.join('.') || '(document)'}: ${issue.code === 'unrecognized_keys' ? `no such field: ${issue.keys.join(', ')}` : issue.message}`);
  throw new Error(`Settings of stage "${stage}" (infra/settings/${stage}.json) are not valid:\n  ${fields.join('\n  ')}`);
}

function readJson(path: URL): object {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
  throw new Error(`${path.pathname} must hold a JSON object`);
}
