import type { output } from 'zod/mini';
import type { AccessPage, extractPatientAccess as body } from '../contracts/access-log.ts';
import { logScopeOf, mayExtract } from '../domain/access-log.ts';
import { NotAllowed } from '../domain/errors.ts';
import { accessViewOf, periodOf } from './access-view.ts';
import { namesOf } from './names.ts';
import type { ExtractPorts } from './ports-access-log.ts';
import type { Caller } from './ports.ts';
import { accessEntry, signIn } from './staff-access.ts';

/** Each page is in the log, or a made-up cursor would read unseen: so many that one extract is nearly always one page. */
const pageSize = 1000;

/** Cases that are this patient's now: an access from before the reference was set, or mended, is one to its case all the same. */
const casesOf = async (ports: ExtractPorts, patientKey: string): Promise<readonly string[]> => {
  const ids = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await ports.accessReader.list({ by: 'patient', patientKey }, { limit: pageSize, cursor });
    for (const { caseId } of page.rows) if (caseId !== null) ids.add(caseId);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  const loaded = await Promise.all([...ids].map((id) => ports.cases.load(id)));
  return loaded.flatMap((each) => (each?.patientKey === patientKey ? [each.case.id] : [])).toSorted();
};

/**
 * L5: every access to a patient's cases, for a reason, which is logged before anything is shown. The reference is turned
 * into its pseudonym by its own store and goes nowhere else; a patient that nobody knows has no accesses.
 * @throws UnknownUser, NotAllowed, CursorInvalid
 */
export const extractPatientAccess = async (
  ports: ExtractPorts, { caller, body: { reference, reason, cursor, ...dates } }: { readonly caller: Caller; readonly body: output<typeof body> },
): Promise<AccessPage> => {
  const signedIn = await signIn(ports, caller);
  const scope = logScopeOf(signedIn.member);
  if (!mayExtract(scope)) throw new NotAllowed('no-need-to-know');
  const patientKey = await ports.patientReferences.knownPseudonym(reference);
  await ports.accessLog.record({ ...accessEntry(caller, signedIn, 'extract-patient-access', 'read', null, reason), patientKey: patientKey ?? null });
  if (patientKey === undefined) return { now: caller.now, accesses: [], cursor: null };
  const caseIds = await casesOf(ports, patientKey);
  const found = await ports.accessReader.list({ by: 'cases of a patient', patientKey, caseIds }, { ...periodOf(dates), limit: pageSize, cursor });
  const names = namesOf(signedIn.register);
  return { now: caller.now, accesses: found.rows.map((entry) => accessViewOf(entry, names, scope)), cursor: found.cursor };
};
