import type { MailDraft } from '../command.ts';
import type { EventDraft } from '../command.ts';
import { localDate } from '../calendar.ts';
import { toUser } from '../command.ts';
import type { IncomingReport } from '../incoming-case.ts';
import { holdersOf } from '../role-holders.ts';
import type { Routine } from '../routine.ts';
import type { ResponsibleRole } from '../vocabulary.ts';
import type { Surroundings } from './recipients.ts';

export type HarmLaw = 'lexMaria' | 'lexSarah';
type Facts = Pick<IncomingReport, 'harm' | 'seriousRisk' | 'legalBasis'>;

/** L3: the law an event that caused or could have caused serious harm comes under; null: no such event. */
export const harmLawOf = ({ harm, seriousRisk, legalBasis }: Facts): HarmLaw | null => {
  if (harm !== 'allvarligVardskada' && seriousRisk !== true) return null;
  return legalBasis === 'sol' || legalBasis === 'lss' ? 'lexSarah' : 'lexMaria';
};
/** The function that decides, told at once. */
export const harmRoleOf = (report: Facts, routine: Pick<Routine, 'harm'>): ResponsibleRole | null => {
  const law = harmLawOf(report);
  return law && routine.harm.seriousHarm[law];
};
/** R5, L4: a harmed patient is told, and so is whoever could have been seriously harmed. */
export const mustInformPatient = (report: Facts): boolean => report.harm === 'vardskada' || harmLawOf(report) !== null;

/** What a case that turns out serious leaves behind: an event, and a mail to those who decide. */
export const tellOfSeriousHarm = (report: Facts, routine: Pick<Routine, 'harm'>, { register, now }: Surroundings, actor: string): { readonly events: readonly EventDraft[]; readonly mails: readonly MailDraft[] } => {
  const role = harmRoleOf(report, routine);
  if (role === null) return { events: [], mails: [] };
  const told = holdersOf(register, role, localDate(now));
  return {
    events: [{ type: 'seriousHarmTold', detail: { role, law: harmLawOf(report) } }],
    mails: told.filter((userId) => userId !== actor).map((userId) => ({ mail: 'seriousHarm', to: toUser(userId), occasion: 'seriousHarm' })),
  };
};
