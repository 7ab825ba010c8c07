import type { ResolvedTemplate } from '../template/resolved-template.ts';

/**
 * What Lambda itself puts into every function's environment; on one machine also where AWS is.
 * Nothing of the user's own AWS configuration is looked at.
 *
 * @param engineEndpoint where DynamoDB is spoken without a detour through our process; undefined: as everything else
 */
export function functionEnvironment(template: ResolvedTemplate, awsEndpoint: string, engineEndpoint: string | undefined): Record<string, string> {
  return {
    AWS_REGION: template.region,
    AWS_DEFAULT_REGION: template.region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_ENDPOINT_URL: awsEndpoint,
    ...(engineEndpoint !== undefined && { AWS_ENDPOINT_URL_DYNAMODB: engineEndpoint }),
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
  };
}
