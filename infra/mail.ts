import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnEmailIdentity, ConfigurationSet, ConfigurationSetTlsPolicy, EmailSendingEvent, EventDestination, SuppressionReasons } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { relayEntries } from './function-list.ts';
import type { FunctionMaker } from './function-maker.ts';

/** The verified sender and where bounces and complaints go. */
export class Mail extends Construct {
  readonly configurationSet: string;
  readonly configurationSetArn: string;
  readonly identityArn: string;
  readonly events: Topic;

  constructor(scope: Construct, id: string, props: { readonly stage: string; readonly key: IKey; readonly sender: string; readonly domain: string | undefined }) {
    super(scope, id);
    const stack = Stack.of(this);
    this.configurationSet = `brygga-${props.stage}`;
    const set = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: this.configurationSet,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
    });
    this.configurationSetArn = stack.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: this.configurationSet });
    const emailIdentity = props.domain ?? props.sender;
    const identity = new CfnEmailIdentity(this, 'Sender', {
      emailIdentity,
      configurationSetAttributes: { configurationSetName: set.configurationSetName },
      feedbackAttributes: { emailForwardingEnabled: false },
      ...(props.domain !== undefined && { dkimAttributes: { signingEnabled: true }, dkimSigningAttributes: { nextSigningKeyLength: 'RSA_2048_BIT' } }),
    });
    // A sender in use must not vanish with a stack.
    identity.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    this.identityArn = stack.formatArn({ service: 'ses', resource: 'identity', resourceName: emailIdentity });
    this.events = new Topic(this, 'Events', { topicName: `brygga-${props.stage}-mail-events`, masterKey: props.key, enforceSSL: true });
    set.addEventDestination('ToTopic', {
      destination: EventDestination.snsTopic(this.events),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
  }

  /** Bounces and complaints back to the case. */
  recordBounces(maker: FunctionMaker, deadLetterQueue: IQueue): void {
    const recorder = maker.make(this, 'record-bounce', relayEntries['record-bounce'], deadLetterQueue);
    this.events.addSubscription(new LambdaSubscription(recorder.function, { deadLetterQueue }));
  }
}
