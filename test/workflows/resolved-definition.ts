import type { Machine as MachineName } from '../../functions/domain/vocabulary.ts';
import { synthesize } from '../infra/synthesized.ts';

export interface State {
  readonly Type: string;
  readonly Comment?: string;
  readonly Next?: string;
  readonly [field: string]: unknown;
}
export interface Machine {
  readonly QueryLanguage: string;
  readonly Comment: string;
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export const accountId = '000000000000';
export const functionArn = (name: string): string => `arn:aws:lambda:eu-north-1:${accountId}:function:brygga-test-${name}`;

/** A machine as the template has it, with its references resolved: what CloudFormation would hand to Step Functions. */
export function resolvedDefinition(name: MachineName): Machine {
  definitions ??= resolveAll();
  const definition = definitions.get(`brygga-test-${name}`);
  if (!definition) throw new Error(`There is no state machine ${name}`);
  return definition;
}
/** Synthesis takes seconds, and gives the same every time. */
let definitions: ReadonlyMap<string, Machine> | undefined;

function resolveAll(): ReadonlyMap<string, Machine> {
  const made = synthesize();
  const names = new Map(made.ofType('AWS::Lambda::Function').map(({ id, Properties }) => [id, String(Properties['FunctionName']).replace('brygga-test-', '')]));
  const text = (part: unknown): string => {
    if (typeof part === 'string') return part;
    if (typeof part === 'object' && part !== null && 'Fn::GetAtt' in part && Array.isArray(part['Fn::GetAtt'])) return functionArn(names.get(part['Fn::GetAtt'][0]) ?? 'unknown');
    if (typeof part === 'object' && part !== null && 'Ref' in part && part.Ref === 'AWS::Partition') return 'aws';
    throw new Error(`The definition holds what this test does not resolve: ${JSON.stringify(part)}`);
  };
  return new Map(made.ofType('AWS::StepFunctions::StateMachine').map(({ Properties }) => {
    const { 'Fn::Join': [, parts] } = Properties['DefinitionString'];
    return [String(Properties['StateMachineName']), JSON.parse(parts.map(text).join('')) as Machine];
  }));
}
