import type { Register, Unit } from './register.ts';

/** Whether something new may name it; what names it already goes on. */
export const isInUse = ({ active }: { readonly active?: boolean | undefined }): boolean => active !== false;

/** Whether a user may be given something. `already`: who has it, and may keep it. */
export const mayBeNamed = ({ users }: Pick<Register, 'users'>, userId: string, already: readonly (string | null)[] = []): boolean =>
  users.some((user) => user.id === userId && (isInUse(user) || already.includes(userId)));

const isOwn = ({ organisations }: Pick<Register, 'organisations'>, unit: Unit): boolean => organisations.some(({ id, own }) => own && id === unit.organisationId);
/** Whether a unit of ours may be chosen. `already`: those that are, and may stay. */
export const isOwnUnitInUse = (register: Pick<Register, 'organisations' | 'units'>, unitId: string, already: readonly string[] = []): boolean =>
  register.units.some((unit) => unit.id === unitId && isOwn(register, unit) && (isInUse(unit) || already.includes(unitId)));
