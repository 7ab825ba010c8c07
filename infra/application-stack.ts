import { CfnOutput, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { Api, Gateway } from './api.ts';
import type { DataStack } from './data-stack.ts';
import { DeadLetterQueues } from './dead-letter-queues.ts';
import { relayEntries } from './function-list.ts';
import { FunctionMaker } from './function-maker.ts';
import { siteClient } from './identity.ts';
import { Lifecycle } from './lifecycle.ts';
import { Mail } from './mail.ts';
import { Monitoring } from './monitoring.ts';
import { Parameters } from './parameters.ts';
import { grantsOf } from './permissions.ts';
import type { Settings } from './settings.ts';
import { WebSite } from './web-site.ts';

export interface ApplicationStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  /** `.brygga-build`: `functions/<name>/index.mjs` and `site/`. */
  readonly build: string;
}

/** Everything that a release may replace. */
export class ApplicationStack extends Stack {
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
    const site = new WebSite(this, 'WebSite', {
      stage,
      folder: `${props.build}/site`,
      apiDomainName: gateway.domainName,
      originSecret: secrets.current,
      connectTo: [originOf(issuer), parameters.oidcSignInOrigin(data.identity.signInOrigin)],
      webAclArn: parameters.webAclArn,
      domain: settings.domain,
      certificateArn: settings.certificateArn,
      logRetentionDays: settings.logRetentionDays,
    });
    const siteOrigin = parameters.siteOrigin(site.ownOrigin);
    const client = siteClient(this, { userPool: data.identity.userPool, siteOrigin });
    const clientId = parameters.oidcClientId(client.userPoolClientId);
    const mail = new Mail(this, 'Mail', { stage, key, sender: parameters.mailSender, domain: settings.mailDomain });
    const queues = new DeadLetterQueues(this, 'Failed', { stage, key, names: ['deliver-outbox', 'sweep-outbox', 'mark-stopped', 'record-bounce'] });
    const stateMachineName = `brygga-${stage}-outgoing-deviation`;
    const maker = new FunctionMaker(
      { stage, key, logRetention, tracing, bundles: `${props.build}/functions` },
      grantsOf(this, {
        store, stateMachineName, siteOrigin, deadLetterQueues: [...queues.byName.values()],
        mail: { ...mail, sender: parameters.mailSender },
        oidcIssuer: issuer, oidcClientId: clientId, originSecrets: secrets.accepted,
      }),
    );
    mail.recordBounces(maker, queues.of('record-bounce'));
    new Api(this, 'Api', { gateway, maker, issuer, clientId });
    const lifecycle = new Lifecycle(this, 'Lifecycle', { stage, stateMachineName, store, key, logRetention, tracing, maker, queueFor: (name) => queues.of(name) });
    const bootstrap = maker.make(this, 'bootstrap-organisation', relayEntries['bootstrap-organisation']);
    new Monitoring(this, 'Monitoring', { stage, key, alarmMail: settings.alarmMail, maker, queues, lifecycle, gateway });

    this.#outputs({
      BootstrapFunctionName: bootstrap.functionName,
      SiteBucketName: site.bucket.bucketName,
      ApiId: gateway.httpApi.apiId,
      DistributionDomain: site.distribution.distributionDomainName,
      DistributionId: site.distribution.distributionId,
      SiteOriginInUse: siteOrigin,
      StateMachineArn: lifecycle.stateMachine.stateMachineArn,
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

  #outputs(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value });
  }
}

/** `https://host:port` of a URL that is known only at deployment. */
function originOf(url: string): string {
  const parts = Fn.split('/', url, 3);
  return Fn.join('', [Fn.select(0, parts), '//', Fn.select(2, parts)]);
}
