import { readFileSync } from 'node:fs';
import { StartFailure } from './start-failure.ts';
import { AwsError, type StepFunctions } from './states/step-functions.ts';
import { asList, asRecord, asText } from './template/json.ts';
import type { Resource, ResolvedTemplate } from './template/resolved-template.ts';

/**
 * Brings the template's state machines to the interpreter.
 *
 * @throws StartFailure `template-broken` when a definition is refused
 */
export async function deployStateMachines(template: ResolvedTemplate, stepFunctions: StepFunctions): Promise<void> {
  for (const machine of template.ofType('AWS::StepFunctions::StateMachine')) {
    const { properties, logicalId, physicalId } = machine;
    const type = asText(properties['StateMachineType']) ?? 'STANDARD';
    if (type !== 'STANDARD') throw new StartFailure('template-broken', `The state machine ${logicalId} is ${type}; the local runtime serves STANDARD ones`);
    try {
      await stepFunctions.deployStateMachine({
        name: physicalId.split(':').at(-1) ?? '',
        definition: definitionOf(machine, template),
        roleArn: asText(properties['RoleArn']) ?? '',
        type,
        tags: Object.fromEntries(asList(properties['Tags']).map(asRecord).map((tag) => [String(tag['Key']), String(tag['Value'])])),
      });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      throw new StartFailure('template-broken', `The state machine ${logicalId} is refused: ${error.code}: ${error.message}`, { cause: error });
    }
  }
}

function definitionOf({ properties }: Resource, template: ResolvedTemplate): string {
  const location = asText(asRecord(properties['DefinitionS3Location'])['Key']);
  const text = asText(properties['DefinitionString']) ?? (location === undefined ? JSON.stringify(properties['Definition']) : readFileSync(template.assetPath(location), 'utf8'));
  const substitutions = asRecord(properties['DefinitionSubstitutions']);
  return text.replaceAll(/\$\{([A-Za-z0-9_]+)\}/g, (whole, name: string) => (name in substitutions ? String(substitutions[name]) : whole));
}
