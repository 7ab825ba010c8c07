import type { MeetingClockPorts, MeetingPorts } from '../use-cases/ports-meeting.ts';
import { DynamoAggregateStore } from './aggregate-store.ts';
import { registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { DynamoDeepAnalysisStore } from './deep-analysis-store.ts';
import { casesTable } from './environment.ts';
import { DynamoGroupCaseStore } from './group-cases.ts';
import { createLog } from './log.ts';
import { DynamoMeetingStore } from './meeting-store.ts';
import { staffPorts } from './staff-ports.ts';

const meetings = () => new DynamoMeetingStore(documentClient(), casesTable);
const deepAnalyses = () => new DynamoDeepAnalysisStore(documentClient(), casesTable);

export const meetingPorts = (): MeetingPorts => ({
  ...staffPorts(), meetings: meetings(), deepAnalyses: deepAnalyses(), aggregates: new DynamoAggregateStore(documentClient(), casesTable),
  groupCases: new DynamoGroupCaseStore(documentClient(), casesTable),
});
export const meetingClockPorts = (): MeetingClockPorts => ({ registers: registerStore(), meetings: meetings(), deepAnalyses: deepAnalyses(), log: createLog() });
