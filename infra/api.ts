import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnStage, HttpApi, HttpMethod, HttpRoute, HttpRouteKey, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { operations, type Operation, type OperationId } from '../functions/contracts/operations.ts';
import { operationEntry } from './function-list.ts';
import type { FunctionMaker } from './function-maker.ts';

/** The gateway itself; it comes first, because the site's distribution needs its address and functions need the site's. */
export class Gateway extends Construct {
  readonly httpApi: HttpApi;
  /** Host name without scheme. */
  readonly domainName: string;

  constructor(scope: Construct, id: string, props: { readonly stage: string; readonly key: IKey; readonly logRetention: RetentionDays }) {
    super(scope, id);
    this.httpApi = new HttpApi(this, 'HttpApi', {
      apiName: `brygga-${props.stage}`,
      description: 'Operations of functions/contracts/operations.ts; reached through the distribution only',
    });
    const accessLog = new LogGroup(this, 'AccessLog', {
      logGroupName: `/brygga/${props.stage}/http-api`,
      retention: props.logRetention,
      encryptionKey: props.key,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const stage = this.httpApi.defaultStage?.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error('The HTTP API has no default stage');
    stage.accessLogSettings = { destinationArn: accessLog.logGroupArn, format: JSON.stringify(accessLogFormat) };
    stage.defaultRouteSettings = { throttlingBurstLimit: 200, throttlingRateLimit: 100, detailedMetricsEnabled: true };
    this.domainName = `${this.httpApi.apiId}.execute-api.${Stack.of(this).region}.${Stack.of(this).urlSuffix}`;
  }
}

/** Route keys, never paths (a path holds the case), no address, no user agent, no claims. */
const accessLogFormat = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  integrationLatency: '$context.integrationLatency',
  integrationError: '$context.integrationErrorMessage',
  authorizerError: '$context.authorizer.error',
};

const methods: Readonly<Record<Operation['method'], HttpMethod>> = { GET: HttpMethod.GET, POST: HttpMethod.POST, PUT: HttpMethod.PUT, DELETE: HttpMethod.DELETE };

/** One function and one route per operation. */
export class Api extends Construct {
  constructor(scope: Construct, id: string, props: {
    readonly gateway: Gateway;
    readonly maker: FunctionMaker;
    readonly operationIds: readonly OperationId[];
    readonly staff: IHttpRouteAuthorizer;
  }) {
    super(scope, id);
    for (const operationId of props.operationIds) {
      const operation: Operation = operations[operationId];
      const handler = props.maker.make(this, operationId, operationEntry(operationId));
      // A route of the gateway's own would stand in the gateway's stack.
      new HttpRoute(this, `${operation.method}${operation.path}`, {
        httpApi: props.gateway.httpApi,
        routeKey: HttpRouteKey.with(operation.path, methods[operation.method]),
        integration: new HttpLambdaIntegration(`${operationId}-integration`, handler.function),
        ...(operation.auth === 'staff' && { authorizer: props.staff }),
      });
    }
  }
}
