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
  const routine = await routineWith(ports, active, version);
  const phone = await ports.registers.callBackPhone();
  return {
    version, current, organisation: register.organisations.find(({ own }) => own)?.name ?? '', callBackPhone: phone || null,
    title: { ...routine.title }, documentId: routine.documentId, validFrom: routine.validFrom,
    categories: [...routine.outgoing.categories], onCallFields: [...routine.onCall?.requiredFields ?? []],
  };
}

const routineWith = async (ports: Pick<SitePorts, 'registers'>, active: Routine, formVersion: number): Promise<Routine> => {
  for (let version = active.version; version >= 1; version -= 1) {
    const routine = version === active.version ? active : await ports.registers.routine(active.id, version);
    if (routine?.downtime.paperFormVersion === formVersion) return routine;
  }
  throw new NotFound('paper-form');
};
