import { describe, expect, it } from 'vitest';
import { caseAttributes, caseRowOf } from '../../../functions/adapters/case-row.ts';
import { listCases } from '../../../functions/use-cases/list-cases.ts';
import type { StaffPorts } from '../../../functions/use-cases/ports.ts';
import { answered } from '../domain/outgoing-case.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';

const { version: _, ...register } = ekdala;
const told = { ...answered(), replyTo: ['enok', 'maj'], leadInvestigatorId: 'ulla' };

/** Who was told of a reply follows the case for as long as there is a need. */
describe('the watch list', () => {
  const watched = async (userId: string, roles: typeof register.roles) => {
    const ports = {
      registers: { read: async () => ({ ...register, roles }), routine: async () => ({ ...vaxjo, outgoing: { ...vaxjo.outgoing, replyTo: ['reportingUnit', 'mas'] } }) },
      cases: { listAssigned: async (id: string) => (told.replyTo.includes(id) ? [{ row: rowOf(), case: told }] : []) },
      accessLog: { recordAll: async () => undefined },
    };
    return (await listCases(ports as unknown as StaffPorts, { caller: { userId, now: monday, correlationId: 'c' }, query: { view: 'watch' } })).cases.map(({ id }) => id);
  };
  const rowOf = () => caseRowOf(caseAttributes(told, null));

  it.each(['enok', 'maj'])('shows %s a reply that was told of', async (userId) => expect(await watched(userId, register.roles)).toEqual([told.id]));
  it.each(['enok', 'maj'])('shows %s nothing more once the role has ended', async (userId) =>
    expect(await watched(userId, register.roles.map((held) => (held.userId === userId ? { ...held, to: '2026-02-01' } : held)))).toEqual([]));
});
