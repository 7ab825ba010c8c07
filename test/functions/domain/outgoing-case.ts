import type { Case as AnyCase, OutgoingCase as Case } from '../../../functions/domain/case.ts';
import type { CommandContext } from '../../../functions/domain/command.ts';
import { acknowledge, answer } from '../../../functions/domain/commands/replying.ts';
import { confirmOutgoingText, editOutgoingText, setExternalUnit } from '../../../functions/domain/commands/handling.ts';
import { send } from '../../../functions/domain/commands/sending.ts';
import { submit } from '../../../functions/domain/commands/submission.ts';
import type { Status } from '../../../functions/domain/vocabulary.ts';
import { ekdala, missingList, monday, vaxjo } from '../ekdala.ts';

export const context = (more: Partial<CommandContext> = {}): CommandContext =>
  ({ now: monday, actor: 'maj', principal: 'mas', routine: vaxjo, register: ekdala, ...more });
export const parts = { deviationReceived: 'Ja.', investigation: 'Rutinen följdes inte.', acuteActions: 'Listan sändes.', systematicActions: 'Checklista.' };

export const received = (): Case =>
  submit({ caseId: 'c1', number: 'K7H-4F2K', report: missingList, hasPatientReference: false }, context({ actor: 'siri', principal: null })).case;
export const ready = (): Case => [
  (concerned: Case) => setExternalUnit(concerned, { externalUnitId: 'norrvik-34' }, context()).case,
  (concerned: Case) => editOutgoingText(concerned, { text: 'Listan saknades.', notPersonalNumbers: [] }, context()).case,
  (concerned: Case) => confirmOutgoingText(concerned, context()).case,
].reduce((concerned, step) => step(concerned), received());
export const sent = (): Case => send(ready(), context()).case;
export const acknowledged = (): Case => acknowledge(sent(), context({ now: '2026-03-04T09:00:00.000Z', actor: 'external', principal: null }))!.case;
export const answered = (): Case =>
  answer(acknowledged(), { parts, respondentTitle: 'Avdelningschef' }, context({ now: '2026-03-14T09:00:00.000Z', actor: 'external', principal: null })).case;

/** A case as loaded, known to be outgoing. */
export const outgoingOf = (concerned: AnyCase): Case => {
  if (concerned.direction !== 'outgoing') throw new Error('an incoming case');
  return concerned;
};

/** A case in any status, with what such a case has. */
export const inStatus = (status: Status): Case => {
  const base = ['received', 'registered', 'needsInfo', 'draft'].includes(status) ? ready() : ['answered', 'closed', 'reopened', 'investigationDone'].includes(status) ? answered() : sent();
  return { ...base, status };
};
