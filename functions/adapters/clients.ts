import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * The one place that makes SDK clients. Where they go is the SDK's own matter (`AWS_ENDPOINT_URL_*`): no code here knows
 * in which of the two places it runs. Functions, so that a bundle holds only the clients it uses.
 */
// Without `throwOnRequestTimeout` the SDK only warns of a request that hangs, and waits on.
const requestHandler = { connectionTimeout: 1500, requestTimeout: 5000, throwOnRequestTimeout: true };

/** Plain JavaScript values in and out; undefined attributes are left out. */
export const documentsOver = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

let documents: DynamoDBDocumentClient | undefined;
export const documentClient = (): DynamoDBDocumentClient =>
  (documents ??= documentsOver(new DynamoDBClient({ maxAttempts: 3, requestHandler })));

let ses: SESClient | undefined;
/** SES has no idempotency: the SDK must not repeat a mail on its own, the ledger's rules decide (design.md 1.7). */
export const sesClient = (): SESClient => (ses ??= new SESClient({ maxAttempts: 1, requestHandler }));

let sqs: SQSClient | undefined;
/** By its own endpoint, which may be named by the environment, and not by what a queue's URL says. */
export const sqsClient = (): SQSClient => (sqs ??= new SQSClient({ maxAttempts: 2, requestHandler, useQueueUrlAsEndpoint: false }));

let sfn: SFNClient | undefined;
export const sfnClient = (): SFNClient => (sfn ??= new SFNClient({ maxAttempts: 3, requestHandler }));
