import { randomUUID } from 'node:crypto';
import { AwsError } from '../aws-error.ts';
import { type Diagnostic, invalidDefinitionMessage } from '../definition/diagnostics.ts';
import { parseDefinition } from '../definition/parse.ts';
import { isObject, type Json, toJson } from '../json.ts';
import { objectOf } from '../machine/situation.ts';
import { type DeployedMachine, machineByArn, removeDeletedMachine, saveMachine, toMachine } from '../store/machine.ts';
import { checkName, decodePlace, encodePlace, type Input, invalid, oneOf, optionalText, pageSize, requiredText, seconds } from './input.ts';
import { type Action, machineArn, machineIn, type Surroundings } from './surroundings.ts';
import { tagsIn } from './tags.ts';

const MOST_DEFINITION = 1_048_576;

const createStateMachine: Action = (input, around) => {
  const name = checkName(requiredText(input, 'name'));
  if (oneOf(input, 'type', ['STANDARD', 'EXPRESS']) === 'EXPRESS') {
    throw new AwsError('StateMachineTypeNotSupported', "State Machine Type Not Supported: 'EXPRESS'");
  }
  const definition = checkedDefinition(requiredText(input, 'definition', MOST_DEFINITION));
  const role = requiredText(input, 'roleArn', 256);
  const arn = machineArn(around, name);
  const known = machineByArn(around.queries, arn);
  if (known?.status === 'DELETING') {
    throw new AwsError('StateMachineDeleting', `State Machine is being deleted: '${arn}'`);
  }
  const settings = JSON.stringify(settingsIn(input));
  if (known !== undefined) {
    if (known.definition === definition && known.role === role && known.settings === settings) {
      return { stateMachineArn: arn, creationDate: seconds(known.created) };
    }
    throw new AwsError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`);
  }
  const now = around.now();
  saveMachine(around.queries, {
    arn, name, type: 'STANDARD', status: 'ACTIVE', role, definition, settings, tags: JSON.stringify(tagsIn(input)), created: now, updated: now, revisionId: null,
  });
  return { stateMachineArn: arn, creationDate: seconds(now) };
};

const updateStateMachine: Action = (input, around) => {
  const machine = machineIn(input, around);
  if (machine.status === 'DELETING') {
    throw new AwsError('StateMachineDeleting', `State Machine is being deleted: '${machine.arn}'`);
  }
  const definition = optionalText(input, 'definition', MOST_DEFINITION);
  const role = optionalText(input, 'roleArn', 256);
  if (definition === undefined && role === undefined && Object.keys(settingsIn(input)).length === 0) {
    throw new AwsError('MissingRequiredParameter', 'Either the definition, the role ARN, the LoggingConfiguration, the TracingConfiguration or the EncryptionConfiguration must be specified');
  }
  const updated = around.now();
  const revisionId = randomUUID();
  saveMachine(around.queries, {
    ...machine, updated, revisionId, definition: definition === undefined ? machine.definition : checkedDefinition(definition),
    role: role ?? machine.role, settings: JSON.stringify({ ...objectOf(machine.settings), ...settingsIn(input) }),
  });
  return { updateDate: seconds(updated), revisionId };
};

const describeStateMachine: Action = (input, around) => {
  const machine = machineIn(input, around);
  return {
    stateMachineArn: machine.arn, name: machine.name, status: machine.status, definition: machine.definition, roleArn: machine.role,
    type: machine.type, creationDate: seconds(machine.created), ...shownSettings(machine.settings),
    ...(machine.revisionId === null ? {} : { revisionId: machine.revisionId }),
  };
};

const listStateMachines: Action = (input, around) => {
  const size = pageSize(input);
  const after = decodePlace(input)?.[0];
  const machines = around.queries.all('SELECT * FROM sfn_machine WHERE arn > ? ORDER BY arn LIMIT ?', typeof after === 'string' ? after : '', size + 1).map(toMachine);
  const last = machines.length > size ? machines[size - 1] : undefined;
  return {
    stateMachines: machines.slice(0, size).map(({ arn, name, type, created }) => ({ stateMachineArn: arn, name, type, creationDate: seconds(created) })),
    ...(last === undefined ? {} : { nextToken: encodePlace([last.arn]) }),
  };
};

/** Running executions are stopped at their next transition, and the machine goes with the last of them. */
const deleteStateMachine: Action = (input, around) => {
  const machine = machineByArn(around.queries, requiredText(input, 'stateMachineArn', 256));
  if (machine !== undefined) {
    saveMachine(around.queries, { ...machine, status: 'DELETING' });
    removeDeletedMachine(around.queries, machine.arn);
  }
  return {};
};

const validateDefinition: Action = (input) => {
  const { diagnostics } = parseDefinition(requiredText(input, 'definition', MOST_DEFINITION));
  const most = typeof input['maxResults'] === 'number' && input['maxResults'] > 0 ? input['maxResults'] : 100;
  return { result: diagnostics.length === 0 ? 'OK' : 'FAIL', diagnostics: diagnostics.slice(0, most), truncated: diagnostics.length > most };
};

export const STATE_MACHINE_ACTIONS: Readonly<Record<string, Action>> = {
  CreateStateMachine: createStateMachine,
  UpdateStateMachine: updateStateMachine,
  DescribeStateMachine: describeStateMachine,
  ListStateMachines: listStateMachines,
  DeleteStateMachine: deleteStateMachine,
  ValidateStateMachineDefinition: validateDefinition,
};

export interface Deployment {
  readonly name: string;
  readonly definition: string;
  readonly roleArn: string;
  readonly type: 'STANDARD';
  readonly tags?: Record<string, string>;
}

/** What a stack does: creates, or updates when something differs. Safe at every start. */
export function deploy(deployment: Deployment, around: Surroundings): string {
  const arn = machineArn(around, checkName(deployment.name));
  const definition = checkedDefinition(deployment.definition);
  const known = machineByArn(around.queries, arn);
  const tags = JSON.stringify(deployment.tags ?? (known === undefined ? {} : objectOf(known.tags)));
  if (known?.status === 'ACTIVE' && known.definition === definition && known.role === deployment.roleArn && known.tags === tags) {
    return arn;
  }
  const now = around.now();
  saveMachine(around.queries, {
    arn, name: deployment.name, type: deployment.type, status: 'ACTIVE', role: deployment.roleArn, definition, tags,
    settings: known?.settings ?? '{}', created: known?.created ?? now, updated: now, revisionId: known === undefined ? null : randomUUID(),
  });
  return arn;
}

/** Logging, tracing and encryption settings: kept and returned, nothing more. */
function settingsIn(input: Input): Record<string, Json> {
  const settings: Record<string, Json> = {};
  for (const name of ['loggingConfiguration', 'tracingConfiguration', 'encryptionConfiguration']) {
    const value = input[name];
    if (value !== undefined && value !== null) {
      if (!isObject(value)) {
        throw invalid(`Value at '${name}' failed to satisfy constraint: Member must be a structure`);
      }
      settings[name] = toJson(value);
    }
  }
  return settings;
}

export function shownSettings(settings: DeployedMachine['settings']): Readonly<Record<string, Json>> {
  return { loggingConfiguration: { includeExecutionData: false, level: 'OFF' }, tracingConfiguration: { enabled: false }, ...objectOf(settings) };
}

function checkedDefinition(definition: string): string {
  const found: readonly Diagnostic[] = parseDefinition(definition).diagnostics;
  if (found.length > 0) {
    throw new AwsError('InvalidDefinition', invalidDefinitionMessage(found));
  }
  return definition;
}
