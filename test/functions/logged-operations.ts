import type { Route } from '../../functions/contracts/route.ts';
import { type OperationId, routes } from '../../functions/contracts/routes.ts';

/** L5: what an operation leaves in the access log. */
export type LoggedAs = 'read' | 'write' | 'list';

/** Those that show or change no case, each with its reason; an operation that is added is logged, or gets one here. */
const none = 'shows and changes no case';
const register = 'registers and routine hold no case; their own log has it';
const notYet = 'what is not handed in yet is no case';
const unlogged: Readonly<Partial<Record<OperationId, string>>> = {
  'read-configuration': none, 'read-openapi': none, 'read-profile': none, 'set-language': none, 'read-registers': none, 'read-on-call': none, 'read-statistics': 'numbers alone', 'read-paper-form': none, 'read-health': none,
  'list-drafts': notYet, 'save-draft': notYet, 'discard-draft': notYet, 'save-reply-draft': notYet,
  'read-intake-options': notYet, 'request-intake-code': notYet, 'verify-intake-code': notYet, 'read-intake': notYet, 'end-session': none,
  'list-retention-runs': 'numbers and dates alone; a report is logged when it is opened',
  'list-spot-checks': 'names units and counts; the check itself is logged when it is opened',
  'list-register': register, 'read-register-row': register, 'put-register-row': register, 'end-register-row': register, 'export-register': register, 'list-imports': register, 'preview-import': register, 'read-import': register, 'apply-import': register,
  'list-routines': register, 'read-routine': register, 'check-routine': register, 'save-routine-draft': register, 'discard-routine-draft': register, 'try-routine': 'counts alone', 'publish-routine': register, 'withdraw-routine': register, 'record-routine-review': register,
  'list-groups': 'counts alone; a group’s cases are logged when the group is opened', 'change-guest': register,
  'list-meetings': 'groups and dates alone; a meeting’s cases are logged when it is opened',
  'list-published-descriptions': 'for everybody, and of no case that can be told', 'read-published-description': 'for everybody, and of no case that can be told',
  'list-archives': 'counts alone; each case is logged when it is written and fetched', 'read-archive': 'counts alone; each case is logged when it is written and fetched', 'list-releases': 'numbers alone; each case is logged when its copy is opened',
  'preview-mail-text': register, 'read-first-hour': register, 'record-first-hour': register, 'send-test-mail': register, 'recompute-statistics': 'numbers alone',
};
/** Of one case, though named as lists; and a case is opened to be read. */
const reads: ReadonlySet<OperationId> = new Set(['list-attachments', 'list-reply-attachments', 'open-with-reason', 'extract-patient-access']);

const ids = Object.keys(routes).filter((id): id is OperationId => Object.hasOwn(routes, id));
export const loggedAs = (id: OperationId): LoggedAs | null => {
  if (unlogged[id] !== undefined) return null;
  // A meeting shows its cases as a list does.
  if (id === 'read-meeting') return 'list';
  if (reads.has(id) || /^(?:read|download)-/.test(id)) return 'read';
  return id.startsWith('list-') ? 'list' : 'write';
};
export const loggedOperations: readonly { readonly id: OperationId; readonly kind: LoggedAs; readonly auth: Route['auth'] }[] = ids.flatMap((id) => {
  const kind = loggedAs(id);
  return kind === null ? [] : [{ id, kind, auth: routes[id].auth }];
});
/** Commands on a case of staff: `every-command.test.ts` carries each of them out. */
export const isCaseCommand = (id: OperationId): boolean => routes[id].command && routes[id].path.startsWith('/api/cases/{caseId}');
/** Commands of the ladder and what its groups read: `ladder-commands.test.ts` carries each of them out, and looks at their entries. */
export const isOnLadder = (id: OperationId): boolean => routes[id].path.startsWith('/api/escalations/') || id === 'read-group';
