import { matchesPattern } from '../events/event-pattern.ts';
import { asFlag, asList, asNumber, asRecord, asText } from '../template/json.ts';
import type { Resource, ResolvedTemplate } from '../template/resolved-template.ts';
import { tablesOf } from './tables.ts';

/** What the template says of one function's reading of one table's stream. */
export interface EventSourceMapping {
  /** Stable over starts. */
  readonly key: string;
  readonly table: string;
  readonly streamArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly bisects: boolean;
  readonly reportsItemFailures: boolean;
  /** -1 is for ever, as long as the record lives. */
  readonly maximumRetryAttempts: number;
  readonly maximumRecordAgeSeconds: number;
  /** ARN of the queue that takes what could not be delivered. */
  readonly onFailure: string | undefined;
  readonly wants: (record: unknown) => boolean;
}

/** Records of a stream live 24 hours. */
const retentionSeconds = 86_400;

export function readEventSourceMappings(template: ResolvedTemplate): readonly EventSourceMapping[] {
  return template.ofType('AWS::Lambda::EventSourceMapping').filter(({ properties }) => properties['Enabled'] === undefined || asFlag(properties['Enabled'])).map((resource) => readMapping(resource, template));
}

function readMapping({ stack, logicalId, properties }: Resource, template: ResolvedTemplate): EventSourceMapping {
  const streamArn = asText(properties['EventSourceArn']) ?? '';
  const table = tablesOf(template).find(({ arn }) => arn !== undefined && streamArn.startsWith(`${arn}/stream/`));
  if (!table) throw new Error(`The event source of ${logicalId} is not a stream of a table in the template: ${streamArn}`);
  const patterns = asList(asRecord(properties['FilterCriteria'])['Filters']).map((filter) => asRecord(JSON.parse(asText(asRecord(filter)['Pattern']) ?? '{}')));
  const age = asNumber(properties['MaximumRecordAgeInSeconds']) ?? -1;
  return {
    key: `${stack}/${logicalId}`,
    table: table.physicalId,
    streamArn,
    functionName: asText(properties['FunctionName']) ?? '',
    batchSize: asNumber(properties['BatchSize']) ?? 100,
    bisects: asFlag(properties['BisectBatchOnFunctionError']),
    reportsItemFailures: asList(properties['FunctionResponseTypes']).includes('ReportBatchItemFailures'),
    maximumRetryAttempts: asNumber(properties['MaximumRetryAttempts']) ?? -1,
    maximumRecordAgeSeconds: age < 0 ? retentionSeconds : age,
    onFailure: asText(asRecord(asRecord(asRecord(properties['DestinationConfig'])['OnFailure']))['Destination']),
    wants: (record) => patterns.length === 0 || patterns.some((pattern) => matchesPattern(pattern, record)),
  };
}
