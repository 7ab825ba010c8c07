import type { Resource, ResolvedTemplate } from '../../template/resolved-template.ts';
import type { FunctionResult } from '../../states/step-functions.ts';
import type { SiteRequest, SiteResponse } from '../message.ts';
import { withHeaders } from '../message.ts';
import { numberOf, recordOf, stringsOf, textOf, UnservedProperty } from '../values.ts';
import { authorize, type JwtAuthorizer, type VerifyAccessToken } from './authorizer.ts';
import { gatewayEvent, newRequestId, type GatewayIdentity } from './event.ts';
import { functionAnswer, gatewayMessage } from './function-answer.ts';
import { Routes, type Route } from './routes.ts';

/** An HTTP API takes at most 10 MB. */
export const gatewayBodyLimit = 10 * 1024 * 1024;
/** The longest integration time-out of an HTTP API, and its default. */
const integrationTimeoutMs = 30_000;

interface Target {
  readonly functionArn: string;
  readonly timeoutMs: number;
  readonly authorizer: JwtAuthorizer | undefined;
  readonly scopes: readonly string[];
}

export interface HttpApiDependencies {
  readonly invokeFunction: (functionArn: string, payload: unknown) => Promise<FunctionResult>;
  readonly now: () => number;
  readonly verifyAccessToken: VerifyAccessToken;
}

/** One AWS::ApiGatewayV2::Api of the template, served by its routes, integrations and authorizers. */
export class HttpApi {
  readonly apiId: string;
  readonly #template: ResolvedTemplate;
  readonly #routes: Routes<Target>;
  readonly #dependencies: HttpApiDependencies;

  /** @throws UnservedProperty when the API uses a feature that this gateway does not serve */
  constructor(template: ResolvedTemplate, api: Resource, dependencies: HttpApiDependencies) {
    if (api.properties['ProtocolType'] !== 'HTTP') throw new UnservedProperty(api.logicalId, 'ProtocolType other than HTTP');
    if (api.properties['CorsConfiguration'] !== undefined) throw new UnservedProperty(api.logicalId, 'CorsConfiguration');
    this.apiId = api.physicalId;
    this.#template = template;
    this.#dependencies = dependencies;
    refuseNamedStages(template, api);
    this.#routes = new Routes(routesOf(template, api));
  }

  get domainName(): string {
    return `${this.apiId}.execute-api.${this.#template.region}.amazonaws.com`;
  }

  /** Answers one request; `sourceIp` is the address of whoever called the gateway. */
  async handle(request: SiteRequest, sourceIp: string): Promise<SiteResponse> {
    const requestId = newRequestId();
    const answer = await this.#answer(request, sourceIp, requestId);
    return withHeaders(answer, new Map([...answer.headers, ['apigw-requestid', [requestId]]]));
  }

  async #answer(request: SiteRequest, sourceIp: string, requestId: string): Promise<SiteResponse> {
    if (request.body.length > gatewayBodyLimit) return gatewayMessage(413, 'Request Entity Too Large');
    const path = decodedPath(request.path);
    if (path === undefined) return gatewayMessage(400, 'Bad Request');
    const match = this.#routes.match(request.method, path);
    if (!match) return gatewayMessage(404, 'Not Found');
    const { target, key } = match.route;
    let identity: GatewayIdentity | undefined;
    if (target.authorizer) {
      const outcome = await authorize(request, target.authorizer, target.scopes, this.#dependencies.verifyAccessToken);
      if (!outcome.allowed) return outcome.answer;
      identity = outcome.identity;
    }
    const event = gatewayEvent(request, {
      accountId: this.#template.accountId,
      apiId: this.apiId,
      domainName: this.domainName,
      routeKey: key,
      path,
      pathParameters: match.pathParameters,
      identity,
      now: this.#dependencies.now(),
      requestId,
      sourceIp,
    });
    return this.#invoke(target, event);
  }

  async #invoke(target: Target, event: unknown): Promise<SiteResponse> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), target.timeoutMs);
    });
    try {
      const result = await Promise.race([this.#dependencies.invokeFunction(target.functionArn, event), late]);
      if (result === 'late') return gatewayMessage(503, 'Service Unavailable');
      return result.ok ? functionAnswer(result.payload) : gatewayMessage(500, 'Internal Server Error');
    } catch {
      // The runtime itself failed to invoke (it is stopping, or the function is gone).
      return gatewayMessage(503, 'Service Unavailable');
    } finally {
      clearTimeout(timer);
    }
  }
}

function ofApi(template: ResolvedTemplate, type: string, api: Resource): readonly Resource[] {
  return template.ofType(type).filter((resource) => resource.properties['ApiId'] === api.physicalId);
}

function refuseNamedStages(template: ResolvedTemplate, api: Resource): void {
  for (const stage of ofApi(template, 'AWS::ApiGatewayV2::Stage', api)) {
    if (stage.properties['StageName'] !== '$default') throw new UnservedProperty(stage.logicalId, 'a stage other than $default');
    if (stage.properties['StageVariables'] !== undefined) throw new UnservedProperty(stage.logicalId, 'StageVariables');
  }
}

function routesOf(template: ResolvedTemplate, api: Resource): readonly Route<Target>[] {
  return ofApi(template, 'AWS::ApiGatewayV2::Route', api).map((route) => {
    const key = textOf(route.properties['RouteKey']);
    if (key === undefined) throw new UnservedProperty(route.logicalId, 'a route without RouteKey');
    return {
      key,
      target: {
        ...integrationOf(template, route),
        authorizer: authorizerOf(template, route),
        scopes: stringsOf(route.properties['AuthorizationScopes']),
      },
    };
  });
}

function integrationOf(template: ResolvedTemplate, route: Resource): Pick<Target, 'functionArn' | 'timeoutMs'> {
  const id = textOf(route.properties['Target'])?.replace(/^integrations\//, '') ?? '';
  const integration = template.ofType('AWS::ApiGatewayV2::Integration').find((candidate) => candidate.physicalId === id);
  if (!integration) throw new UnservedProperty(route.logicalId, `the target ${id}`);
  const { properties, logicalId } = integration;
  if (properties['IntegrationType'] !== 'AWS_PROXY') throw new UnservedProperty(logicalId, `IntegrationType ${String(properties['IntegrationType'])}`);
  if (properties['PayloadFormatVersion'] !== '2.0') throw new UnservedProperty(logicalId, 'a payload format other than 2.0');
  if (properties['RequestParameters'] !== undefined) throw new UnservedProperty(logicalId, 'RequestParameters');
  return {
    functionArn: functionArnOf(textOf(properties['IntegrationUri']) ?? '', logicalId),
    timeoutMs: Math.min(numberOf(properties['TimeoutInMillis']) ?? integrationTimeoutMs, integrationTimeoutMs),
  };
}

/** The URI is the function's ARN, or the older form `arn:…:apigateway:…/functions/<arn>/invocations`. */
function functionArnOf(uri: string, logicalId: string): string {
  const arn = /(arn:[^:]+:lambda:[^:]*:[^:]*:function:[^/]+)(?:\/invocations)?$/.exec(uri)?.[1];
  if (arn === undefined) throw new UnservedProperty(logicalId, `IntegrationUri ${uri}`);
  return arn;
}

function authorizerOf(template: ResolvedTemplate, route: Resource): JwtAuthorizer | undefined {
  const kind = route.properties['AuthorizationType'];
  if (kind === undefined || kind === 'NONE') return undefined;
  if (kind !== 'JWT') throw new UnservedProperty(route.logicalId, `AuthorizationType ${String(kind)}`);
  const id = route.properties['AuthorizerId'];
  const authorizer = template.ofType('AWS::ApiGatewayV2::Authorizer').find((candidate) => candidate.physicalId === id);
  if (!authorizer) throw new UnservedProperty(route.logicalId, `the authorizer ${String(id)}`);
  const [source] = stringsOf(authorizer.properties['IdentitySource']);
  const header = /^\$request\.header\.(.+)$/.exec(source ?? '')?.[1];
  if (header === undefined) throw new UnservedProperty(authorizer.logicalId, `IdentitySource ${String(source)}`);
  const jwt = recordOf(authorizer.properties['JwtConfiguration']);
  const issuer = textOf(jwt['Issuer']);
  if (issuer === undefined) throw new UnservedProperty(authorizer.logicalId, 'a JWT authorizer without an issuer');
  return { issuer, audience: stringsOf(jwt['Audience']), header: header.toLowerCase() };
}

function decodedPath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
