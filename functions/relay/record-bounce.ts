import { clockPorts } from '../adapters/clock-ports.ts';
import { mailNotice, mailNotices } from '../contracts/trigger.ts';
import { recordNotice } from '../use-cases/record-bounce.ts';

export const handler = async (event: unknown) => {
  for (const { Sns } of mailNotices.parse(event).Records) await recordNotice(clockPorts(), mailNotice.parse(JSON.parse(Sns.Message)));
};
