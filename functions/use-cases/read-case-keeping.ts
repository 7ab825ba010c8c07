import type { CaseKeeping } from '../contracts/keeping.ts';
import { decideAccess } from '../domain/access.ts';
import { localDate } from '../domain/calendar.ts';
import { NotFound } from '../domain/errors.ts';
import { keeps } from '../domain/keeping/access.ts';
import { covers } from '../domain/keeping/legal-hold.ts';
import { caseTypeOf, dueOn, isCaseType } from '../domain/keeping/retention.ts';
import { otherPartyOf } from '../domain/parties.ts';
import { isOpen } from '../domain/transitions.ts';
import { namesOf } from './names.ts';
import type { RetentionPorts } from './ports-retention.ts';
import type { CaseQuery } from './ports.ts';
import { holdViewOf } from './retention-view.ts';
import { accessEntry, demand, routineOf, signIn } from './staff-access.ts';

/** When what of a case goes, by the rules in force today, and what holds it. @throws UnknownUser, NotFound */
export const readCaseKeeping = async (ports: RetentionPorts, { caller, caseId }: CaseQuery): Promise<CaseKeeping> => {
  const signedIn = await signIn(ports, caller);
  const loaded = await ports.cases.load(caseId);
  if (!loaded) throw new NotFound('case');
  const { case: concerned, patientKey } = loaded;
  const own = await routineOf(ports, concerned);
  const principal = demand(signedIn.member, 'read-case', concerned, own);
  const { retention } = await ports.registers.activeRoutine(signedIn.register, caller.now);
  const { holds } = await ports.holds.all();
  await ports.accessLog.record(accessEntry(caller, signedIn, 'read-case-keeping', 'read', { loaded, principal }));
  const keeper = keeps(signedIn.member, retention);
  const handling = decideAccess(signedIn.member, 'add-note', concerned, own);
  const names = namesOf(signedIn.register);
  const concerns = { id: concerned.id, patientKey, counterpartId: otherPartyOf(concerned) };
  return {
    now: caller.now, number: concerned.number, mayHold: keeper || (handling.allowed && handling.principal !== null),
    holds: holds.filter((hold) => covers(hold, concerns)).map((hold) => holdViewOf(hold, names, caller.now, keeper)),
    parts: (retention?.rules ?? []).filter(({ documentType }) => documentType !== 'accessLog' && (!isCaseType(documentType) || documentType === caseTypeOf(concerned.direction))).map((rule) => ({
      documentType: rule.documentType, ending: rule.ending, ground: rule.ground,
      dueOn: rule.from === 'registration' ? dueOn(localDate(concerned.createdAt), rule) : isOpen(concerned.status) ? null : dueOn(localDate(concerned.closedAt ?? concerned.updatedAt), rule),
    })),
  };
};
