import type { DynamoDbPassThrough } from './dynamodb/pass-through.ts';
import type { StreamPumps } from './dynamodb/stream-pumps.ts';
import type { AsyncInvocations } from './events/async-invocations.ts';
import type { Functions } from './lambda/functions.ts';
import type { StepFunctions } from './states/step-functions.ts';

export interface MovingParts {
  readonly functions: Functions;
  readonly pumps: StreamPumps;
  readonly invocations: AsyncInvocations;
  readonly stepFunctions: StepFunctions;
  readonly dynamoDb: DynamoDbPassThrough;
}

/** Each part can set another going, so all rest only when a whole round has moved nothing. */
export async function comeToRest({ functions, pumps, invocations, stepFunctions, dynamoDb }: MovingParts): Promise<void> {
  for (;;) {
    const before = functions.invocations + dynamoDb.writeCount;
    await functions.idle();
    await pumps.idle();
    await invocations.idle();
    await stepFunctions.idle();
    if (functions.inFlight === 0 && functions.invocations + dynamoDb.writeCount === before) return;
  }
}
