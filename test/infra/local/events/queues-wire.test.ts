import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { DeadLetters } from '../../../../infra/local/events/dead-letters.ts';
import { handleQueuesRequest } from '../../../../infra/local/events/queues-wire.ts';
import type { ResolvedTemplate } from '../../../../infra/local/template/resolved-template.ts';

const arn = 'arn:aws:sqs:eu-north-1:000000000000:brygga-local-mark-stopped-failed';
const url = 'https://sqs.eu-north-1.amazonaws.com/000000000000/brygga-local-mark-stopped-failed';
const template = { ofType: () => [{ physicalId: url, arn }] } as unknown as ResolvedTemplate;
const letters = new DeadLetters(new DatabaseSync(':memory:'));
const ask = (input: object, action = 'GetQueueAttributes') => {
  const { status, body } = handleQueuesRequest(template, letters, `AmazonSQS.${action}`, JSON.stringify(input));
  return { status, ...JSON.parse(body.toString()) };
};

it('counts the letters of a queue, whatever host its URL names', () => {
  letters.put(arn, 0, { lost: 1 });
  letters.put('another', 0, { lost: 2 });
  const only = { status: 200, Attributes: { ApproximateNumberOfMessages: '1' } };
  expect(ask({ QueueUrl: url, AttributeNames: ['ApproximateNumberOfMessages'] })).toEqual(only);
  expect(ask({ QueueUrl: url.replace('https://sqs.eu-north-1.amazonaws.com', 'http://127.0.0.1:4401'), AttributeNames: ['ApproximateNumberOfMessages'] })).toEqual(only);
  expect(ask({ QueueUrl: url, AttributeNames: ['All'] }).Attributes).toMatchObject({ ApproximateNumberOfMessages: '1', QueueArn: arn });
  expect(ask({ QueueUrl: url })).toEqual({ status: 200, Attributes: {} });
});

it.each([
  [{ QueueUrl: `${url}-not`, AttributeNames: ['All'] }, 'GetQueueAttributes', 'com.amazonaws.sqs#QueueDoesNotExist'],
  [{ QueueUrl: url, AttributeNames: ['Colour'] }, 'GetQueueAttributes', 'com.amazonaws.sqs#InvalidAttributeName'],
  [{ QueueUrl: url }, 'SendMessage', 'com.amazonaws.sqs#UnsupportedOperation'],
])('refuses %j of %s', (input, action, code) => {
  expect(ask(input, action)).toMatchObject({ status: 400, __type: code });
});
