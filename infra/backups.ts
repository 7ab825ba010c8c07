import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/**
 * Copies of tables that share a key, in a vault under that key: a copy is no easier to read than its table.
 * Beside point-in-time recovery, which ends after 35 days and with its table: daily for 35 days, monthly for a year.
 */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, props: { readonly vaultName: string; readonly key: IKey; readonly tables: readonly Table[] }) {
    super(scope, id);
    const vault = new BackupVault(this, 'Vault', {
      backupVaultName: props.vaultName,
      encryptionKey: props.key,
      blockRecoveryPointDeletion: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const plan = new BackupPlan(this, 'Plan', {
      backupPlanName: props.vaultName,
      backupPlanRules: [
        new BackupPlanRule({ ruleName: 'daily', backupVault: vault, scheduleExpression: Schedule.cron({ hour: '1', minute: '30' }), deleteAfter: Duration.days(35) }),
        new BackupPlanRule({ ruleName: 'monthly', backupVault: vault, scheduleExpression: Schedule.cron({ hour: '2', minute: '30', day: '1' }), deleteAfter: Duration.days(365) }),
      ],
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } } }),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup')],
    });
    plan.addSelection('Tables', {
      role,
      disableDefaultBackupPolicy: true,
      resources: props.tables.map((table) => BackupResource.fromArn(table.tableArn)),
    });
  }
}
