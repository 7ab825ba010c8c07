import type { RoutineTrial } from '../contracts/routine-administration.ts';
import { RoutineFaulty } from '../domain/errors.ts';
import type { Case } from '../domain/case.ts';
import { tryOn } from '../domain/routine/trial.ts';
import type { Routine } from '../domain/routine.ts';
import type { Caller } from './ports.ts';
import type { RoutineDocument, RoutinePorts } from './ports-routine.ts';
import { administer } from './routine-administration.ts';
import { checkDocument } from './routine-document.ts';

const casesAtMost = 1000;
export interface TryRoutine {
  readonly caller: Caller;
  readonly routineId: string;
  readonly body: { readonly document: RoutineDocument };
}

/** How the newest cases that are answered or have ended would have gone under a draft: counts alone, of cases that this user need not be able to read. @throws UnknownUser, NotFound, NotAllowed, RoutineFaulty */
export async function tryRoutine(ports: RoutinePorts, { caller, routineId, body }: TryRoutine): Promise<RoutineTrial> {
  const { register, today, active } = await administer(ports, caller, 'change-routine', routineId);
  const { faults, routine } = checkDocument(body.document, routineId, { register, today });
  if (routine === null || faults.some(({ severity }) => severity === 'fault')) throw new RoutineFaulty(faults);
  const cases = await ports.archive.answered(casesAtMost);
  const under = await routinesOf(ports, cases);
  const trialOf = (direction: Case['direction']) => {
    const { responsible, ...trial } = tryOn(cases.filter((each) => each.direction === direction).map((concerned) => ({ concerned, had: under.get(nameOf(concerned)) ?? active })), routine, register);
    return { ...trial, responsible: responsible.map((each) => ({ ...each })) };
  };
  return { outgoing: trialOf('outgoing'), incoming: trialOf('incoming'), atMost: casesAtMost };
}

const nameOf = ({ routine: { id, version } }: Case): string => `${id}/${version}`;
/** Each version that some case had, read once. */
async function routinesOf(ports: RoutinePorts, cases: readonly Case[]): Promise<ReadonlyMap<string, Routine>> {
  const versions = new Map(cases.map((each) => [nameOf(each), each.routine]));
  const found = await Promise.all([...versions].map(async ([name, { id, version }]) => [name, await ports.registers.routine(id, version)] as const));
  return new Map(found.flatMap(([name, routine]) => (routine ? [[name, routine] as const] : [])));
}
