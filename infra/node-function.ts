import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { ApplicationLogLevel, Architecture, Code, Function, LoggingFormat, Runtime, SystemLogLevel, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** What every function of a deployment shares. */
export interface FunctionFrame {
  readonly stage: string;
  readonly key: IKey;
  /** Days. */
  readonly logRetention: RetentionDays;
  readonly tracing: boolean;
  /** Folder with one bundle per function, made by infra/build.ts. */
  readonly bundles: string;
}

export interface NodeFunctionProps {
  /** The verb-noun that names entry file, use case and construct. */
  readonly name: string;
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Beside its own log group, key and queue. No wildcard without a reason in security-acknowledgements.ts. */
  readonly statements: readonly PolicyStatement[];
  /** Seconds. */
  readonly timeout: number;
  /** MB; on Lambda the share of a processor grows with it. */
  readonly memory: number;
  /** Where an event goes that failed for good; required for everything that is invoked asynchronously. */
  readonly deadLetterQueue?: IQueue | undefined;
}

/** The only way to make a Lambda: own role, own encrypted log group, structured logs, no dependency on the account's defaults. */
export class NodeFunction extends Construct {
  readonly function: Function;
  readonly functionName: string;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, props: NodeFunctionProps & { readonly frame: FunctionFrame }) {
    super(scope, props.name);
    const { frame } = props;
    const bundle = join(frame.bundles, props.name);
    if (!existsSync(join(bundle, 'index.mjs'))) throw new Error(`${props.name} has no bundle: run node infra/build.ts`);
    this.functionName = `brygga-${frame.stage}-${props.name}`;
    this.logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/brygga/${frame.stage}/${props.name}`,
      retention: frame.logRetention,
      encryptionKey: frame.key,
      // Its name is fixed: a failed first deployment must not leave it behind, everything later must.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        function: new PolicyDocument({ minimize: true, statements: [...this.#ownStatements(props), ...props.statements] }),
      },
    });
    this.function = new Function(this, 'Function', {
      functionName: this.functionName,
      description: props.description,
      code: Code.fromAsset(bundle),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory,
      timeout: Duration.seconds(props.timeout),
      environment: { ...props.environment },
      environmentEncryption: frame.key,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      // All statements are in the role already; additions by other constructs would hide what a function may do.
      role: role.withoutPolicyUpdates(),
      tracing: frame.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      ...(props.deadLetterQueue && { deadLetterQueue: props.deadLetterQueue }),
    });
  }

  #ownStatements({ frame, name, deadLetterQueue }: NodeFunctionProps & { readonly frame: FunctionFrame }): PolicyStatement[] {
    const { region, account } = Stack.of(this);
    const statements = [
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [`arn:aws:logs:${region}:${account}:log-group:/brygga/${frame.stage}/${name}:log-stream:*`],
      }),
      // Its environment is encrypted; what goes into its queue has to be.
      new PolicyStatement({ actions: ['kms:Decrypt', ...(deadLetterQueue ? ['kms:GenerateDataKey'] : [])], resources: [frame.key.keyArn] }),
    ];
    if (frame.tracing) statements.push(new PolicyStatement({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] }));
    if (deadLetterQueue) statements.push(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetterQueue.queueArn] }));
    return statements;
  }
}
