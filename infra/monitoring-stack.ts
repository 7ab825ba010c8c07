import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ApiStack } from './api-stack.ts';
import type { ApplicationStack } from './application-stack.ts';
import { Monitoring } from './monitoring.ts';
import type { Settings } from './settings.ts';

/** What watches all the others. */
export class MonitoringStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly settings: Settings; readonly application: ApplicationStack; readonly interfaces: readonly ApiStack[] }) {
    super(scope, id, props);
    const { settings: { stage, alarmMail }, application: { frame, maker, queues, lifecycle, shared }, interfaces } = props;
    const made = [...interfaces.flatMap((one) => one.maker.made), ...maker.made];
    new Monitoring(this, 'Monitoring', { stage, key: frame.key, alarmMail, made, queues, lifecycle, gateway: shared.gateway });
  }
}
