import { expect, it } from 'vitest';
import { eventDestinationsOf } from '../../../../infra/local/ses/event-destinations.ts';
import { templateOf } from '../http/template-fixture.ts';

const destination = (set: string, more: Record<string, unknown>): [string, string, Record<string, unknown>] => [
  'AWS::SES::ConfigurationSetEventDestination', `to-${set}`,
  { ConfigurationSetName: set, EventDestination: { Enabled: true, MatchingEventTypes: ['bounce', 'COMPLAINT'], ...more } },
];
const template = templateOf([
  destination('mail', { SnsDestination: { TopicARN: 'arn:topic' }, EventBridgeDestination: { EventBusArn: 'arn:bus' } }),
  destination('other', { SnsDestination: { TopicARN: 'arn:other' } }),
  destination('off', { Enabled: false, SnsDestination: { TopicARN: 'arn:off' } }),
]);
const record = (eventType: string, set: string): unknown => ({ eventType, mail: { tags: { 'ses:configuration-set': [set] } } });

it.each([
  ['Bounce', 'mail', [{ kind: 'sns', arn: 'arn:topic' }, { kind: 'eventbridge', arn: 'arn:bus' }]],
  ['Complaint', 'other', [{ kind: 'sns', arn: 'arn:other' }]],
  ['Delivery', 'mail', []],
  ['Bounce', 'off', []],
  ['Bounce', 'unknown', []],
])('a %s of the configuration set %s goes where the template says', (type, set, expected) => {
  expect(eventDestinationsOf(template, record(type, set))).toEqual(expected);
});
