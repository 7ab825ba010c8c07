import { isRecord } from './json.ts';

interface SecretReference {
  /** Name or ARN of the secret. */
  readonly secret: string;
  /** Key inside the secret's JSON; undefined for the whole string. */
  readonly key: string | undefined;
}

/**
 * Replaces every `{{resolve:secretsmanager:…}}` and `{{resolve:ssm:…}}` in a text.
 *
 * @throws Error for any other service, or a secret's key that is not there
 */
export function replaceDynamicReferences(text: string, secretString: (secret: string) => string, parameter: (name: string) => string): string {
  return text.replaceAll(/\{\{resolve:([a-z-]+):([^}]+)\}\}/g, (whole, service: string, rest: string) => {
    if (service === 'ssm' || service === 'ssm-secure') return parameter(rest.split(':')[0] ?? '');
    if (service !== 'secretsmanager') throw new Error(`The dynamic reference ${whole} is not served by the local runtime`);
    const { secret, key } = readSecretReference(rest);
    const value = secretString(secret);
    if (key === undefined) return value;
    const found: unknown = JSON.parse(value);
    const part = isRecord(found) ? found[key] : undefined;
    if (typeof part !== 'string') throw new Error(`The secret ${secret} has no text under the key ${key}`);
    return part;
  });
}

function readSecretReference(rest: string): SecretReference {
  const parts = rest.split(':');
  // An ARN holds colons itself: arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME.
  const length = parts[0] === 'arn' ? 7 : 1;
  const key = parts[length + 1];
  return { secret: parts.slice(0, length).join(':'), key: key === undefined || key === '' ? undefined : key };
}
