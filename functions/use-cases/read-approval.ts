import type { ApprovalPage } from '../contracts/event-description.ts';
import { stateOf, type EventDescription } from '../domain/event-description/description.ts';
import type { Register } from '../domain/register.ts';
import { approvalOf, logApproval } from './approval-link.ts';
import { senderName } from './mail-recipient.ts';
import { namesOf } from './names.ts';
import type { ReplyPorts } from './ports-reply.ts';
import type { SessionCaller } from './reply-caller.ts';
import { openSession } from './reply-session.ts';

export const approvalPageOf = (description: EventDescription, register: Register): ApprovalPage => {
  const last = description.answers.findLast(({ revision }) => revision === description.revision);
  const unitId = description.unitId ?? '';
  return {
    language: register.units.find(({ id }) => id === unitId)?.language ?? 'sv', number: description.number, revision: description.revision, sender: senderName(register, ''), unit: namesOf(register).unit(unitId).name,
    state: stateOf(description), title: description.title, texts: { ...description.texts }, category: description.category, targetGroup: description.targetGroup, publishedAt: description.publishedAt,
    answered: last === undefined ? null : { kind: last.kind, text: last.text, at: last.at }, withdrawn: description.withdrawn !== null,
  };
};
/** All that the other party sees: the description as it would be published, and what it has said (N4). @throws SessionExpired */
export async function readApproval(ports: ReplyPorts, { caller }: { readonly caller: SessionCaller }): Promise<ApprovalPage> {
  const session = await openSession(ports, caller);
  const description = await approvalOf(ports, session);
  await logApproval(ports, description, { at: caller.now, unitId: session.unitId, operation: 'read-approval', kind: 'read' });
  return approvalPageOf(description, await ports.registers.read());
}
