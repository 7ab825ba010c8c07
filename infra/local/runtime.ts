import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { AwsEndpointDependencies } from './aws-endpoint.ts';
import { createAwsEndpoint } from './aws-endpoint.ts';
import { bootstrapOnce } from './bootstrap.ts';
import { ClockSteps, type ClockAnswer } from './clock-steps.ts';
import { Clock } from './clock.ts';
import { createConsole } from './console/console.ts';
import { openDataFolder } from './data-folder.ts';
import { startEngine } from './dynamodb/engine.ts';
import { EngineClient } from './dynamodb/engine-client.ts';
import { DynamoDbPassThrough } from './dynamodb/pass-through.ts';
import { StreamPumps } from './dynamodb/stream-pumps.ts';
import { createTables } from './dynamodb/tables.ts';
import { AsyncInvocations } from './events/async-invocations.ts';
import { checkTargets } from './events/check-targets.ts';
import { DeadLetters, type DeadLetter } from './events/dead-letters.ts';
import { DefaultBus } from './events/default-bus.ts';
import { Schedules } from './events/schedules.ts';
import { publishToTopic } from './events/topics.ts';
import type { Faults } from './faults.ts';
import { createSiteHandler } from './http/site-server.ts';
import { Functions } from './lambda/functions.ts';
import { functionEnvironment } from './lambda/function-environment.ts';
import { LoopbackServer } from './loopback-server.ts';
import { createIssuer } from './oidc/issuer.ts';
import type { OrganisationDocument } from './organisation.ts';
import { comeToRest } from './rest.ts';
import { eventDestinationsOf } from './ses/event-destinations.ts';
import { S3 } from './s3/s3.ts';
import { Ses, type StoredMail } from './ses/ses.ts';
import { StartFailure } from './start-failure.ts';
import { deployStateMachines } from './state-machines.ts';
import { StepFunctions, type FunctionResult } from './states/step-functions.ts';
import { loadTemplate } from './template/load-template.ts';
import type { ResolvedTemplate } from './template/resolved-template.ts';
import { Secrets } from './template/secrets.ts';
import { UnservedResource } from './template/served-types.ts';

export interface RuntimeOptions {
  /** The synthesized app, usually `cdk.out`. */
  readonly assembly: string;
  /** The data folder. */
  readonly data: string;
  /** 0 is a free port. */
  readonly port: number;
  readonly awsPort: number;
  /** Where the clock of a new data folder begins; milliseconds since the epoch. */
  readonly startAt: number | undefined;
  /** What an empty store is filled with, and who can sign in; undefined leaves the store empty. */
  readonly organisation: OrganisationDocument | undefined;
  /** The store is left empty all the same: an export is read into it. */
  readonly empty?: boolean | undefined;
  /** Name of the routine preset that an empty store gets. */
  readonly routine: string;
  /** A DynamoDB-compatible server that somebody else runs. */
  readonly dynamoDbEndpoint: string | undefined;
  /** Told once when something that the runtime cannot do without has ended. */
  readonly onBroken: (reason: string) => void;
  /** Tests only: what goes wrong. */
  readonly faults?: Faults | undefined;
}

export interface Runtime {
  /** Address of site, API, sign-in and local console. */
  readonly origin: string;
  readonly awsEndpoint: string;
  readonly region: string;
  readonly template: ResolvedTemplate;
  /** Simulated, milliseconds since the epoch. */
  now(): number;
  /** Steps the clock: `{"advance":"P7D"}` or `{"to":INSTANT}`. */
  advance(request: unknown): Promise<ClockAnswer>;
  /** Resolves when streams are drained, functions done, executions at rest. */
  idle(): Promise<void>;
  /** Sent mails, newest first. */
  mail(): readonly StoredMail[];
  deadLetters(): readonly DeadLetter[];
  /** Access token of a demo user. */
  issueToken(userId: string): Promise<{ readonly access_token: string }>;
  invokeFunction(name: string, payload: unknown): Promise<FunctionResult>;
  /** Ends everything; all of it is durable. */
  stop(): Promise<void>;
}

const clientId = 'brygga-local';
const tickMilliseconds = 100;
const graceMilliseconds = 1000;
/** Used where the template fixes none. */
const region = 'eu-north-1';
const accountId = '000000000000';

/**
 * Starts the whole system from its synthesized template. Several can run in one process,
 * each with its own data folder and ports.
 *
 * @throws StartFailure; nothing is left running then
 */
export async function startRuntime(options: RuntimeOptions): Promise<Runtime> {
  const undo: (() => void | Promise<void>)[] = [];
  try {
    return await compose(options, undo);
  } catch (error) {
    for (const step of undo.toReversed()) await step();
    throw error;
  }
}

async function compose(options: RuntimeOptions, undo: (() => void | Promise<void>)[]): Promise<Runtime> {
  const folder = openDataFolder(options.data);
  undo.push(() => folder.close());
  const { db } = folder;
  const site = await LoopbackServer.listen(options.port, 'the site');
  undo.push(() => site.close());
  const aws = await LoopbackServer.listen(options.awsPort, 'the AWS endpoint');
  undo.push(() => aws.close());

  const template = readTemplate(options, { site: site.origin, aws: aws.origin }, folder.db);
  const clock = new Clock(db, options.startAt);
  const now = (): number => clock.now();

  const engine = await startEngine({ folder: folder.path, endpoint: options.dynamoDbEndpoint, onLost: options.onBroken });
  undo.push(() => engine.stop());
  const engineClient = new EngineClient(engine.endpoint);
  undo.push(() => engineClient.close());
  await createTables(template, engineClient);

  const functions = new Functions({ template, logs: folder.logs, environment: functionEnvironment(template, aws.origin, options.faults?.wire ? undefined : engine.endpoint), onEnd: () => pumps.wake() });
  undo.push(() => functions.close());
  const invokeFunction = async (name: string, payload: unknown): Promise<FunctionResult> => {
    if (!functions.has(name)) return { ok: false, errorType: 'Lambda.ResourceNotFoundException', errorMessage: `Function not found: ${name}` };
    const fault = options.faults?.invocation?.(name);
    if (fault) return fault;
    return functions.invoke(name, payload);
  };

  const deadLetters = new DeadLetters(db);
  asTemplateFailure(() => checkTargets(template, (name) => functions.has(name)));
  const invocations = new AsyncInvocations({ db, template, now, invokeFunction, deadLetters });
  const bus = asTemplateFailure(() => new DefaultBus(template, invocations, now));
  const schedules = asTemplateFailure(() => new Schedules(db, template, invocations, now));
  const pumps = asTemplateFailure(() => new StreamPumps({ db, template, engine: engineClient, invokeFunction, deadLetters, clock, onBroken: options.onBroken, disturb: options.faults?.stream }));
  const dynamoDb = new DynamoDbPassThrough(engineClient, template, () => pumps.wake());
  const stepFunctions = new StepFunctions({
    db,
    now,
    region: template.region,
    accountId: template.accountId,
    invokeFunction,
    onStatusChange: (detail) => bus.publish({ source: 'aws.states', detailType: 'Step Functions Execution Status Change', resources: [detail.executionArn], detail }),
  });
  await deployStateMachines(template, stepFunctions);
  const ses = new Ses({
    db,
    now,
    region: template.region,
    accountId: template.accountId,
    identities: template.ofType('AWS::SES::EmailIdentity').map(({ physicalId }) => physicalId),
    configurationSets: template.ofType('AWS::SES::ConfigurationSet').map(({ physicalId }) => physicalId),
    onNotification: (record) => {
      for (const { kind, arn } of eventDestinationsOf(template, record)) {
        if (kind === 'sns') publishToTopic(template, invocations, now(), arn, record, 'Amazon SES Email Event Notification');
        else bus.publish({ source: 'aws.ses', detailType: 'Email Event', resources: [], detail: record });
      }
    },
  });
  const s3 = new S3({ db, template, now, publish: (event) => bus.publish(event), siteOrigin: site.origin });

  const rest = (): Promise<void> => comeToRest({ functions, pumps, invocations, stepFunctions, dynamoDb });
  const steps = new ClockSteps({
    clock,
    sources: [
      { what: 'execution', nextDue: () => stepFunctions.nextDue(), runDue: () => stepFunctions.runDue() },
      pumps,
      invocations,
      schedules,
    ],
    runFrequent: () => schedules.runFrequent(),
    rest,
  });

  const users = options.organisation?.users ?? [];
  const issuer = await createIssuer({
    db,
    origin: site.origin,
    clientId,
    audience: clientId,
    users,
    redirectUris: [`${site.origin}/signed-in`],
    postLogoutRedirectUris: [`${site.origin}/`],
  });
  const started = Date.now();
  const health = async (): Promise<object> => ({
    status: 'ok',
    now: new Date(now()).toISOString(),
    startedAt: new Date(started).toISOString(),
    region: template.region,
    functionsRunning: functions.inFlight,
    deadLetters: deadLetters.list().length,
  });
  const localConsole = createConsole({ clock: steps, ses, users, health, issueToken: (userId) => issuer.issueToken(userId) });

  const endpoint: AwsEndpointDependencies = { template, secrets: new Secrets(db), dynamoDb, stepFunctions, ses, s3, functions, invocations, deadLetters, ...(options.faults?.wire && { faults: options.faults.wire }) };
  aws.serve(createAwsEndpoint(endpoint));

  // From here on work goes on where it was; before, nothing has moved.
  stepFunctions.start();
  pumps.start();
  ses.start();
  invocations.runDue();
  let stopping: Promise<void> | undefined;
  const tick = setInterval(() => steps.runDue(), tickMilliseconds);
  const stop = async (): Promise<void> => {
    clearInterval(tick);
    await site.close();
    // What is cut off now is done again after the next start; a moment lets most of it end well.
    const closing = Promise.all([pumps.close(), invocations.close(), stepFunctions.close()]);
    await Promise.race([functions.idle(), pause(graceMilliseconds, undefined, { ref: false })]);
    await functions.close();
    await closing;
    await aws.close();
    engineClient.close();
    await engine.stop();
    folder.close();
  };
  undo.splice(0, undo.length, stop);
  if (options.empty !== true) await bootstrapOnce({ db, template, organisation: options.organisation, routine: options.routine, now, invokeFunction });
  site.serve(
    createSiteHandler({
      template,
      invokeFunction,
      now,
      verifyAccessToken: issuer.verifyAccessToken,
      mounts: [
        { prefix: '/oidc', handle: (request, response) => issuer.handle(request, response) },
        { prefix: '/_local', handle: (request, response) => localConsole.handle(request, response) },
      ],
    }),
  );

  return {
    origin: site.origin,
    awsEndpoint: aws.origin,
    region: template.region,
    template,
    now,
    advance: (request) => steps.advance(request),
    idle: rest,
    mail: () => ses.list(),
    deadLetters: () => deadLetters.list(),
    issueToken: (userId) => issuer.issueToken(userId),
    invokeFunction,
    stop: () => (stopping ??= stop()),
  };
}

/** What a part does not serve in the template is told as such. */
function asTemplateFailure<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new StartFailure('template-broken', `The template asks for what the local runtime does not serve: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function readTemplate(options: RuntimeOptions, origins: { readonly site: string; readonly aws: string }, db: DatabaseSync): ResolvedTemplate {
  const parameters = { SiteOrigin: origins.site, OidcIssuer: `${origins.site}/oidc`, OidcClientId: clientId, FileEndpoint: origins.aws };
  try {
    return loadTemplate({ folder: options.assembly, parameters, db, region, accountId });
  } catch (error) {
    if (error instanceof UnservedResource) throw new StartFailure('unserved-resource', error.message, { cause: error });
    throw new StartFailure('template-broken', `The synthesized template in ${options.assembly} cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
