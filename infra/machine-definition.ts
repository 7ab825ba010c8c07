import { App, Stack } from 'aws-cdk-lib';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { DefinitionBody, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Machine } from '../functions/domain/vocabulary.ts';
import { machineList } from '../workflows/machines.ts';

/**
 * A machine's definition as it is deployed, with made-up function names: for drawing it before there
 * is a site to synthesize the templates with.
 */
export function machineDefinition(name: Machine): unknown {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Definition', { env: { account: '000000000000', region: 'eu-north-1' } });
  const made = new Map<string, ReturnType<typeof Function.fromFunctionArn>>();
  const named = (task: string) => {
    const found = made.get(task) ?? Function.fromFunctionArn(stack, task, `arn:aws:lambda:eu-north-1:000000000000:function:${task}`);
    made.set(task, found);
    return found;
  };
  const machine = new StateMachine(stack, 'Machine', {
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(machineList[name].chain(stack, named)),
  });
  const text: unknown = stack.resolve(machine.node.defaultChild && 'definitionString' in machine.node.defaultChild ? machine.node.defaultChild.definitionString : undefined);
  return JSON.parse(joined(text));
}

function joined(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'Fn::Join' in value && Array.isArray(value['Fn::Join'])) {
    const [, parts] = value['Fn::Join'];
    if (Array.isArray(parts)) return parts.map(joined).join('');
  }
  if (typeof value === 'object' && value !== null && 'Ref' in value) return 'aws';
  throw new Error(`The definition holds a value that is not known before deployment: ${JSON.stringify(value)}`);
}
