import { asList, asRecord, asText } from '../template/json.ts';
import type { ResolvedTemplate } from '../template/resolved-template.ts';

/**
 * Every function that the template sends events to must be there: an event for none would only be found,
 * much later, among the dead letters.
 *
 * @throws Error naming the resource and what it points at
 */
export function checkTargets(template: ResolvedTemplate, isFunction: (nameOrArn: string) => boolean): void {
  const targets = [
    ...template.ofType('AWS::Events::Rule').flatMap(({ logicalId, properties }) => asList(properties['Targets']).map((target) => ({ logicalId, to: asText(asRecord(target)['Arn']) }))),
    ...template.ofType('AWS::Scheduler::Schedule').map(({ logicalId, properties }) => ({ logicalId, to: asText(asRecord(properties['Target'])['Arn']) })),
    ...template.ofType('AWS::Lambda::EventSourceMapping').map(({ logicalId, properties }) => ({ logicalId, to: asText(properties['FunctionName']) })),
    ...template.ofType('AWS::SNS::Subscription').filter(({ properties }) => properties['Protocol'] === 'lambda').map(({ logicalId, properties }) => ({ logicalId, to: asText(properties['Endpoint']) })),
  ];
  for (const { logicalId, to = '' } of targets) {
    if (!isFunction(to)) throw new Error(`${logicalId} sends its events to ${to || 'nothing'}, which is no function of the template`);
  }
}
