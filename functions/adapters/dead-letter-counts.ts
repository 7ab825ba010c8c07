import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { DeadLetterCounts } from '../use-cases/ports-health.ts';
import { sqsClient } from './clients.ts';
import { deadLetterQueueUrls } from './environment.ts';

/** The last part of a queue's URL. */
const nameOf = (url: string): string => url.split('/').at(-1) ?? url;

/** One small request per queue; the number is the service's own approximation. */
export const deadLetterCounts: DeadLetterCounts = {
  count: () => Promise.all(deadLetterQueueUrls().map(async (QueueUrl) => {
    const answer = await sqsClient().send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] })).catch(() => undefined);
    const count = answer?.Attributes?.['ApproximateNumberOfMessages'];
    return { queue: nameOf(QueueUrl), count: count === undefined ? null : Number(count) };
  })),
};
