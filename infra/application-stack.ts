import { CfnOutput, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { AnchorHeads } from './anchor-heads.ts';
import { Gateway } from './api.ts';
import { AttachmentEvents } from './attachment-events.ts';
import type { DataStack } from './data-stack.ts';
import { DeadLetterQueues } from './dead-letter-queues.ts';
import { relayEntries } from './function-list.ts';
import { FunctionMaker } from './function-maker.ts';
import { siteClient } from './identity.ts';
import { Lifecycle } from './lifecycle.ts';
import { Mail } from './mail.ts';
import type { FunctionFrame } from './node-function.ts';
import { Parameters } from './parameters.ts';
import { grantsOf, type Granted } from './permissions.ts';
import { MeetingReminders } from './meeting-reminders.ts';
import { ApprovalReminders } from './approval-reminders.ts';
import { Retention } from './retention.ts';
import { RoutineReview } from './routine-review.ts';
import { PeriodicReports } from './periodic-reports.ts';
import type { Settings } from './settings.ts';
import { SpotChecks } from './spot-checks.ts';
import { WebSite } from './web-site.ts';

export interface ApplicationStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  /** `.brygga-build`: `functions/<name>/index.mjs` and `site/`. */
  readonly build: string;
}

/** What the stacks of operations build on. */
export interface Shared {
  readonly gateway: Gateway;
  readonly staff: IHttpRouteAuthorizer;
  readonly granted: Granted;
}

/** Everything that a release may replace, but for the operations and what watches. */
export class ApplicationStack extends Stack {
  readonly frame: FunctionFrame;
  readonly shared: Shared;
  /** Of tasks and relay. */
  readonly maker: FunctionMaker;
  readonly queues: DeadLetterQueues;
  readonly lifecycle: Lifecycle;

  constructor(scope: Construct, id: string, props: ApplicationStackProps) {
    super(scope, id, props);
    const { settings, data } = props;
    const { stage, tracing } = settings;
    const store = data.caseStore;
    const { key } = store;
    const logRetention = settings.logRetentionDays;
    const parameters = new Parameters(this, {
      siteOrigin: settings.domain === undefined ? '' : `https://${settings.domain}`,
      mailSender: settings.mailSender,
    });

    const gateway = new Gateway(this, 'Gateway', { stage, key, logRetention });
    const secrets = this.#originSecrets(settings.originSecretGeneration, data);
    const issuer = parameters.oidcIssuer(data.identity.issuer);
    const { bucket } = data.attachments;
    const ownFileOrigin = `https://${bucket.bucketName}.s3.${this.region}.amazonaws.com`;
    const site = new WebSite(this, 'WebSite', {
      stage,
      folder: `${props.build}/site`,
      apiDomainName: gateway.domainName,
      originSecret: secrets.current,
      connectTo: [originOf(issuer), parameters.oidcSignInOrigin(data.identity.signInOrigin), parameters.fileOrigin(ownFileOrigin)],
      webAclArn: parameters.webAclArn,
      domain: settings.domain,
      certificateArn: settings.certificateArn,
      logRetentionDays: settings.logRetentionDays,
    });
    const siteOrigin = parameters.siteOrigin(site.ownOrigin);
    const client = siteClient(this, { userPool: data.identity.userPool, siteOrigin });
    const clientId = parameters.oidcClientId(client.userPoolClientId);
    const mail = new Mail(this, 'Mail', { stage, key, sender: parameters.mailSender, domain: settings.mailDomain });
    const headsBucket = data.headVault.bucket.bucketName;
    const packagesBucket = data.packages.bucket.bucketName;
    const queues = new DeadLetterQueues(this, 'Failed', { stage, key, names: ['deliver-outbox', 'keep-aggregates', 'sweep-outbox', 'mark-stopped', 'record-bounce', 'record-upload', 'record-scan', 'draw-spot-checks', 'remind-of-routine-review', 'remind-of-meetings', 'remind-of-approvals', 'anchor-heads', 'report-retention', 'erase-retired', 'open-reports'] });
    const granted: Granted = {
      stage, store, siteOrigin, deadLetterQueues: [...queues.byName.values()],
      attachments: data.attachments, attachmentsUrl: parameters.bucketUrl(bucket.bucketName, ownFileOrigin),
      headVault: data.headVault, headsUrl: parameters.bucketUrl(headsBucket, `https://${headsBucket}.s3.${this.region}.amazonaws.com`),
      packages: data.packages, packagesUrl: parameters.bucketUrl(packagesBucket, `https://${packagesBucket}.s3.${this.region}.amazonaws.com`),
      mail: { ...mail, sender: parameters.mailSender },
      oidcIssuer: issuer, oidcClientId: clientId, oidcAcr: parameters.oidcAcr, originSecrets: secrets.accepted,
    };
    this.frame = { stage, key, logRetention, tracing, bundles: `${props.build}/functions` };
    this.maker = new FunctionMaker(this.frame, grantsOf(this, granted));
    this.queues = queues;
    const { maker } = this;
    mail.recordBounces(maker, queues.of('record-bounce'));
    const lifecycle = new Lifecycle(this, 'Lifecycle', { stage, store, key, logRetention, tracing, maker, queueFor: (name) => queues.of(name) });
    new AttachmentEvents(this, 'AttachmentEvents', { bucketName: bucket.bucketName, maker, queueFor: (name) => queues.of(name) });
    new SpotChecks(this, 'SpotChecks', { stage, key, maker, queue: queues.of('draw-spot-checks') });
    new MeetingReminders(this, 'MeetingReminders', { stage, key, maker, queue: queues.of('remind-of-meetings') });
    new ApprovalReminders(this, 'ApprovalReminders', { stage, key, maker, queue: queues.of('remind-of-approvals') });
    new RoutineReview(this, 'RoutineReview', { stage, key, maker, queue: queues.of('remind-of-routine-review') });
    new PeriodicReports(this, 'PeriodicReports', { stage, key, maker, queue: queues.of('open-reports') });
    new AnchorHeads(this, 'AnchorHeads', { stage, key, maker, queue: queues.of('anchor-heads') });
    new Retention(this, 'Retention', { stage, key, maker, queueFor: (name) => queues.of(name) });
    const bootstrap = maker.make(this, 'bootstrap-organisation', relayEntries['bootstrap-organisation']);
    this.lifecycle = lifecycle;
    this.shared = {
      gateway,
      staff: new HttpJwtAuthorizer('Staff', issuer, { jwtAudience: [clientId] }),
      granted: {
        ...granted,
        siteOrigin: this.#export('SiteOriginOfFunctions', siteOrigin),
        attachmentsUrl: this.#export('AttachmentsUrl', granted.attachmentsUrl),
        packagesUrl: this.#export('PackagesUrl', granted.packagesUrl),
        oidcIssuer: this.#export('OidcIssuerInUse', issuer),
        oidcClientId: this.#export('OidcClientIdInUse', clientId),
        oidcAcr: this.#export('OidcAcrInUse', granted.oidcAcr),
      },
    };

    this.#outputs({
      BootstrapFunctionName: bootstrap.functionName,
      SiteBucketName: site.bucket.bucketName,
      ApiId: gateway.httpApi.apiId,
      DistributionDomain: site.distribution.distributionDomainName,
      DistributionId: site.distribution.distributionId,
      SiteOriginInUse: siteOrigin,
      StateMachineArns: lifecycle.stateMachines.map(({ stateMachineArn }) => stateMachineArn).join(','),
    });
  }

  /**
   * The header by which functions know that a request came through the distribution. CloudFront sends
   * one generation; functions accept it, the next and the last, so that neither a rotation nor its rollback refuses anybody.
   */
  #originSecrets(generation: number, data: DataStack): { readonly current: string; readonly accepted: string } {
    const [last, current, next] = [generation - 1, generation, generation + 1].map((number) =>
      new Secret(this, `OriginSecret${number}`, {
        description: `Brygga: header between distribution and functions, generation ${number}`,
        encryptionKey: data.caseStore.key,
        generateSecretString: { passwordLength: 48, excludePunctuation: true },
      }).secretValue.unsafeUnwrap());
    if (last === undefined || current === undefined || next === undefined) throw new Error('Three generations were asked for');
    return { current, accepted: Fn.join(',', [current, last, next]) };
  }

  /** A value that hangs on a parameter, for another stack: conditions are known in their own stack only. */
  #export(name: string, value: string): string {
    const exportName = `${this.stackName}-${name}`;
    new CfnOutput(this, name, { value, exportName });
    return Fn.importValue(exportName);
  }

  #outputs(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value });
  }
}

/** `https://host:port` of a URL that is known only at deployment. */
function originOf(url: string): string {
  const parts = Fn.split('/', url, 3);
  return Fn.join('', [Fn.select(0, parts), '//', Fn.select(2, parts)]);
}
