import { describe, expect, it } from 'vitest';
import { parseDefinition } from '../../../../infra/local/states/definition/parse.ts';
import { awaiting, pass, single, task } from './rig.ts';

const messages = (definition: object) => parseDefinition(JSON.stringify({ QueryLanguage: 'JSONata', ...definition })).diagnostics.map(({ code, message, location }) => `${code}: ${message} at ${location}`);

describe('definitions are refused by name', () => {
  it.each<[string, object, string]>([
    ['no states', { StartAt: 'A' }, 'These fields are required: [States] at /'],
    ['a JSONPath machine', { QueryLanguage: 'JSONPath', ...single({ Type: 'Pass', InputPath: '$.a' }) }, "The field 'InputPath' belongs to QueryLanguage JSONPath"],
    ['a JSONPath field in JSONata', single({ ...task(), ResultPath: '$.a' }), "The field 'ResultPath' belongs to QueryLanguage JSONPath"],
    ['Parameters', single({ ...task(), Parameters: {} }), "The field 'Parameters' belongs to QueryLanguage JSONPath"],
    ['another integration', single(task({ Resource: 'arn:aws:states:::dynamodb:getItem' })), "The resource 'arn:aws:states:::dynamodb:getItem' is not served here"],
    ['an SDK integration', single(task({ Resource: 'arn:aws:states:::aws-sdk:s3:listBuckets' })), 'aws-sdk:s3:listBuckets'],
    ['a distributed Map', single({ Type: 'Map', Items: [], ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, ...single(pass(), 'I') } }), "The Map mode 'DISTRIBUTED' is not served here"],
    ['an ItemReader', single({ Type: 'Map', ItemReader: {}, ItemProcessor: single(pass(), 'I') }), "The field 'ItemReader' is not supported"],
    ['an unknown type', single({ Type: 'Loop' }), "The state type 'Loop' does not exist"],
    ['a target that is missing', single(pass({ End: undefined, Next: 'X' })), 'MISSING_TRANSITION_TARGET'],
    ['a state out of reach', { StartAt: 'A', States: { A: pass(), B: pass() } }, 'State "B" is not reachable'],
    ['neither Next nor End', single(pass({ End: undefined })), "Exactly one of the fields 'Next' and 'End'"],
    ['the same name twice', single({ Type: 'Parallel', Branches: [single(pass(), 'S')] }), 'DUPLICATE_STATE_NAME'],
    ['a broken expression', single(pass({ Output: '{% $states.( %}' })), "The JSONata expression '$states.(' does not compile"],
    ['$eval', single(pass({ Output: '{% $eval("1") %}' })), '$eval'],
    ['a variable of an outer scope', { StartAt: 'A', States: { A: pass({ End: undefined, Next: 'P', Assign: { v: 1 } }), P: { Type: 'Parallel', End: true, Branches: [single(pass({ Assign: { v: 2 } }), 'B')] } } }, "The variable 'v' is assigned in an outer scope"],
    ['States.ALL beside others', single(task({ Retry: [{ ErrorEquals: ['States.ALL', 'A'] }] })), 'States.ALL must appear alone'],
    ['a time-out of 0', single(awaiting({ TimeoutSeconds: 0 })), 'at least 1'],
    ['Seconds and Timestamp', single({ Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z' }), "Exactly one of the fields 'Seconds' and 'Timestamp'"],
    ['an argument Lambda does not have', single(task({ Arguments: { FunctionName: 'a', Input: {} } })), "The field 'Input' is not supported by Step Functions"],
    ['an invocation nobody waits for', single(task({ Arguments: { FunctionName: 'a', InvocationType: 'Event' } })), "The InvocationType 'Event' is not served here"],
    ['a heartbeat slower than the time-out', single(awaiting({ TimeoutSeconds: 5, HeartbeatSeconds: 5 })), "'HeartbeatSeconds' must be smaller"],
  ])('%s', (_, definition, expected) => {
    expect(messages(definition).join('\n')).toContain(expected);
  });

  it('takes states without paths in JSONPath mode', () => {
    expect(messages({ QueryLanguage: 'JSONPath', StartAt: 'A', States: { A: { Type: 'Pass', Result: { a: 1 }, Next: 'W' }, W: { Type: 'Wait', Seconds: 1, Next: 'F' }, F: { Type: 'Fail', Error: 'E' } } })).toEqual([]);
    expect(messages({ StartAt: 'A', States: { A: { Type: 'Pass', Result: {}, End: true } } })).toHaveLength(1);
  });
});
