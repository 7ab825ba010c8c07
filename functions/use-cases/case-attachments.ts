import type { CaseInsight } from '../domain/access.ts';
import { insightInto } from '../domain/access.ts';
import type { Case } from '../domain/case.ts';
import { isHiddenOnPage } from '../domain/protected-identity.ts';
import type { Role } from '../domain/vocabulary.ts';
import type { AttachmentPorts } from './ports-attachment.ts';
import { NotFound } from '../domain/errors.ts';
import type { CaseQuery, LoadedCase } from './ports.ts';
import { admitReader } from './admit-reader.ts';
import type { SignedIn } from './staff-access.ts';
import { routineOf, signIn } from './staff-access.ts';

export interface AttachmentQuery extends CaseQuery {
  readonly attachmentId: string;
}
export interface OpenedCase {
  readonly loaded: LoadedCase;
  readonly case: Case;
  readonly signedIn: SignedIn;
  readonly principal: Role | null;
  /** Where the case was opened by stating a reason: to read alone. */
  readonly reason: string | undefined;
  readonly insight: CaseInsight;
  /** The identity is protected: of the files this user sees its own (L8). */
  readonly hidden: boolean;
  readonly reported: boolean;
  readonly replyShared: boolean;
}

/** The case whose files a user asks for, with what it may see of it. @throws UnknownUser, NotFound, NeedNotStated */
export const openCase = async (ports: AttachmentPorts, { caller, caseId }: CaseQuery): Promise<OpenedCase> => {
  const signedIn = await signIn(ports, caller);
  const loaded = await ports.cases.load(caseId);
  if (!loaded) throw new NotFound('case');
  const { case: concerned } = loaded;
  const routine = await routineOf(ports, concerned);
  const { principal, member, reason } = await admitReader(ports, signedIn.member, loaded, routine, caller.now);
  const outgoing = concerned.direction === 'outgoing';
  const insight = insightInto(member, concerned, routine);
  return {
    loaded, case: concerned, signedIn, principal, reason, insight,
    hidden: isHiddenOnPage(member, concerned, insight, routine),
    reported: outgoing && concerned.reporterId === caller.userId,
    replyShared: outgoing && concerned.sharedAt !== undefined,
  };
};
