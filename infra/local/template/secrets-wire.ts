import { randomUUID } from 'node:crypto';
import type { WireAnswer } from '../aws-endpoint.ts';
import { asRecord, asText } from './json.ts';
import type { ResolvedTemplate } from './resolved-template.ts';
import type { Secrets } from './secrets.ts';

/** Secrets Manager's `GetSecretValue`, for the template's secrets, by name or ARN. */
export function handleSecretsRequest(template: ResolvedTemplate, secrets: Secrets, target: string, body: string): WireAnswer {
  if (target !== 'secretsmanager.GetSecretValue') return answer(400, { __type: 'UnknownOperationException', message: `The local runtime serves GetSecretValue only, not ${target}` });
  const id = asText(asRecord(JSON.parse(body || '{}'))['SecretId']);
  const secret = template.ofType('AWS::SecretsManager::Secret').find(({ arn, properties }) => id !== undefined && (arn === id || properties['Name'] === id || arn?.replace(/-[^-]{6}$/, '') === id));
  if (secret === undefined) return answer(400, { __type: 'ResourceNotFoundException', Message: "Secrets Manager can't find the specified secret." });
  return answer(200, {
    ARN: secret.arn,
    Name: asText(secret.properties['Name']) ?? secret.logicalId,
    SecretString: secrets.value(`${secret.stack}/${secret.logicalId}`, secret.properties),
    VersionId: 'local',
    VersionStages: ['AWSCURRENT'],
  });
}

function answer(status: number, body: unknown): WireAnswer {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() }, body: JSON.stringify(body) };
}
