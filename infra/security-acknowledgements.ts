import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { operations, type Operation } from '../functions/contracts/operations.ts';
import { machines } from '../functions/domain/vocabulary.ts';
import { entryFiles, interfaceNames, interfaceOf, operationIds, type InterfaceName } from './function-list.ts';
import { machineConstruct, machineName } from './machine-names.ts';
import type { Settings } from './settings.ts';

/** One finding of AwsSolutions that we keep, and why. A path is that of a construct below the stack; absent: the whole stack. */
export interface Acknowledgement {
  readonly stack: 'Data' | 'Application' | 'Edge' | InterfaceName;
  readonly path?: string;
  readonly id: string;
  readonly reason: string;
}

/** Every finding that we keep, with its reason; the tests fail on one that is not here and on one here that is not found. */
export function acknowledgements(settings: Settings): readonly Acknowledgement[] {
  const { stage, region, account, domain, tracing } = settings;
  const accountId = account ?? '<AWS::AccountId>';
    const open = operationIds.filter((id) => { const operation: Operation = operations[id]; return operation.auth !== 'staff'; });
  return [
    ...open.map((id): Acknowledgement => {
      const operation: Operation = operations[id];
      return {
        stack: 'OpenApi',
        path: `Api/${operation.method}${operation.path.replaceAll('/', '--')}`,
        id: 'AwsSolutions-APIG4',
        reason: operation.auth === 'link'
          ? `${id}: an external party has no account; the function checks the session cookie of its reply link (ux.md, "The link in the mail")`
          : `${id}: must be open before sign-in; holds nothing personal, and is rate-limited where it acts`,
      };
    }),
    ...['Backups', 'PatientBackups'].map((of): Acknowledgement => ({
      stack: 'Data', path: `${of}/Role`, id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
      reason: 'AWS Backup documents its own policy as the way to give it what it needs, and keeps it up to date; only the backup service can take the role',
    })),
    {
      stack: 'Data', path: 'Attachments/ScannerRole', id: `AwsSolutions-IAM5[Resource::arn:aws:events:${region}:${accountId}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*]`,
      reason: 'GuardDuty names its own rule for new objects, as it documents; the role may touch no other',
    },
    {
      stack: 'Data', path: 'Attachments/ScannerRole', id: 'AwsSolutions-IAM5[Resource::<AttachmentsFilesF5622950.Arn>/*]',
      reason: 'The scanner reads and tags every file of this one bucket; only GuardDuty can take the role',
    },
    ...(['Application', 'StaffApi', 'OpenApi'] as const).map((stack): Acknowledgement => ({
      stack, id: `AwsSolutions-IAM5[Resource::Brygga-${stage}-Data:ExportsOutputFnGetAttAttachmentsFilesF5622950Arn9FE8F6EA/cases/*]`,
      reason: 'Keys hold case and attachment, which are not known at deployment; who may add or read which file is decided before an address is signed',
    })),
    ...(['Application', 'CollaborationApi'] as const).map((stack): Acknowledgement => ({
      stack, id: `AwsSolutions-IAM5[Resource::Brygga-${stage}-Data:ExportsOutputFnGetAttPackagesFiles267E6BDDArn183F51F9/packages/*]`,
      reason: 'Keys hold the package and its volume, which are not known at deployment; only its owner gets an address, and every case in it is logged first',
    })),
    {
      stack: 'Application', id: `AwsSolutions-IAM5[Resource::Brygga-${stage}-Data:ExportsOutputFnGetAttHeadVaultHeads0B6370F5Arn43E2F442/heads/*]`,
      reason: 'Keys hold the day; what is written is locked, so that the function can add and never change',
    },
    {
      stack: 'Application', id: 'AwsSolutions-SMG4',
      reason: 'The header between distribution and functions is rotated by originSecretGeneration, so that both sides change in one deployment; a rotation by Lambda would leave them apart',
    },
    {
      stack: 'Application', path: 'WebSite/Distribution', id: 'AwsSolutions-CFR1',
      reason: 'External parties and staff may be abroad; limits are by address and rate, not by country',
    },
    ...(domain === undefined ? [{
      stack: 'Application', path: 'WebSite/Distribution', id: 'AwsSolutions-CFR4',
      reason: 'Without a domain of one\'s own CloudFront offers no choice of TLS version; with settings.domain it is TLSv1.2_2021',
    } as const] : []),
    ...machines.map((machine): Acknowledgement => ({
      stack: 'Application', path: `Lifecycle/${machineConstruct(machine)}`, id: 'AwsSolutions-SF1',
      reason: 'Errors are logged; the whole history is in Step Functions for 90 days and in the case\'s timeline after that. ALL would copy it without adding anything',
    })),
    ...(tracing ? [{
      stack: 'Application', id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray and the delivery of a machine\'s logs know no resources: their actions take only *',
    } as const, ...interfaceNames.map((stack): Acknowledgement => ({
      stack, id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray knows no resources: its actions take only *',
    }))] : [{
      stack: 'Application', path: 'Lifecycle/MachineRole', id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'The delivery of a machine\'s logs knows no resources: its actions take only *',
    } as const]),
    ...machines.flatMap((machine) => (['Application', 'StaffApi', 'AdministrationApi', 'CollaborationApi'] as const).map((stack): Acknowledgement => ({
      stack, id: `AwsSolutions-IAM5[Resource::arn:aws:states:${region}:${accountId}:execution:${machineName(stage, machine)}:*]`,
      reason: 'The console, the sweep and whoever asks how far an import or a package is read any execution of this one machine; names hold the case, which is not known at deployment',
    }))),
    ...entryFiles().map(({ name }): Acknowledgement => ({
      stack: stackOf(name), id: `AwsSolutions-IAM5[Resource::arn:aws:logs:${region}:${accountId}:log-group:/brygga/${stage}/${name}:log-stream:*]`,
      reason: `Lambda itself names the streams in the log group of ${name}`,
    })),
  ];
}

/** The stack that holds a function. */
function stackOf(name: string): 'Application' | InterfaceName {
  const id = operationIds.find((each) => each === name);
  return id === undefined ? 'Application' : interfaceOf(operations[id]);
}

/** Writes the acknowledgements onto the constructs they are for. */
export function acknowledge(app: IConstruct, settings: Settings): void {
  for (const { stack, path, id, reason } of acknowledgements(settings)) {
    const stackNode = app.node.findChild(`Brygga-${settings.stage}-${stack}`);
    const target = path === undefined ? stackNode : find(stackNode, path);
    Validations.of(target).acknowledge({ id, reason });
  }
}

function find(from: IConstruct, path: string): IConstruct {
  return path.split('/').reduce<IConstruct>((at, id) => at.node.findChild(id), from);
}
