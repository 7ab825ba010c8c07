import { describe, expect, test } from 'vitest';
import { matchesPattern } from '../../../../infra/local/events/event-pattern.ts';
import { targetInput } from '../../../../infra/local/events/target-input.ts';

const event = {
  source: 'aws.states',
  'detail-type': 'Step Functions Execution Status Change',
  resources: ['arn:one', 'arn:two'],
  detail: { status: 'FAILED', name: 'case-1', count: 5, nothing: null, text: 'Été' },
};

describe('an event pattern', () => {
  test.each<[string, Record<string, unknown>, boolean]>([
    ['a value of a list', { detail: { status: ['TIMED_OUT', 'FAILED'] } }, true],
    ['another value', { detail: { status: ['SUCCEEDED'] } }, false],
    ['all fields', { source: ['aws.states'], detail: { status: ['SUCCEEDED'] } }, false],
    ['a list in the event', { resources: ['arn:two'] }, true],
    ['prefix', { detail: { name: [{ prefix: 'case-' }] } }, true],
    ['suffix', { detail: { name: [{ suffix: '-2' }] } }, false],
    ['wildcard', { detail: { name: [{ wildcard: 'c*-1' }] } }, true],
    ['equals-ignore-case', { detail: { status: [{ 'equals-ignore-case': 'failed' }] } }, true],
    ['anything-but', { detail: { status: [{ 'anything-but': ['ABORTED'] }] } }, true],
    ['anything-but its value', { detail: { status: [{ 'anything-but': 'FAILED' }] } }, false],
    ['anything-but a prefix', { detail: { name: [{ 'anything-but': { prefix: 'case' } }] } }, false],
    ['anything-but of what is not there', { detail: { gone: [{ 'anything-but': 'x' }] } }, false],
    ['numeric', { detail: { count: [{ numeric: ['>', 4, '<=', 5] }] } }, true],
    ['numeric, out of range', { detail: { count: [{ numeric: ['<', 5] }] } }, false],
    ['exists', { detail: { name: [{ exists: true }] } }, true],
    ['does not exist', { detail: { gone: [{ exists: false }] } }, true],
    ['null', { detail: { nothing: [null] } }, true],
    ['or', { $or: [{ source: ['x'] }, { detail: { count: [5] } }] }, true],
  ])('%s', (_, pattern, expected) => {
    expect(matchesPattern(pattern, event)).toBe(expected);
  });

  test('an operator that is not served is named', () => {
    expect(() => matchesPattern({ source: [{ cidr: '10.0.0.0/8' }] }, event)).toThrow('cidr');
  });
});

describe('the input of a target', () => {
  test.each<[string, Record<string, unknown>, unknown]>([
    ['is the event', {}, event],
    ['is fixed', { Input: '{"a":1}' }, { a: 1 }],
    ['is a part', { InputPath: '$.detail.status' }, 'FAILED'],
    ['is transformed', { InputTransformer: { InputPathsMap: { name: '$.detail.name', count: '$.detail.count', first: '$.resources[0]', type: "$['detail-type']" }, InputTemplate: '{"name":<name>,"text":"<type>: <count>","first":<first>}' } }, { name: 'case-1', text: 'Step Functions Execution Status Change: 5', first: 'arn:one' }],
  ])('%s', (_, target, expected) => {
    expect(targetInput(target, event)).toEqual(expected);
  });
});
