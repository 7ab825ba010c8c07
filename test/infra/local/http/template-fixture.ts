import type { Resource, ResolvedTemplate } from '../../../../infra/local/template/resolved-template.ts';

type Given = readonly [type: string, physicalId: string, properties: Record<string, unknown>, metadata?: Record<string, unknown>];

/** A resolved template written by hand: no synthesis, one stack. */
export function templateOf(given: readonly Given[], assets: Readonly<Record<string, string>> = {}): ResolvedTemplate {
  const resources: Resource[] = given.map(([type, physicalId, properties, metadata = {}]) => ({
    stack: 'Fixture', logicalId: physicalId, type, properties, physicalId, arn: type === 'AWS::CloudFront::Function' ? `arn:${physicalId}` : undefined, metadata,
  }));
  return {
    resources,
    ofType: (type) => resources.filter((resource) => resource.type === type),
    byArn: (arn) => resources.find((resource) => resource.arn === arn),
    byPhysicalId: (id) => resources.find((resource) => resource.physicalId === id),
    outputs: new Map(),
    region: 'eu-north-1',
    accountId: '000000000000',
    assetPath: (hash) => {
      const path = assets[hash];
      if (path === undefined) throw new Error(`no asset ${hash}`);
      return path;
    },
  };
}

export const functionArn = (name: string): string => `arn:aws:lambda:eu-north-1:000000000000:function:${name}`;

/** An HTTP API `api1` with a staff authorizer and the given routes, each to the function of its own name. */
export function httpApi(routes: Readonly<Record<string, { function: string; staff?: boolean; timeout?: number; scopes?: readonly string[] }>>): readonly Given[] {
  return [
    ['AWS::ApiGatewayV2::Api', 'api1', { ProtocolType: 'HTTP' }],
    ['AWS::ApiGatewayV2::Stage', 'stage', { ApiId: 'api1', StageName: '$default', AutoDeploy: true }],
    [
      'AWS::ApiGatewayV2::Authorizer', 'staff',
      { ApiId: 'api1', AuthorizerType: 'JWT', IdentitySource: ['$request.header.Authorization'], JwtConfiguration: { Issuer: 'https://issuer.example', Audience: ['client-1'] } },
    ],
    ...Object.entries(routes).flatMap(([key, target], index): Given[] => [
      [
        'AWS::ApiGatewayV2::Integration', `integration${index}`,
        {
          ApiId: 'api1', IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0', IntegrationUri: functionArn(target.function),
          ...(target.timeout !== undefined && { TimeoutInMillis: target.timeout }),
        },
      ],
      [
        'AWS::ApiGatewayV2::Route', `route${index}`,
        {
          ApiId: 'api1', RouteKey: key, Target: `integrations/integration${index}`,
          ...(target.staff && { AuthorizationType: 'JWT', AuthorizerId: 'staff' }), ...(target.scopes && { AuthorizationScopes: target.scopes }),
        },
      ],
    ]),
  ];
}
