import { readFileSync } from 'node:fs';
import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ApiStack } from './api-stack.ts';
import { ApplicationStack } from './application-stack.ts';
import { DataStack } from './data-stack.ts';
import { EdgeStack } from './edge-stack.ts';
import { MonitoringStack } from './monitoring-stack.ts';
import { acknowledge } from './security-acknowledgements.ts';
import type { Settings } from './settings.ts';

export interface CloudAppProps {
  readonly settings: Settings;
  /** Folder of the cloud assembly. */
  readonly outdir: string;
  /** Folder with `functions/<name>` and `site`, made by build.ts. */
  readonly build: string;
  /** Whether to check the templates (about three seconds); they are the same either way. */
  readonly checked: boolean;
}

/** The whole system as one CDK app. Flags come from cdk.json, so that `node` and the CDK's CLI synthesize the same. */
export function cloudApp({ settings, outdir, build, checked }: CloudAppProps): App {
  const app = new App({ outdir, context: flags(), builtinCloudFormationValidation: checked, analyticsReporting: false, treeMetadata: false });
  const { stage, region, account } = settings;
  const place = (at: string) => ({ region: at, ...(account !== undefined && { account }) });
  const data = new DataStack(app, `Brygga-${stage}-Data`, { settings, env: place(region), terminationProtection: true, description: 'Brygga: cases, registers, keys, staff accounts' });
  const application = new ApplicationStack(app, `Brygga-${stage}-Application`, { settings, data, build, env: place(region), description: 'Brygga: site, gateway, lifecycle, mail' });
  const interfaces = [
    new ApiStack(app, `Brygga-${stage}-StaffApi`, { application, holds: 'StaffApi', env: place(region), description: 'Brygga: operations of signed-in staff' }),
    new ApiStack(app, `Brygga-${stage}-CollaborationApi`, { application, holds: 'CollaborationApi', env: place(region), description: 'Brygga: operations above the single case' }),
    new ApiStack(app, `Brygga-${stage}-AdministrationApi`, { application, holds: 'AdministrationApi', env: place(region), description: 'Brygga: operations of administration' }),
    new ApiStack(app, `Brygga-${stage}-OpenApi`, { application, holds: 'OpenApi', env: place(region), description: 'Brygga: operations of those without an account' }),
  ];
  new MonitoringStack(app, `Brygga-${stage}-Monitoring`, { settings, application, interfaces, env: place(region), description: 'Brygga: alarms' });
  new EdgeStack(app, `Brygga-${stage}-Edge`, { settings, env: place('us-east-1'), description: 'Brygga: ACL and certificate of the site' });
  Tags.of(app).add('system', 'brygga');
  Tags.of(app).add('stage', stage);
  acknowledge(app, settings);
  if (checked) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

function flags(): Record<string, unknown> {
  const file: unknown = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8'));
  if (typeof file !== 'object' || file === null || !('context' in file) || typeof file.context !== 'object') throw new Error('cdk.json has no context');
  return { ...file.context };
}
