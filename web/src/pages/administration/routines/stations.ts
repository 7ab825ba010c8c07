import type { RoutineVersion } from '../../../../../functions/contracts/routine-administration.ts';
import { bilingual, language } from '../../../language/language.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { amount } from './value-words.ts';
import { wordOf } from './words.ts';

type Routine = RoutineVersion['routine'];
/** One thing that somebody does: who, by when, and what time does if nobody has. */
export interface Station {
  readonly title: string;
  readonly who: string;
  readonly when: string;
  readonly otherwise: readonly string[];
  /** What must be there before it can be done at all. */
  readonly needs: readonly string[];
}

const texts = bilingual({
  unit: 'Den externa enheten', lead: 'Huvudutredaren', filer: 'Motparten eller allmänheten', handler: 'Den som handlägger',
  report: 'Avvikelsen rapporteras', atOnce: 'när den upptäcks', send: 'Begäran skickas', acknowledge: 'Enheten öppnar begäran', reply: 'Enheten svarar', close: 'Svaret delas och ärendet avslutas',
  file: 'Avvikelsen kommer in', register: 'Ärendet registreras', investigate: 'Utredning och åtgärder', pharmacy: 'Dosapoteket underrättas', decide: 'Beslut om lex Maria eller lex Sarah', answer: 'Vårt svar skickas, ärendet avslutas', review: 'Effekten följs upp',
  within: (time: string, from: string) => `inom ${time} ${from}`, fromReport: 'från rapporten', whenSerious: 'om skadan är eller kunde ha blivit allvarlig', fromSending: 'från sändningen', fromReceipt: 'från att det kom in', fromTold: 'från att den ansvariga fått veta', fromClosing: 'efter avslut',
  noTime: 'ingen tid är satt', beforeReply: 'i tid för svaret', never: 'följs inte upp', whenActions: 'när det finns åtgärder',
  overdue: 'ärendet blir försenat, den som handlägger får veta', remindedUnit: 'enheten påminns, den som handlägger får veta', registerOverdue: 'de som registrerar får veta',
  before: (days: string) => `${days} före: påminnelse`, on: 'svarsdagen: påminnelse', after: (days: string) => `${days} efter: påminnelse`, managers: (days: string) => `${days} efter: cheferna får veta`,
  link: (days: string) => `${days} efter: länken slutar gälla`, pharmacyReminder: 'den som handlägger påminns', decisionReminder: 'påminnelse',
  unitNamed: 'den externa enheten är angiven', confirmed: 'texten är granskad och bekräftad', consent: 'samtycke finns, eller texten är avidentifierad', breach: 'överenskommelse och punkt är angivna', harmDecided: 'lex-beslut och patientinformation finns, vid allvarlig skada', investigated: 'utredningen är klar', pharmacyTold: 'dosapoteket är underrättat',
  atStaff: 'när personalen inte kan lösa det', onLevel: (time: string) => `${time} på nivån`, toManagers: 'Närmaste chefer', folder: 'den avidentifierade mappen är skriven', basis: (group: string) => `beslutsunderlag av ${group}`, nextLevel: (days: string) => `${days} efter: nästa nivå och handläggare får veta`, onTheDay: 'sista dagen: påminnelse',
  inform: 'Besked till berörda enheter och den som rapporterade', whoPrepared: 'Den som beredde ärendet', fromDecision: 'från beslutet',
  parts: (names: string) => `svaret har: ${names}`, manager: (days: string) => `${days} efter: chefen får veta`,
}, {
  unit: 'The external unit', lead: 'The lead investigator', filer: 'A party or the public', handler: 'Whoever handles it',
  report: 'The deviation is reported', atOnce: 'when it is discovered', send: 'The request is sent', acknowledge: 'The unit opens the request', reply: 'The unit replies', close: 'The reply is shared and the case closed',
  file: 'The deviation comes in', register: 'The case is registered', investigate: 'Investigation and actions', pharmacy: 'The dose pharmacy is notified', decide: 'Decision on lex Maria or lex Sarah', answer: 'Our reply is sent, the case closed', review: 'The effect is reviewed',
  within: (time: string, from: string) => `within ${time} ${from}`, fromReport: 'of the report', whenSerious: 'where harm is or could have been serious', fromSending: 'of sending', fromReceipt: 'of receipt', fromTold: 'of being told', fromClosing: 'of closing',
  noTime: 'no time is set', beforeReply: 'in time for the reply', never: 'not reviewed', whenActions: 'where there are actions',
  overdue: 'the case is overdue, whoever handles it is told', remindedUnit: 'the unit is reminded, whoever handles it is told', registerOverdue: 'those who register are told',
  before: (days: string) => `${days} before: reminder`, on: 'on the date: reminder', after: (days: string) => `${days} after: reminder`, managers: (days: string) => `${days} after: managers are told`,
  link: (days: string) => `${days} after: the link dies`, pharmacyReminder: 'whoever handles it is reminded', decisionReminder: 'reminder',
  unitNamed: 'the external unit is set', confirmed: 'the text is reviewed and confirmed', consent: 'there is consent, or the text is de-identified', breach: 'agreement and clause are given', harmDecided: 'lex decision and information to the patient exist, for serious harm', investigated: 'the investigation is done', pharmacyTold: 'the dose pharmacy is notified',
  atStaff: 'when the staff cannot settle it', onLevel: (time: string) => `${time} at the level`, toManagers: 'The nearest managers', folder: 'the de-identified folder is written', basis: (group: string) => `a decision basis by the ${group}`, nextLevel: (days: string) => `${days} after: the next level and administrators are told`, onTheDay: 'on the last day: reminder',
  inform: 'Word to the units concerned and the reporter', whoPrepared: 'Whoever prepared the case', fromDecision: 'of the decision',
  parts: (names: string) => `the reply has: ${names}`, manager: (days: string) => `${days} after: the manager is told`,
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
  if (when === 'never') return { title: text.review, who: text.handler, when: text.never, otherwise: [], needs: [] };
  const within = text.within(amount('days', times.effectReviewDays), text.fromClosing);
  return {
    title: text.review, who: text.handler, when: when === 'always' ? within : `${within}, ${text.whenActions}`,
    otherwise: [text.after(amount('days', times.effectReviewRemindAfterDays)), text.manager(amount('days', times.effectReviewEscalateAfterDays))], needs: [],
  };
};

/** What both directions ask for before a text leaves (R4, G1). */
const gatesOf = ({ consent, breach }: Routine): readonly string[] => {
  const text = texts();
  return [text.confirmed, ...(consent === 'gate' ? [text.consent] : []), ...(breach === 'agreement-and-clause' ? [text.breach] : [])];
};
const harmDecision = ({ harm }: Routine): Station => {
  const text = texts();
  return {
    title: text.decide, who: rolesOf([harm.seriousHarm.lexMaria, harm.seriousHarm.lexSarah]), when: `${text.within(amount('workingDays', harm.decideWorkingDays), text.fromTold)}, ${text.whenSerious}`,
    otherwise: [text.decisionReminder, text.manager(amount('days', harm.escalateAfterDays))], needs: [],
  };
};

export function outgoingStations(routine: Routine): readonly Station[] {
  const text = texts();
  const { outgoing } = routine;
  const { deadlines } = outgoing;
  const days = (n: number) => amount('days', n);
  return [
    { title: text.report, who: rolesOf(outgoing.mayReport), when: text.atOnce, otherwise: [], needs: [] },
    harmDecision(routine),
    { title: text.send, who: rolesOf(outgoing.maySend), when: text.within(amount('workingDays', deadlines.handleWorkingDays), text.fromReport), otherwise: [text.overdue], needs: [text.unitNamed, ...gatesOf(routine)] },
    { title: text.acknowledge, who: text.unit, when: text.within(amount('workingDays', deadlines.acknowledgeWorkingDays), text.fromSending), otherwise: [text.remindedUnit], needs: [] },
    {
      title: text.reply, who: text.unit, when: text.within(days(deadlines.replyDays), text.fromSending),
      otherwise: [text.before(days(deadlines.remindBeforeDays)), text.on, text.after(days(deadlines.remindAfterDays)), text.managers(days(deadlines.escalateAfterDays)), text.link(days(deadlines.linkExpiresAfterDays))],
      needs: outgoing.reply.requiredParts.length === 0 ? [] : [text.parts(outgoing.reply.requiredParts.map((part) => wordOf('replyPart', part).toLowerCase()).join(', '))],
    },
    { title: text.close, who: rolesOf([...outgoing.mayShare, ...outgoing.mayClose]), when: text.noTime, otherwise: [], needs: [text.harmDecided] },
    effectReview(outgoing.effectReview, deadlines),
  ];
}

export function incomingStations(routine: Routine): readonly Station[] {
  const text = texts();
  const { incoming } = routine;
  const { deadlines } = incoming;
  const days = (n: number) => amount('days', n);
  return [
    { title: text.file, who: text.filer, when: text.atOnce, otherwise: [], needs: [] },
    { title: text.register, who: rolesOf(incoming.mayRegister), when: text.within(amount('workingDays', deadlines.registerWorkingDays), text.fromReceipt), otherwise: [text.registerOverdue], needs: [] },
    harmDecision(routine),
    ...(incoming.pharmacy === null ? [] : [{ title: text.pharmacy, who: text.handler, when: text.within(amount('workingDays', deadlines.pharmacyWorkingDays), text.fromReceipt), otherwise: [text.pharmacyReminder], needs: [] }]),
    { title: text.investigate, who: text.lead, when: text.beforeReply, otherwise: [], needs: [] },
    {
      title: text.answer, who: rolesOf(incoming.maySend), when: text.within(days(deadlines.replyDays), text.fromReceipt),
      otherwise: [text.before(days(deadlines.remindBeforeDays)), text.on, text.after(days(deadlines.remindAfterDays)), text.managers(days(deadlines.escalateAfterDays))],
      needs: [text.investigated, ...gatesOf(routine), ...(incoming.pharmacy === null ? [] : [text.pharmacyTold]), text.harmDecided],
    },
    effectReview(incoming.effectReview, deadlines),
  ];
}

/** R6: level by level; none where the routine has no ladder. */
export function ladderStations({ escalation }: Routine): readonly Station[] {
  if (escalation === null) return [];
  const text = texts();
  const days = (n: number) => amount('days', n);
  const { first, levels, informDays } = escalation;
  return [
    { title: first.name[language.value], who: first.forwardedBy.map((one) => wordOf('forwarder', one)).join(', '), when: text.atStaff, otherwise: [], needs: [] },
    ...levels.map((level, index) => ({
      title: level.name[language.value], who: level.groups?.map((kind) => wordOf('groupKind', kind)).join(', ') ?? text.toManagers, when: text.onLevel(days(level.deadlineDays)),
      otherwise: [text.before(days(level.remindBeforeDays)), text.onTheDay, text.nextLevel(days(level.escalateAfterDays))],
      needs: [...(index === 1 ? [text.folder] : []), ...(levels[index - 1]?.prepares === undefined ? [] : [text.basis(wordOf('groupKind', levels[index - 1]?.prepares ?? '').toLowerCase())])],
    })),
    { title: text.inform, who: text.whoPrepared, when: text.within(days(informDays), text.fromDecision), otherwise: [], needs: [] },
  ];
}
