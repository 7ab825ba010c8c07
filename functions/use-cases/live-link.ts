import type { Case, ReplyRequest } from '../domain/case.ts';
import { LinkNotValid } from '../domain/errors.ts';
import { linkIsLive } from './mail-rules.ts';
import type { Link, ReplyPorts } from './ports-reply.ts';
import type { LinkCaller } from './reply-caller.ts';

export interface LiveLink {
  readonly link: Link;
  readonly case: Case;
  readonly request: ReplyRequest;
  readonly patientKey: string | null;
}

/**
 * The case that a secret opens. A link that is wrong, unknown, expired, revoked, or whose case was answered or closed
 * gets one and the same refusal (ux.md, link 5). @throws LinkNotValid
 */
export async function liveLink(ports: Pick<ReplyPorts, 'links' | 'cases' | 'secrets'>, secret: string, caller: LinkCaller): Promise<LiveLink> {
  const link = await ports.links.find(ports.secrets.hash(secret));
  const loaded = link && (await ports.cases.load(link.caseId));
  if (!link || !loaded) throw new LinkNotValid();
  const { request } = loaded.case;
  if (request === null || request.unitId !== link.unitId || !linkIsLive(loaded.case, link.epoch, caller.now)) throw new LinkNotValid();
  return { link, case: loaded.case, request, patientKey: loaded.patientKey };
}
