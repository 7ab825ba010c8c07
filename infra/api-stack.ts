import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { operations } from '../functions/contracts/operations.ts';
import { Api } from './api.ts';
import type { ApplicationStack } from './application-stack.ts';
import { interfaceOf, operationIds, type InterfaceName } from './function-list.ts';
import { FunctionMaker } from './function-maker.ts';
import { grantsOf } from './permissions.ts';

/**
 * The functions and routes of some operations. They are stacks of their own because six resources belong to each operation
 * and CloudFormation takes 500 in a stack.
 */
export class ApiStack extends Stack {
  readonly maker: FunctionMaker;

  constructor(scope: Construct, id: string, props: StackProps & { readonly application: ApplicationStack; readonly holds: InterfaceName }) {
    super(scope, id, props);
    const { frame, shared } = props.application;
    this.maker = new FunctionMaker(frame, grantsOf(this, shared.granted));
    const ids = operationIds.filter((operationId) => interfaceOf(operations[operationId]) === props.holds);
    new Api(this, 'Api', { gateway: shared.gateway, maker: this.maker, operationIds: ids, staff: shared.staff });
    // Values that are imported by name say nothing of their order.
    this.addStackDependency(props.application);
  }
}
