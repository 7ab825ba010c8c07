import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Attachments } from './attachments.ts';
import { Backups } from './backups.ts';
import { CaseStore } from './case-store.ts';
import { HeadVault } from './head-vault.ts';
import { Identity } from './identity.ts';
import { Packages } from './packages.ts';
import type { Settings } from './settings.ts';

/** What must outlive every release: tables, files, keys and staff accounts. */
export class DataStack extends Stack {
  readonly caseStore: CaseStore;
  readonly attachments: Attachments;
  readonly headVault: HeadVault;
  readonly packages: Packages;
  readonly identity: Identity;

  constructor(scope: Construct, id: string, props: StackProps & { readonly settings: Settings }) {
    super(scope, id, props);
    const { stage } = props.settings;
    this.caseStore = new CaseStore(this, 'CaseStore', { stage });
    this.attachments = new Attachments(this, 'Attachments', { stage, logRetentionDays: props.settings.logRetentionDays });
    this.headVault = new HeadVault(this, 'HeadVault', { stage, lock: props.settings.headsLock, logs: this.attachments.logs });
    this.packages = new Packages(this, 'Packages', { stage, logs: this.attachments.logs });
    this.identity = new Identity(this, 'Identity', { stage });
    const { key, patientKey, patientReferences, tables } = this.caseStore;
    new Backups(this, 'Backups', { vaultName: `brygga-${stage}`, key, tables: tables.filter((table) => table !== patientReferences) });
    new Backups(this, 'PatientBackups', { vaultName: `brygga-${stage}-patient-references`, key: patientKey, tables: [patientReferences] });
    new CfnOutput(this, 'CasesTableName', { value: this.caseStore.cases.tableName, description: 'What verify-chain reads' });
    new CfnOutput(this, 'HeadsBucketName', { value: this.headVault.bucket.bucketName, description: 'What verify-chain holds it against' });
    new CfnOutput(this, 'UserPoolId', { value: this.identity.userPool.userPoolId, description: 'Where staff accounts are made' });
  }
}
