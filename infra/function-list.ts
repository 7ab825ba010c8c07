import { operations, type Operation, type OperationId } from '../functions/contracts/operations.ts';
import { taskNames, type TaskName } from '../workflows/tasks.ts';
import type { Permission } from './permissions.ts';

/** How a function is run and what it may do; the one list of everything that is deployed as a Lambda. */
export interface FunctionEntry {
  readonly folder: 'api' | 'tasks' | 'relay';
  readonly description: string;
  readonly permissions: readonly Permission[];
  /** Seconds. */
  readonly timeout: number;
  /** MB. */
  readonly memory: number;
}

const tasks: Readonly<Record<TaskName, string>> = {
  'read-lifecycle': 'Says what a case awaits and which step of the clock comes next',
  'register-wait': 'Puts a task token on the case, or completes it when the case has moved on',
  'report-handling-overdue': 'Tells the handler that a case has not been sent in time',
  'report-not-acknowledged': 'Tells handler and unit that nobody has opened the request',
  'remind-unit': 'Reminds the external unit of its reply',
  'escalate-to-managers': 'Tells the managers concerned that a reply is late',
  'expire-link': 'Lets the reply link die',
  'start-next-generation': 'Hands the case over to a fresh execution before the limits of Step Functions',
  'report-registration-overdue': 'Tells those who register that a report has not been registered in time',
  'remind-investigators': 'Reminds investigators and handler of our reply',
  'remind-of-pharmacy': 'Reminds the handler that the dose pharmacy is not notified',
  'remind-of-effect-review': 'Asks for the review of effect, and reminds of it',
  'remind-of-harm-decision': 'Reminds those who decide on serious harm',
  'escalate-harm-decision': 'Tells managers and administrators that nobody has decided on serious harm',
  'remind-of-ladder': 'Reminds whoever has a case on the ladder',
  'escalate-ladder': 'Tells the next convener and the administrators of a case left lying on the ladder',
  'escalate-effect-review': 'Tells the manager that nobody has reviewed the effect',
  'remind-of-dispute': 'Reminds the owner of a dispute of its date',
  'escalate-dispute': 'Tells managers that nobody has taken a dispute further',
  'read-report-clock': 'Says what a periodic report waits for and which step of its clock comes next',
  'start-next-report-generation': 'Hands a periodic report over to a fresh execution before the limits of Step Functions',
  'draft-report': 'Compiles a periodic report from the kept figures',
  'remind-of-report': 'Reminds those who edit a periodic report',
  'escalate-report': 'Tells managers that a periodic report is late',
  'remind-of-feedback': 'Reminds whoever received a report of its feedback',
  'report-feedback-overdue': 'Tells that feedback on a report has not come in time',
  'check-import': 'Reads the file of an import again, and sees whether the register is as it was previewed',
  'write-import-rows': 'Writes some rows of an import beside those in force',
  'put-import-in-force': 'Lets the rows of an import take effect together',
  'choose-archive-cases': 'Chooses the cases of a package for an archive, some at a time',
  'write-archive-volume': 'Writes the next volume of a package',
  'finish-archive': 'Writes the manifest of a package and lets it be fetched',
};

const staff: readonly Permission[] = ['answerRequests', 'readRegisters', 'readCases', 'logAccess'];
/** What concerns no case. */
const registersAlone: readonly Permission[] = ['answerRequests', 'readRegisters'];
const link: readonly Permission[] = ['answerRequests', 'readRegisters', 'readCases', 'writeCases', 'logAccess'];

/** What an operation needs beyond what all of its kind need. */
const special: Readonly<Partial<Record<OperationId, readonly Permission[]>>> = {
  'read-configuration': ['answerRequests', 'readRegisters', 'knowIssuer'],
  'read-openapi': ['answerRequests'],
  'read-profile': registersAlone,
  'read-registers': registersAlone,
  'set-language': [...registersAlone, 'writeRegisters'],
  'list-register': registersAlone,
  'read-register-row': registersAlone,
  'put-register-row': [...registersAlone, 'writeRegisters'],
  'end-register-row': [...registersAlone, 'writeRegisters'],
  'read-on-call': registersAlone,
  'list-similar-cases': [...staff, 'logLists'],
  // What is shown to the outside is written down.
  'read-statistics': [...registersAlone, 'readCases', 'writeCases'],
  'read-paper-form': registersAlone,
  'read-intake-options': ['answerRequests', 'readRegisters'],
  'submit-intake': [...link, 'writePatientReferences'],
  'register-deviation': [...staff, 'writeCases', 'writePatientReferences'],
  'submit-deviation': [...staff, 'writeCases', 'writePatientReferences'],
  'list-cases': [...staff, 'logLists'],
  'list-actions': [...staff, 'logLists'],
  'list-disputes': [...staff, 'logLists'],
  'list-event-descriptions': [...staff, 'logLists'],
  // No register, no log: what anybody may read.
  'list-published-descriptions': ['answerRequests', 'readCases'],
  'read-published-description': ['answerRequests', 'readCases'],
  'list-executions': [...staff, 'logLists'],
  'read-patient-reference': [...staff, 'readPatientReferences'],
  'set-patient-reference': [...staff, 'writeCases', 'writePatientReferences'],
  'move-to-patient-reference': [...staff, 'writeCases', 'writePatientReferences'],
  'add-attachment': [...staff, 'writeCases', 'giveUploads'],
  'download-attachment': [...staff, 'giveDownloads'],
  'add-reply-attachment': [...link, 'giveUploads'],
  'download-reply-attachment': [...link, 'giveDownloads'],
  'list-access': [...staff, 'readAccess'],
  'extract-patient-access': [...staff, 'readAccess', 'readPatientReferences'],
  'read-execution': [...staff, 'readExecutions'],
  'read-execution-history': [...staff, 'readExecutions'],
  'redrive-execution': [...staff, 'writeCases', 'readExecutions'],
  'stop-execution': [...staff, 'writeCases', 'readExecutions'],
  'list-meetings': [...registersAlone, 'readCases'],
  'plan-meeting': [...staff, 'writeCases'],
  'read-meeting': [...staff, 'logLists'],
  'read-retention-run': [...staff, 'logLists'],
  'list-legal-holds': [...staff, 'logLists'],
  'list-deep-analyses': [...staff, 'logLists'],
  'list-routines': [...registersAlone, 'readCases'],
  'read-routine': registersAlone,
  'check-routine': registersAlone,
  'save-routine-draft': [...registersAlone, 'writeRegisters'],
  'discard-routine-draft': [...registersAlone, 'writeRegisters'],
  'try-routine': [...registersAlone, 'readCases'],
  'publish-routine': [...registersAlone, 'writeRegisters'],
  'withdraw-routine': [...registersAlone, 'writeRegisters'],
  'record-routine-review': [...registersAlone, 'writeRegisters'],
  'read-health': [...staff, 'readDeadLetters'],
  'export-register': registersAlone,
  'list-imports': registersAlone,
  'preview-import': [...registersAlone, 'writeRegisters'],
  'read-import': [...registersAlone, 'writeRegisters', 'readExecutions'],
  // Its execution is started from the outbox.
  'apply-import': [...registersAlone, 'writeRegisters', 'writeCases'],
  'preview-mail-text': registersAlone,
  'list-groups': [...registersAlone, 'readCases'],
  'read-group': [...staff, 'logLists'],
  'change-guest': [...registersAlone, 'writeRegisters', 'writeCases'],
  'recompute-statistics': [...registersAlone, 'readCases', 'writeCases'],
  'read-first-hour': [...registersAlone, 'readCases'],
  'record-first-hour': [...registersAlone, 'writeRegisters', 'readCases'],
  'list-archives': [...registersAlone, 'readCases'],
  // Its execution is started from the outbox.
  'start-archive': [...staff, 'writeCases'],
  'read-archive': [...registersAlone, 'readCases', 'writeCases', 'readExecutions'],
  'download-archive': [...staff, 'writeCases', 'logLists', 'givePackages'],
  'list-releases': [...registersAlone, 'readCases'],
  'start-release': [...staff, 'logLists', 'writeCases'],
  'read-release': [...staff, 'logLists'],
  'change-release': [...staff, 'logLists', 'writeCases'],
  'read-release-document': [...staff, 'logLists'],
  'send-test-mail': [...registersAlone, 'writeRegisters', 'readCases', 'writeCases'],
};

export function operationEntry(id: OperationId): FunctionEntry {
  const operation: Operation = operations[id];
  const changes = operation.command || operation.method !== 'GET';
  const permissions = special[id] ?? (operation.auth === 'staff' ? [...staff, ...(changes ? (['writeCases'] as const) : [])] : link);
  return { folder: 'api', description: operation.summary, permissions, timeout: 15, memory: 512 };
}

/** The stack of an operation. CloudFormation takes 500 resources in one, and each operation brings five. */
export const interfaceNames = ['StaffApi', 'CollaborationApi', 'AdministrationApi', 'OpenApi'] as const;
export type InterfaceName = (typeof interfaceNames)[number];
/** What is above the single case, by the first part of its path. */
const aboveTheCase = ['statistics', 'groups', 'escalations', 'disputes', 'meetings', 'deep-analyses', 'reports', 'event-descriptions', 'keeping'];
export const interfaceOf = ({ auth, path }: Operation): InterfaceName => {
  if (auth !== 'staff') return 'OpenApi';
  const [part] = path.split('/').slice(2);
  if (part === 'administration') return 'AdministrationApi';
  return part !== undefined && aboveTheCase.includes(part) ? 'CollaborationApi' : 'StaffApi';
};

export const operationIds = Object.keys(operations).filter((id): id is OperationId => id in operations);

/** What a task needs that is of no case. */
const specialTasks: Readonly<Partial<Record<TaskName, Pick<FunctionEntry, 'permissions' | 'timeout' | 'memory'>>>> = {
  'check-import': { permissions: ['readRegisters', 'writeRegisters'], timeout: 60, memory: 1024 },
  'write-import-rows': { permissions: ['readRegisters', 'writeRegisters'], timeout: 60, memory: 1024 },
  'put-import-in-force': { permissions: ['readRegisters', 'writeRegisters'], timeout: 60, memory: 1024 },
  'choose-archive-cases': { permissions: ['readRegisters', 'readCases', 'writeCases'], timeout: 120, memory: 512 },
  'write-archive-volume': { permissions: ['readRegisters', 'readCases', 'writeCases', 'logLists', 'readPatientReferences', 'giveDownloads', 'writePackages'], timeout: 300, memory: 1024 },
  'finish-archive': { permissions: ['readRegisters', 'readCases', 'writeCases', 'writePackages'], timeout: 120, memory: 1024 },
};

export function taskEntry(name: TaskName): FunctionEntry {
  const special = specialTasks[name];
  if (special !== undefined) return { folder: 'tasks', description: tasks[name], ...special };
  const completes: readonly Permission[] = name === 'register-wait' ? ['completeTasks'] : [];
  return { folder: 'tasks', description: tasks[name], permissions: ['readRegisters', 'readCases', 'writeCases', 'logAccess', ...completes], timeout: 30, memory: 512 };
}

const delivery: readonly Permission[] = ['readRegisters', 'readCases', 'writeCases', 'logAccess', 'startExecutions', 'mendExecutions', 'completeTasks', 'sendMail', 'knowSite'];

export const relayEntries = {
  'deliver-outbox': { folder: 'relay', description: 'Starts executions, completes waits and sends mails from the outbox', permissions: delivery, timeout: 60, memory: 1024 },
  'keep-aggregates': { folder: 'relay', description: 'Keeps the figures of the statistics up to what the cases are, makes them anew, and tells of what recurs', permissions: ['readRegisters', 'readCases', 'writeCases', 'logAccess'], timeout: 60, memory: 512 },
  'sweep-outbox': { folder: 'relay', description: 'Delivers what the stream missed; starts executions that a case lacks', permissions: [...delivery, 'readExecutions', 'askTasks'], timeout: 300, memory: 1024 },
  'mark-stopped': { folder: 'relay', description: 'Marks a case whose execution failed and tells the administrators', permissions: ['readRegisters', 'writeRegisters', 'readCases', 'writeCases', 'logAccess', 'readExecutions'], timeout: 30, memory: 512 },
  'record-bounce': { folder: 'relay', description: 'Puts bounces and complaints on the case and tells the handler', permissions: ['readRegisters', 'readCases', 'writeCases', 'logAccess'], timeout: 30, memory: 512 },
  'record-upload': { folder: 'relay', description: 'Puts on the case that a file has come', permissions: ['readCases', 'writeCases', 'logAccess'], timeout: 30, memory: 512 },
  'record-scan': { folder: 'relay', description: 'Releases or refuses a file as its scan says', permissions: ['readCases', 'writeCases', 'logAccess'], timeout: 30, memory: 512 },
  'remind-of-approvals': { folder: 'relay', description: 'Reminds the other party of event descriptions to approve', permissions: ['readRegisters', 'readCases', 'writeCases'], timeout: 60, memory: 512 },
  'remind-of-routine-review': { folder: 'relay', description: 'Reminds of the yearly review of the routine', permissions: ['readRegisters', 'writeCases'], timeout: 60, memory: 512 },
  'remind-of-meetings': { folder: 'relay', description: 'Invites to meetings, and reminds of what is left to do of them', permissions: ['readRegisters', 'readCases', 'writeCases'], timeout: 120, memory: 512 },
  'open-reports': { folder: 'relay', description: 'Opens the periodic reports of periods that have ended, and sees to their clocks', permissions: ['readRegisters', 'readCases', 'writeCases', 'readExecutions', 'startExecutions'], timeout: 300, memory: 512 },
  'draw-spot-checks': { folder: 'relay', description: 'Draws spot checks of the access log, and reminds of them', permissions: ['readRegisters', 'readCases', 'writeCases', 'readAccess'], timeout: 300, memory: 512 },
  'anchor-heads': { folder: 'relay', description: 'Writes the heads of the day\'s event chains to the locked bucket', permissions: ['readCases', 'writeCases', 'anchorHeads'], timeout: 300, memory: 512 },
  'report-retention': { folder: 'relay', description: 'Draws up what retention rules say will go, and reminds of its signature', permissions: ['readRegisters', 'readCases', 'writeCases', 'readAccess'], timeout: 600, memory: 512 },
  'erase-retired': { folder: 'relay', description: 'Carries out what was signed off, once its days of grace are over', permissions: ['readRegisters', 'readCases', 'writeCases', 'logAccess', 'erasePatientReferences', 'eraseFiles', 'eraseAccess'], timeout: 900, memory: 1024 },
  'bootstrap-organisation': { folder: 'relay', description: 'Writes the organisation document into an empty store', permissions: ['readRegisters', 'writeRegisters'], timeout: 60, memory: 512 },
} as const satisfies Record<string, FunctionEntry>;
export type RelayName = keyof typeof relayEntries;

/** Every function's name with its entry folder, for the build. */
export function entryFiles(): readonly { readonly name: string; readonly path: string }[] {
  const file = (folder: FunctionEntry['folder'], name: string) => ({ name, path: `functions/${folder}/${name}.ts` });
  return [
    ...operationIds.map((id) => file('api', id)),
    ...taskNames.map((name) => file('tasks', name)),
    ...Object.keys(relayEntries).map((name) => file('relay', name)),
  ];
}
