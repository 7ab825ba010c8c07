import type { Json, JsonObject } from '../json.ts';
import type { Diagnostics } from './diagnostics.ts';
import { parseCatchers, parseRetriers } from './error-rules.ts';
import { checkExpressions, checkNumberOrExpression, checkText } from './expressions.ts';
import { checkFields, expressionOf, type FieldRules, listField, objectAt, textField } from './fields.ts';
import type { State, StateGroup } from './model.ts';
import { checkInvokeArguments, parseResource } from './resource.ts';

const COMMON = ['Comment', 'QueryLanguage'];
const FLOW = [...COMMON, 'Next', 'End', 'Output', 'Assign'];
const ERRORS = ['Retry', 'Catch'];
const TOLERANCE = ['ToleratedFailureCount', 'ToleratedFailurePercentage'];

const RULES: Readonly<Record<State['type'], FieldRules>> = {
  Task: { required: ['Type', 'Resource'], optional: [...FLOW, ...ERRORS, 'Arguments', 'TimeoutSeconds', 'HeartbeatSeconds'] },
  Pass: { required: ['Type'], optional: [...FLOW, 'Result'] },
  Wait: { required: ['Type'], optional: [...FLOW, 'Seconds', 'Timestamp'] },
  Choice: { required: ['Type', 'Choices'], optional: [...COMMON, 'Default', 'Output', 'Assign'] },
  Parallel: { required: ['Type', 'Branches'], optional: [...FLOW, ...ERRORS, 'Arguments'] },
  Map: {
    required: ['Type', 'ItemProcessor'],
    optional: [...FLOW, ...ERRORS, ...TOLERANCE, 'Items', 'ItemSelector', 'MaxConcurrency', 'Label'],
  },
  Succeed: { required: ['Type'], optional: [...COMMON, 'Output'] },
  Fail: { required: ['Type'], optional: [...COMMON, 'Error', 'Cause'] },
};
const CHOICE_RULE = { required: ['Condition', 'Next'], optional: ['Comment', 'Assign', 'Output'] };

export type ParseGroup = (value: Json | undefined, at: string, extraFields: readonly string[]) => StateGroup;

export function parseState(name: string, fields: JsonObject, jsonata: boolean, at: string, log: Diagnostics, parseGroup: ParseGroup): State | undefined {
  const type = fields['Type'];
  if (!isStateType(type)) {
    log.schema(type === undefined ? 'These fields are required: [Type]' : `The state type '${String(type)}' does not exist`, at);
    return undefined;
  }
  checkFields(fields, RULES[type], jsonata, at, log);
  for (const field of ['Arguments', 'Output', 'Assign', 'Seconds', 'Timestamp', 'Items', 'ItemSelector', 'MaxConcurrency', ...TOLERANCE, 'TimeoutSeconds', 'HeartbeatSeconds', 'Error', 'Cause']) {
    checkExpressions(fields[field], `${at}/${field}`, log);
  }
  if (fields['Assign'] !== undefined) {
    objectAt(fields['Assign'], `${at}/Assign`, log);
  }
  const named = { name, assign: fields['Assign'], output: fields['Output'] };
  const flow = { ...named, next: type === 'Choice' || type === 'Succeed' || type === 'Fail' ? undefined : nextOf(fields, at, log) };
  switch (type) {
    case 'Task': {
      checkNumberOrExpression(fields['TimeoutSeconds'], 1, `${at}/TimeoutSeconds`, log);
      checkNumberOrExpression(fields['HeartbeatSeconds'], 1, `${at}/HeartbeatSeconds`, log);
      const resource = parseResource(textField(fields, 'Resource', at, log), at, log);
      if (resource.functionArn === undefined && fields['Arguments'] === undefined && 'Resource' in fields) {
        log.schema('These fields are required: [Arguments]', at);
      }
      if (resource.functionArn === undefined) {
        checkInvokeArguments(fields['Arguments'], `${at}/Arguments`, log);
      }
      checkLimits(fields, at, log);
      return {
        ...flow, ...errorRules(fields, jsonata, at, log), type, resource, arguments: fields['Arguments'],
        timeoutSeconds: fields['TimeoutSeconds'], heartbeatSeconds: fields['HeartbeatSeconds'],
      };
    }
    case 'Pass':
      if (jsonata && fields['Result'] !== undefined) {
        log.schema("The field 'Result' is not supported in JSONata mode; use Output", `${at}/Result`);
      }
      return { ...flow, type, result: fields['Result'] };
    case 'Wait':
      return { ...flow, type, until: waitUntil(fields, at, log) };
    case 'Choice':
      return { ...named, type, choices: choiceRules(fields, jsonata, at, log), default: fields['Default'] === undefined ? undefined : textField(fields, 'Default', at, log) };
    case 'Parallel': {
      const branches = listField(fields, 'Branches', at, log).map((branch, index) => parseGroup(branch, `${at}/Branches[${String(index)}]`, []));
      if (branches.length === 0 && 'Branches' in fields) {
        log.schema("'Branches' must hold at least one branch", `${at}/Branches`);
      }
      return { ...flow, ...errorRules(fields, jsonata, at, log), type, arguments: fields['Arguments'], branches };
    }
    case 'Map': {
      for (const field of ['MaxConcurrency', ...TOLERANCE]) {
        checkNumberOrExpression(fields[field], 0, `${at}/${field}`, log);
      }
      checkProcessorMode(fields['ItemProcessor'], `${at}/ItemProcessor`, log);
      return {
        ...flow, ...errorRules(fields, jsonata, at, log), type, items: fields['Items'], itemSelector: fields['ItemSelector'],
        maxConcurrency: fields['MaxConcurrency'], toleratedFailureCount: fields['ToleratedFailureCount'],
        toleratedFailurePercentage: fields['ToleratedFailurePercentage'],
        processor: parseGroup(fields['ItemProcessor'], `${at}/ItemProcessor`, ['ProcessorConfig']),
      };
    }
    case 'Succeed':
      return { ...named, type };
    case 'Fail':
      checkText(fields['Error'], `${at}/Error`, log);
      checkText(fields['Cause'], `${at}/Cause`, log);
      return { ...named, type, error: fields['Error'], cause: fields['Cause'] };
  }
}

function isStateType(value: Json | undefined): value is State['type'] {
  return typeof value === 'string' && Object.hasOwn(RULES, value);
}

function errorRules(fields: JsonObject, jsonata: boolean, at: string, log: Diagnostics) {
  return { retry: parseRetriers(fields, jsonata, at, log), catch: parseCatchers(fields, jsonata, at, log) };
}

function checkLimits(fields: JsonObject, at: string, log: Diagnostics): void {
  const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = fields;
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout) {
    log.schema("'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'", `${at}/HeartbeatSeconds`);
  }
}

function nextOf(fields: JsonObject, at: string, log: Diagnostics): string | undefined {
  const ends = fields['End'] === true;
  if (ends === ('Next' in fields)) {
    log.schema("Exactly one of the fields 'Next' and 'End' is required", at);
  }
  return ends ? undefined : textField(fields, 'Next', at, log);
}

function waitUntil(fields: JsonObject, at: string, log: Diagnostics) {
  const { Seconds: seconds, Timestamp: timestamp } = fields;
  if ((seconds === undefined) === (timestamp === undefined)) {
    log.schema("Exactly one of the fields 'Seconds' and 'Timestamp' is required", at);
  }
  if (timestamp !== undefined) {
    const literal = expressionOf(timestamp) === undefined;
    if (typeof timestamp !== 'string' || (literal && Number.isNaN(Date.parse(timestamp)))) {
      log.schema('Expected an RFC 3339 timestamp or a JSONata expression', `${at}/Timestamp`);
    }
    return { field: 'Timestamp', value: timestamp } as const;
  }
  checkNumberOrExpression(seconds, 0, `${at}/Seconds`, log);
  return { field: 'Seconds', value: seconds ?? 0 } as const;
}

function choiceRules(fields: JsonObject, jsonata: boolean, at: string, log: Diagnostics) {
  const rules = listField(fields, 'Choices', at, log);
  if (rules.length === 0 && 'Choices' in fields) {
    log.schema("'Choices' must hold at least one rule", `${at}/Choices`);
  }
  return rules.map((entry, index) => {
    const where = `${at}/Choices[${String(index)}]`;
    const rule = objectAt(entry, where, log);
    checkFields(rule, CHOICE_RULE, jsonata, where, log);
    const condition = rule['Condition'] ?? false;
    if ('Condition' in rule && typeof condition !== 'boolean' && expressionOf(condition) === undefined) {
      log.schema('Expected a boolean or a JSONata expression', `${where}/Condition`);
    }
    for (const field of ['Condition', 'Assign', 'Output']) {
      checkExpressions(rule[field], `${where}/${field}`, log);
    }
    return { condition, next: textField(rule, 'Next', where, log), assign: rule['Assign'], output: rule['Output'] };
  });
}

function checkProcessorMode(value: Json | undefined, at: string, log: Diagnostics): void {
  const processor = value === undefined ? {} : objectAt(value, at, log);
  const config = processor['ProcessorConfig'];
  const mode = config === undefined ? 'INLINE' : objectAt(config, `${at}/ProcessorConfig`, log)['Mode'] ?? 'INLINE';
  if (mode !== 'INLINE') {
    log.schema(`The Map mode '${String(mode)}' is not served here: only INLINE is`, `${at}/ProcessorConfig/Mode`);
  }
}
