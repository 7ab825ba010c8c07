import type { RoutineVersion } from '../../../../../functions/contracts/routine-administration.ts';
import { bilingual } from '../../../language/language.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { amount } from './value-words.ts';

type Routine = RoutineVersion['routine'];
/** One thing that somebody does: who, by when, and what time does if nobody has. */
export interface Station {
  readonly title: string;
  readonly who: string;
  readonly when: string;
  readonly otherwise: readonly string[];
}

const texts = bilingual({
  unit: 'Den externa enheten', lead: 'Huvudutredaren', filer: 'Motparten eller allmänheten', handler: 'Den som handlägger',
  report: 'Avvikelsen rapporteras', atOnce: 'när den upptäcks', send: 'Begäran skickas', acknowledge: 'Enheten öppnar begäran', reply: 'Enheten svarar', close: 'Svaret delas och ärendet avslutas',
  file: 'Avvikelsen kommer in', register: 'Ärendet registreras', investigate: 'Utredning och åtgärder', pharmacy: 'Dosapoteket underrättas', decide: 'Beslut om lex Maria eller lex Sarah', answer: 'Vårt svar skickas, ärendet avslutas', review: 'Effekten följs upp',
  within: (time: string, from: string) => `inom ${time} ${from}`, fromReport: 'från rapporten', fromSending: 'från sändningen', fromReceipt: 'från att det kom in', fromTold: 'från att den ansvariga fått veta', fromClosing: 'efter avslut',
  noTime: 'ingen tid är satt', beforeReply: 'i tid för svaret', never: 'följs inte upp', whenActions: 'när det finns åtgärder',
  overdue: 'ärendet blir försenat, den som handlägger får veta', remindedUnit: 'enheten påminns, den som handlägger får veta', registerOverdue: 'de som registrerar får veta',
  before: (days: string) => `${days} före: påminnelse`, on: 'svarsdagen: påminnelse', after: (days: string) => `${days} efter: påminnelse`, managers: (days: string) => `${days} efter: cheferna får veta`,
  link: (days: string) => `${days} efter: länken slutar gälla`, pharmacyReminder: 'den som handlägger påminns, svaret är spärrat', decisionReminder: 'påminnelse, svaret är spärrat', manager: (days: string) => `${days} efter: chefen får veta`,
}, {
  unit: 'The external unit', lead: 'The lead investigator', filer: 'A party or the public', handler: 'Whoever handles it',
  report: 'The deviation is reported', atOnce: 'when it is discovered', send: 'The request is sent', acknowledge: 'The unit opens the request', reply: 'The unit replies', close: 'The reply is shared and the case closed',
  file: 'The deviation comes in', register: 'The case is registered', investigate: 'Investigation and actions', pharmacy: 'The dose pharmacy is notified', decide: 'Decision on lex Maria or lex Sarah', answer: 'Our reply is sent, the case closed', review: 'The effect is reviewed',
  within: (time: string, from: string) => `within ${time} ${from}`, fromReport: 'of the report', fromSending: 'of sending', fromReceipt: 'of receipt', fromTold: 'of being told', fromClosing: 'of closing',
  noTime: 'no time is set', beforeReply: 'in time for the reply', never: 'not reviewed', whenActions: 'where there are actions',
  overdue: 'the case is overdue, whoever handles it is told', remindedUnit: 'the unit is reminded, whoever handles it is told', registerOverdue: 'those who register are told',
  before: (days: string) => `${days} before: reminder`, on: 'on the date: reminder', after: (days: string) => `${days} after: reminder`, managers: (days: string) => `${days} after: managers are told`,
  link: (days: string) => `${days} after: the link dies`, pharmacyReminder: 'whoever handles it is reminded, the reply is blocked', decisionReminder: 'reminder, the reply is blocked', manager: (days: string) => `${days} after: the manager is told`,
});

const rolesOf = (roles: readonly string[]): string => {
  const words: Readonly<Record<string, string>> = vocabulary().role;
  return [...new Set(roles)].map((role) => words[role] ?? role).join(', ');
};
interface ReviewTimes {
  readonly effectReviewDays: number;
  readonly effectReviewRemindAfterDays: number;
  readonly effectReviewEscalateAfterDays: number;
}
const effectReview = (when: 'always' | 'with-actions' | 'never', times: ReviewTimes): Station => {
  const text = texts();
  if (when === 'never') return { title: text.review, who: text.handler, when: text.never, otherwise: [] };
  const within = text.within(amount('days', times.effectReviewDays), text.fromClosing);
  return {
    title: text.review, who: text.handler, when: when === 'always' ? within : `${within}, ${text.whenActions}`,
    otherwise: [text.after(amount('days', times.effectReviewRemindAfterDays)), text.manager(amount('days', times.effectReviewEscalateAfterDays))],
  };
};

export function outgoingStations({ outgoing }: Routine): readonly Station[] {
  const text = texts();
  const { deadlines } = outgoing;
  const days = (n: number) => amount('days', n);
  return [
    { title: text.report, who: rolesOf(outgoing.mayReport), when: text.atOnce, otherwise: [] },
    { title: text.send, who: rolesOf(outgoing.maySend), when: text.within(amount('workingDays', deadlines.handleWorkingDays), text.fromReport), otherwise: [text.overdue] },
    { title: text.acknowledge, who: text.unit, when: text.within(amount('workingDays', deadlines.acknowledgeWorkingDays), text.fromSending), otherwise: [text.remindedUnit] },
    {
      title: text.reply, who: text.unit, when: text.within(days(deadlines.replyDays), text.fromSending),
      otherwise: [text.before(days(deadlines.remindBeforeDays)), text.on, text.after(days(deadlines.remindAfterDays)), text.managers(days(deadlines.escalateAfterDays)), text.link(days(deadlines.linkExpiresAfterDays))],
    },
    { title: text.close, who: rolesOf([...outgoing.mayShare, ...outgoing.mayClose]), when: text.noTime, otherwise: [] },
    effectReview(outgoing.effectReview, deadlines),
  ];
}

export function incomingStations({ incoming, harm }: Routine): readonly Station[] {
  const text = texts();
  const { deadlines } = incoming;
  const days = (n: number) => amount('days', n);
  return [
    { title: text.file, who: text.filer, when: text.atOnce, otherwise: [] },
    { title: text.register, who: rolesOf(incoming.mayRegister), when: text.within(amount('workingDays', deadlines.registerWorkingDays), text.fromReceipt), otherwise: [text.registerOverdue] },
    { title: text.investigate, who: text.lead, when: text.beforeReply, otherwise: [] },
    ...(incoming.pharmacy === null ? [] : [{ title: text.pharmacy, who: text.handler, when: text.within(amount('workingDays', deadlines.pharmacyWorkingDays), text.fromReceipt), otherwise: [text.pharmacyReminder] }]),
    {
      title: text.decide, who: rolesOf([harm.seriousHarm.lexMaria, harm.seriousHarm.lexSarah]), when: text.within(amount('workingDays', harm.decideWorkingDays), text.fromTold),
      otherwise: [text.decisionReminder, text.manager(days(harm.escalateAfterDays))],
    },
    {
      title: text.answer, who: rolesOf(incoming.maySend), when: text.within(days(deadlines.replyDays), text.fromReceipt),
      otherwise: [text.before(days(deadlines.remindBeforeDays)), text.on, text.after(days(deadlines.remindAfterDays)), text.managers(days(deadlines.escalateAfterDays))],
    },
    effectReview(incoming.effectReview, deadlines),
  ];
}
