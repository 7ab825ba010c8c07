import { bouncePorts } from '../adapters/bounce-ports.ts';
import { mailNotice, mailNotices } from '../contracts/trigger.ts';
import { recordNotice } from '../use-cases/record-bounce.ts';

export const handler = async (event: unknown) => {
  for (const { Sns } of mailNotices.parse(event).Records) await recordNotice(bouncePorts(), mailNotice.parse(JSON.parse(Sns.Message)));
};
