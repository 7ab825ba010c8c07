import { readFileSync } from 'node:fs';
import { organisationDocument } from '../../../../functions/contracts/register.ts';
import { parseRoutine } from '../../../../functions/contracts/routine.ts';
import type { OutgoingCase } from '../../../../functions/domain/case.ts';
import type { CommandContext } from '../../../../functions/domain/command.ts';
import type { Register } from '../../../../functions/domain/register.ts';
import { ekdala, monday } from '../../ekdala.ts';
import { received } from '../outgoing-case.ts';

const fromWorkflows = (path: string) => JSON.parse(readFileSync(new URL(`../../../../workflows/${path}`, import.meta.url), 'utf8'));
const additions = fromWorkflows('demo/additions/reko.json');

/** The routine with the ladder, and its groups and people. */
export const reko = parseRoutine(fromWorkflows('routines/reko.json'));
export const rekoRegister: Register = organisationDocument.parse({
  ...ekdala, users: [...ekdala.users, ...additions.users], roles: [...ekdala.roles, ...additions.roles.filter(({ from }: { from?: string }) => from !== undefined)], groups: additions.groups,
  units: [...ekdala.units, ...additions.units.filter(({ name }: { name?: string }) => name !== undefined)],
});
export const by = (actor: string, now = monday): CommandContext => ({ now, actor, principal: null, routine: reko, register: rekoRegister });
/** Handled by MAS, of the older people's target group. */
export const reported = (): OutgoingCase => ({ ...received(), report: { ...received().report, targetGroup: 'olderPeople' } });
