import { listOf, recordOf, stringsOf, textOf } from '../http/values.ts';
import type { ResolvedTemplate } from '../template/resolved-template.ts';

export interface EventDestination {
  readonly kind: 'sns' | 'eventbridge';
  /** ARN of the topic or the bus. */
  readonly arn: string;
}

/**
 * Where the template sends one SES event record: the enabled event destinations of its
 * configuration set that ask for its type.
 */
export function eventDestinationsOf(template: ResolvedTemplate, record: unknown): readonly EventDestination[] {
  const event = recordOf(record);
  const type = (textOf(event['eventType']) ?? '').toLowerCase();
  const tags = recordOf(recordOf(event['mail'])['tags']);
  const sets = listOf(tags['ses:configuration-set']);
  return template
    .ofType('AWS::SES::ConfigurationSetEventDestination')
    .filter((resource) => sets.includes(resource.properties['ConfigurationSetName']))
    .map((resource) => recordOf(resource.properties['EventDestination']))
    .filter((destination) => destination['Enabled'] !== false && destination['Enabled'] !== 'false')
    .filter((destination) => stringsOf(destination['MatchingEventTypes']).some((wanted) => wanted.toLowerCase() === type))
    .flatMap(destinationsIn);
}

function destinationsIn(destination: Readonly<Record<string, unknown>>): readonly EventDestination[] {
  const topic = textOf(recordOf(destination['SnsDestination'])['TopicARN']);
  const bus = textOf(recordOf(destination['EventBridgeDestination'])['EventBusArn']);
  return [
    ...(topic === undefined ? [] : [{ kind: 'sns' as const, arn: topic }]),
    ...(bus === undefined ? [] : [{ kind: 'eventbridge' as const, arn: bus }]),
  ];
}
