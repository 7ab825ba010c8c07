import * as z from 'zod/mini';
import type { Case } from '../domain/case.ts';
import type { Action } from '../domain/case-parts.ts';
import { actionKinds, responsibleRoles } from '../domain/vocabulary.ts';
import type { ActionRow } from '../use-cases/ports.ts';
import { casePk } from './case-row.ts';
import { inboxKey } from './inbox-key.ts';

/*
 * The action register (domain.md V6): a row for each action, `CASE#id / ACTION#<action>`, beside its case and written in the
 * case's own transactions. It lies in the indexes of the cases, in partitions of its own: by role, unit and person.
 */

/** Of a role (index `responsible`), a unit (`unit`) or a person (`party`). */
export const actionPartition = (whose: string, done: boolean): string => `action#${whose}#${done ? 'done' : 'open'}`;

export const actionItem = (concerned: Case, action: Action, patientKey: string | null) => {
  const done = action.doneAt !== null;
  return {
    pk: casePk(concerned.id), sk: `ACTION#${action.id}`,
    responsibleKey: actionPartition(inboxKey(concerned), done), unitKey: actionPartition(action.unitId, done), partyKey: actionPartition(action.responsibleUserId, done),
    dueKey: `${action.doneAt ?? action.due ?? ''}#${concerned.id}#${action.id}`,
    summary: {
      caseId: concerned.id, caseNumber: concerned.number, patientKey, action,
      responsible: concerned.responsible, owningUnitId: concerned.owningUnitId, leadInvestigatorId: concerned.leadInvestigatorId, protectedIdentity: concerned.protectedIdentity,
    },
  };
};

const row = z.object({
  summary: z.object({
    caseId: z.string(), caseNumber: z.string(), patientKey: z._default(z.nullable(z.string()), null),
    // Rows of before there was the flag.
    responsible: z._default(z.enum(responsibleRoles), 'mas'), owningUnitId: z._default(z.string(), ''), leadInvestigatorId: z._default(z.nullable(z.string()), null), protectedIdentity: z._default(z.boolean(), false),
    action: z.object({
      id: z.string(), kind: z.enum(actionKinds), text: z.string(), responsibleUserId: z.string(), unitId: z.string(),
      due: z.nullable(z.string()), doneAt: z.nullable(z.string()), effect: z.string(),
    }),
  }),
});
export const actionRowOf = (item: Readonly<Record<string, unknown>>): ActionRow => row.parse(item).summary;
