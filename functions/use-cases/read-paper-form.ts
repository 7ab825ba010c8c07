import type { output } from 'zod/mini';
import type { PaperFormView, readPaperFormQuery } from '../contracts/paper-form.ts';
import { NotFound } from '../domain/errors.ts';
import type { Routine } from '../domain/routine.ts';
import type { SitePorts } from './ports-site.ts';

type Query = output<typeof readPaperFormQuery>;

/** The paper form of a version, as the newest routine that names it says. @throws NotFound for a version there never was */
export async function readPaperForm(ports: Pick<SitePorts, 'registers'>, { caller, query }: { readonly caller: { readonly now: string }; readonly query: Query }): Promise<PaperFormView> {
  const register = await ports.registers.read();
  const active = await ports.registers.activeRoutine(register, caller.now);
  const current = active.downtime.paperFormVersion;
  const version = query.version === undefined ? current : Number(query.version);
  const forms = await formsOf(ports, active);
  const routine = forms.get(version);
  if (routine === undefined) throw new NotFound('paper-form');
  const phone = await ports.registers.callBackPhone();
  return {
    version, current, versions: [...forms.keys()], organisation: register.organisations.find(({ own }) => own)?.name ?? '', callBackPhone: phone || null,
    title: { ...routine.title }, documentId: routine.documentId, validFrom: routine.validFrom,
    categories: [...routine.outgoing.categories], onCallFields: [...routine.onCall?.requiredFields ?? []],
  };
}

/** The versions of the form, newest first, each with the newest routine that names it. */
const formsOf = async (ports: Pick<SitePorts, 'registers'>, active: Routine): Promise<ReadonlyMap<number, Routine>> => {
  // Beside each other: anybody may ask, and an old installation has many versions. What is published is read once, and kept.
  const earlier = await Promise.all(Array.from({ length: active.version - 1 }, (_, index) => ports.registers.routine(active.id, active.version - 1 - index)));
  const forms = new Map<number, Routine>([[active.downtime.paperFormVersion, active]]);
  for (const routine of earlier) if (routine && !forms.has(routine.downtime.paperFormVersion)) forms.set(routine.downtime.paperFormVersion, routine);
  return forms;
};
