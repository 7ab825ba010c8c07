import { createHash, randomUUID } from 'node:crypto';
import { asText } from '../template/json.ts';
import type { ResolvedTemplate } from '../template/resolved-template.ts';
import type { AsyncInvocations } from './async-invocations.ts';

/** SNS: a message to one of the template's topics is queued for the functions that subscribe to it. */
export function publishToTopic(template: ResolvedTemplate, invocations: AsyncInvocations, now: number, topicArn: string, message: unknown, subject: string | undefined): void {
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  for (const { properties, physicalId } of template.ofType('AWS::SNS::Subscription')) {
    const endpoint = asText(properties['Endpoint']) ?? '';
    // Mail and web addresses that want to know of alarms have nothing to hear here.
    if (properties['TopicArn'] !== topicArn || properties['Protocol'] !== 'lambda') continue;
    invocations.put(endpoint, {
      Records: [
        {
          EventSource: 'aws:sns',
          EventVersion: '1.0',
          EventSubscriptionArn: `${topicArn}:${physicalId}`,
          Sns: {
            Type: 'Notification',
            MessageId: randomUUID(),
            TopicArn: topicArn,
            Subject: subject ?? null,
            Message: text,
            Timestamp: new Date(now).toISOString(),
            SignatureVersion: '1',
            Signature: createHash('sha256').update(text).digest('base64'),
            SigningCertUrl: '',
            UnsubscribeUrl: '',
            MessageAttributes: {},
          },
        },
      ],
    });
  }
}
