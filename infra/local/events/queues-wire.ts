import { randomUUID } from 'node:crypto';
import type { WireAnswer } from '../aws-endpoint.ts';
import { asList, asRecord, asText } from '../template/json.ts';
import type { ResolvedTemplate } from '../template/resolved-template.ts';
import type { DeadLetters } from './dead-letters.ts';

const attributes = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible', 'ApproximateNumberOfMessagesDelayed', 'QueueArn'] as const;

/** SQS `GetQueueAttributes` in its JSON protocol: how many dead letters lie in a queue of the template. */
export function handleQueuesRequest(template: ResolvedTemplate, deadLetters: DeadLetters, target: string, body: string): WireAnswer {
  if (target !== 'AmazonSQS.GetQueueAttributes') return answer(400, { __type: 'com.amazonaws.sqs#UnsupportedOperation', message: `The local runtime serves GetQueueAttributes only, not ${target}` });
  const input = asRecord(JSON.parse(body || '{}'));
  // As SQS does: the path says which queue, whatever the host.
  const name = asText(input['QueueUrl'])?.split('/').at(-1);
  const queue = template.ofType('AWS::SQS::Queue').find(({ physicalId }) => name !== undefined && physicalId.split('/').at(-1) === name);
  if (queue?.arn === undefined) return answer(400, { __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'The specified queue does not exist.' });
  const asked = asList(input['AttributeNames']).map(asText);
  const unknown = asked.find((one) => one !== 'All' && !attributes.some((known) => known === one));
  if (unknown !== undefined) return answer(400, { __type: 'com.amazonaws.sqs#InvalidAttributeName', message: `Unknown Attribute ${unknown}.` });
  const values: Readonly<Record<(typeof attributes)[number], string>> = {
    ApproximateNumberOfMessages: String(deadLetters.count(queue.arn)), ApproximateNumberOfMessagesNotVisible: '0', ApproximateNumberOfMessagesDelayed: '0', QueueArn: queue.arn,
  };
  return answer(200, { Attributes: Object.fromEntries(Object.entries(values).filter(([one]) => asked.includes(one) || asked.includes('All'))) });
}

function answer(status: number, body: Record<string, unknown>): WireAnswer {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() }, body: JSON.stringify(body) };
}
