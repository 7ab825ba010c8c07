import type { output } from 'zod/mini';
import type { descriptionDrafted, draftEventDescription as bodyShape } from '../contracts/event-description.ts';
import { caseNumber, caseNumbers } from '../domain/case-number.ts';
import type { Case } from '../domain/case.ts';
import type { CommandContext } from '../domain/command.ts';
import { newDescription, noteDraft } from '../domain/event-description/drafting.ts';
import type { DescriptionPorts } from './ports-description.ts';
import type { CaseCommand } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Begins an event description from a closed case (N4); the same command again gives the same one. @throws as runCaseCommand, InvalidInput */
export const draftEventDescription = async (ports: DescriptionPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<output<typeof descriptionDrafted>> => {
  const descriptionId = `hb-${request.idempotency.key}`;
  // Drawn, not counted, and told from a case's by its beginning: nobody can get from it to the case.
  const number = `HB-${caseNumber(ports.identifiers.newNumber(caseNumbers)).replace('-', '')}`;
  const decide = <Of extends Case>(concerned: Of, _body: unknown, context: CommandContext) => noteDraft(concerned, descriptionId, context);
  const { caseId, version } = await runCaseCommand(ports, request, {
    action: 'draft-event-description', outgoing: decide, incoming: decide,
    alongside: (concerned, { now, actor, register }) => ports.descriptions.newRows(newDescription(concerned, { id: descriptionId, number, now, by: actor, register })),
  });
  return { descriptionId, caseId, version };
};
