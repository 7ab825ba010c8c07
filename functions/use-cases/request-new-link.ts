import type { Case, Instant } from '../domain/case.ts';
import { renewLink } from '../domain/commands/sending.ts';
import { Conflict, isKnownError, Throttled } from '../domain/errors.ts';
import { askAgain } from '../domain/event-description/changing.ts';
import { renewStatusLink } from '../domain/incoming/status-link.ts';
import { descriptionMailEntry } from '../domain/outbox.ts';
import { isUnderway } from '../domain/transitions.ts';
import { changeCaseForUnit } from './change-case-for-unit.ts';
import { linkIsLive } from './mail-rules.ts';
import type { Link, ReplyPorts } from './ports-reply.ts';
import type { LinkCaller } from './reply-caller.ts';
import { limitAddress, replyLimits } from './reply-limits.ts';
import { filedCaseOf, requestOf } from './reply-session.ts';

/**
 * "Send a new link": to the registered mailbox, at most five an hour, and nothing after reply or close (ux.md, link 5).
 * The answer is the same whatever became of it, so that it tells nothing about a link; only the client's own address
 * can be refused. @throws RateLimited, Conflict, Throttled
 */
export async function requestNewLink(ports: ReplyPorts, { caller, body }: { readonly caller: LinkCaller; readonly body: { readonly secret: string } }) {
  await limitAddress(ports, caller);
  const link = await ports.links.find(ports.secrets.hash(body.secret));
  if (link) {
    try {
      await renewQuietly(ports, link, caller);
    } catch (error) {
      // The domain's refusals would tell what the link is; a store that asks to wait would not.
      if (!isKnownError(error) || error instanceof Conflict || error instanceof Throttled) throw error;
    }
  }
  return { phone: (await ports.registers.callBackPhone()) ?? null };
}

async function renewQuietly(ports: ReplyPorts, link: Link, caller: LinkCaller): Promise<void> {
  if (link.purpose === 'approval') return renewApproval(ports, link, caller);
  const concerned = (await ports.cases.load(link.caseId))?.case;
  const epoch = concerned && epochToRenew(concerned, link, caller.now);
  if (epoch === undefined) return;
  const { count } = await ports.rates.count('new-link', `${link.caseId}/${link.unitId}`, 3600, caller.now);
  if (count > replyLimits.newLinksPerHour) return;
  // Not a session: whoever holds the old link gets nothing but a mail to the registered mailbox.
  const holder = {
    hash: link.hash, caseId: link.caseId, purpose: link.purpose, epoch, unitId: link.unitId, startedAt: caller.now, lastUsedAt: caller.now, opened: false,
  };
  const renewal = { caller, session: holder, operation: 'request-new-link' };
  if (link.purpose === 'reply') await changeCaseForUnit(ports, { ...renewal, caseOf: requestOf, decide: renewLink });
  else await changeCaseForUnit(ports, { ...renewal, caseOf: filedCaseOf, decide: renewStatusLink });
}

/** Of a description that still waits for this party, or that it may withdraw. */
async function renewApproval(ports: ReplyPorts, link: Link, { now }: LinkCaller): Promise<void> {
  const description = await ports.descriptions.findDescription(link.caseId);
  if (description === undefined || description.asked === null || description.withdrawn !== null || description.unitId !== link.unitId) return;
  const { count } = await ports.rates.count('new-link', `${link.caseId}/${link.unitId}`, 3600, now);
  if (count > replyLimits.newLinksPerHour) return;
  const routine = await ports.registers.routine(description.routine.id, description.routine.version);
  if (routine === undefined) return;
  const after = askAgain(description, { now, actor: 'external', register: await ports.registers.read(), rules: routine.eventDescriptions });
  await ports.descriptions.change(description, after, { outbox: [descriptionMailEntry({ caseId: after.id, mail: 'approvalWanted', unitId: link.unitId, epoch: after.epoch, occasion: `e${after.epoch}` })] });
}

/** The epoch that stands now; undefined where nothing is to be sent. */
function epochToRenew(concerned: Case, { purpose, unitId }: Link, now: Instant): number | undefined {
  if (concerned.direction === 'incoming') {
    return purpose === 'status' && linkIsLive(concerned, concerned.filerLinkEpoch, now) ? concerned.filerLinkEpoch : undefined;
  }
  const { request, status } = concerned;
  // An old link of a unit that has handed over, or was wrong, must not send anything to the unit that has it now.
  return purpose === 'reply' && request?.unitId === unitId && isUnderway(status) ? request.epoch : undefined;
}
