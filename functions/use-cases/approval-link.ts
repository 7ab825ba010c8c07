import type { Instant } from '../domain/case.ts';
import { LinkNotValid, SessionExpired } from '../domain/errors.ts';
import { isApprovalLive, type EventDescription } from '../domain/event-description/description.ts';
import { externalAccess } from './external-access.ts';
import type { AccessEntry } from './ports.ts';
import type { Link, ReplyPorts, ReplySession } from './ports-reply.ts';
import type { LinkCaller } from './reply-caller.ts';

export interface LiveApproval {
  readonly link: Link;
  readonly description: EventDescription;
}
type Ports = Pick<ReplyPorts, 'links' | 'descriptions' | 'secrets'>;

/** The description that a secret opens; undefined: the link is of a case, or of nothing. @throws LinkNotValid where it is of a description, and dead */
export const liveApproval = async (ports: Ports, secret: string, { now }: Pick<LinkCaller, 'now'>): Promise<LiveApproval | undefined> => {
  const link = await ports.links.find(ports.secrets.hash(secret));
  if (link?.purpose !== 'approval') return undefined;
  const description = await ports.descriptions.findDescription(link.caseId);
  if (description === undefined || !isApprovalLive(description, link.epoch, now) || description.unitId !== link.unitId) throw new LinkNotValid();
  return { link, description };
};
/** Of a session; it ends when the description is edited, asked anew or withdrawn. @throws SessionExpired */
export const approvalOf = async (ports: Pick<ReplyPorts, 'descriptions'>, session: ReplySession): Promise<EventDescription> => {
  const description = session.purpose === 'approval' ? await ports.descriptions.findDescription(session.caseId) : undefined;
  if (description?.asked?.epoch !== session.epoch) throw new SessionExpired();
  return description;
};
/** L5: what the other party reads and answers was written of the case, and is in its log; of an erased case nothing is left to tell. */
export const logApproval = async (
  ports: Pick<ReplyPorts, 'cases' | 'accessLog'>, { caseId }: EventDescription, of: { readonly at: Instant; readonly unitId: string | null; readonly operation: string; readonly kind: AccessEntry['kind'] },
): Promise<void> => {
  const loaded = await ports.cases.load(caseId);
  await ports.accessLog.record(loaded ? externalAccess(of, loaded) : { ...of, userId: 'external', principal: null, caseId: null, patientKey: null });
};
