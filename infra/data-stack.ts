import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Backups } from './backups.ts';
import { CaseStore } from './case-store.ts';
import { Identity } from './identity.ts';
import type { Settings } from './settings.ts';

/** What must outlive every release: tables, keys and staff accounts. */
export class DataStack extends Stack {
  readonly caseStore: CaseStore;
  readonly identity: Identity;

  constructor(scope: Construct, id: string, props: StackProps & { readonly settings: Settings }) {
    super(scope, id, props);
    const { stage } = props.settings;
    this.caseStore = new CaseStore(this, 'CaseStore', { stage });
    this.identity = new Identity(this, 'Identity', { stage });
    new Backups(this, 'Backups', { stage, key: this.caseStore.key, tables: this.caseStore.tables });
    new CfnOutput(this, 'UserPoolId', { value: this.identity.userPool.userPoolId, description: 'Where staff accounts are made' });
  }
}
