import type { output } from 'zod/mini';
import type { patientReferenceView } from '../contracts/command.ts';
import { NotFound } from '../domain/errors.ts';
import type { CaseQuery, StaffPorts } from './ports.ts';
import { accessEntry, demand, routineOf, signIn } from './staff-access.ts';

/** Shows whom the case concerns, for a reason, which is logged before anything is shown (L5, L8). @throws UnknownUser, NotFound, NotAllowed */
export const readPatientReference = async (
  ports: StaffPorts, { caller, caseId, body }: CaseQuery & { readonly body: { readonly reason: string } },
): Promise<output<typeof patientReferenceView>> => {
  const signedIn = await signIn(ports, caller);
  const loaded = await ports.cases.load(caseId);
  if (!loaded) throw new NotFound('case');
  const principal = demand(signedIn.member, 'read-patient-reference', loaded.case, await routineOf(ports, loaded.case));
  await ports.accessLog.record(accessEntry(caller, signedIn, 'read-patient-reference', 'read', { loaded, principal }, body.reason));
  const found = await ports.patientReferences.read(caseId);
  if (!found) throw new NotFound('patient-reference');
  return { reference: found.reference, protectedIdentity: found.protectedIdentity };
};
