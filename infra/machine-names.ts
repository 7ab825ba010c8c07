import { ArnFormat, type Stack } from 'aws-cdk-lib';
import type { Machine } from '../functions/domain/vocabulary.ts';

/** Names are fixed, and ARNs made of them: functions must know machines that invoke functions. */
export const machineName = (stage: string, machine: Machine): string => `brygga-${stage}-${machine}`;
/** Id of the machine's construct. */
export const machineConstruct = (machine: Machine): string => machine.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
/** The environment variable that tells a function a machine's ARN; `functions/adapters/environment.ts` reads it. */
export const machineVariable = (machine: Machine): string => `STATE_MACHINE_ARN_${machine.toUpperCase().replaceAll('-', '_')}`;

/** `executions`: a pattern for all executions of the machine. */
export function machineArns(stack: Stack, stage: string, machine: Machine): { readonly stateMachine: string; readonly executions: string } {
  const arn = (resource: string, resourceName: string) => stack.formatArn({ service: 'states', resource, resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  const name = machineName(stage, machine);
  return { stateMachine: arn('stateMachine', name), executions: arn('execution', `${name}:*`) };
}
