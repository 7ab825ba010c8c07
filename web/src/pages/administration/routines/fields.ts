import type { WordList } from './words.ts';

/** What a part of a routine is called, in both languages, and what kind of value it holds: the form, the reading and the differences go by this one table. */
export type Unit = 'days' | 'workingDays' | 'months' | 'number';
type Kind =
  | { readonly kind: 'number'; readonly unit: Unit }
  | { readonly kind: 'one'; readonly list: WordList; /** Nothing chosen is an answer too. */ readonly any?: boolean }
  | { readonly kind: 'several'; readonly list: WordList; readonly any?: boolean }
  | { readonly kind: 'text' }
  | { readonly kind: 'localised' }
  | { readonly kind: 'areas' }
  /** `fresh`: what a new one begins as. `ordered`: its place matters. */
  | { readonly kind: 'list'; readonly item: readonly Field[]; readonly fresh: unknown; readonly ordered?: boolean; readonly optional?: boolean }
  /** Part or nothing. */
  | { readonly kind: 'part'; readonly fields: readonly Field[]; readonly fresh: unknown };
export type Field = Kind & { readonly at: string; readonly sv: string; readonly en: string };
export interface FieldSection {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
  readonly fields: readonly Field[];
}

const number = (at: string, unit: Unit, sv: string, en: string): Field => ({ kind: 'number', at, unit, sv, en });
const one = (at: string, list: WordList, sv: string, en: string, any = false): Field => ({ kind: 'one', at, list, sv, en, any });
const several = (at: string, list: WordList, sv: string, en: string, any = false): Field => ({ kind: 'several', at, list, sv, en, any });
const bothLanguages = { sv: '', en: '' };

const rule = (direction: 'outgoing' | 'incoming'): readonly Field[] => [
  several('/partyTypes', direction === 'outgoing' ? 'partyType' : 'partyOrPublic', 'Motpart', 'Counterpart', true),
  several('/categories', 'category', 'Kategori', 'Category', true),
  several('/legalBases', 'legalBasis', 'Verksamhet', 'Kind of care', true),
  one('/responsible', 'responsible', 'Ansvarig', 'Responsible'),
  ...(direction === 'incoming' ? [several('/registeredBy', 'responsible', 'Registreras av', 'Registered by', true)] : []),
  one('/owningUnit', 'owner', 'Ägande enhet', 'Owning unit'),
];
const freshLevel = { name: bothLanguages, decides: bothLanguages, choice: 'any', deadlineDays: 30, remindBeforeDays: 7, escalateAfterDays: 7 };
const freshLadder = {
  first: { name: { sv: 'Berörd personal', en: 'Staff concerned' }, decides: bothLanguages, forwardedBy: ['handler', 'unitManager'] }, informDays: 14,
  levels: [{ ...freshLevel, forwardedBy: ['handler', 'unitManager'] }, { ...freshLevel, groups: ['steeringBody'] }],
};
const freshRule = { responsible: 'mas', owningUnit: 'responsible' };
const effectReview = (at: string): readonly Field[] => [
  number(`${at}/effectReviewDays`, 'days', 'Effektuppföljning efter avslut', 'Effect review after closing'),
  number(`${at}/effectReviewRemindAfterDays`, 'days', 'Påminnelse om uppföljning efter', 'Reminder of the review after'),
  number(`${at}/effectReviewEscalateAfterDays`, 'days', 'Chefen får veta efter', 'The manager is told after'),
];

export const sections: readonly FieldSection[] = [
  { id: 'general', sv: 'Rutinen', en: 'The routine', fields: [
    { kind: 'localised', at: '/title', sv: 'Rutinens namn', en: 'Name of the routine' },
    { kind: 'text', at: '/documentId', sv: 'Dokumentets beteckning', en: 'Document id' },
    number('/review/month', 'number', 'Ses över varje år, månad', 'Reviewed each year, month'),
    number('/review/day', 'number', 'Ses över varje år, dag', 'Reviewed each year, day'),
    one('/review/role', 'role', 'Ses över av', 'Reviewed by'),
    { kind: 'list', at: '/law', sv: 'Lagrum och överenskommelser', en: 'Law and agreements', fresh: { code: '', text: bothLanguages }, item: [
      { kind: 'text', at: '/code', sv: 'Hänvisning', en: 'Reference' }, { kind: 'localised', at: '/text', sv: 'Text', en: 'Text' }, { kind: 'text', at: '/url', sv: 'Länk', en: 'Link' },
    ] },
  ] },
  { id: 'outgoing-times', sv: 'Det vi anmäler: tider', en: 'What we report: times', fields: [
    number('/outgoing/deadlines/handleWorkingDays', 'workingDays', 'Ska skickas inom', 'To be sent within'),
    number('/outgoing/deadlines/acknowledgeWorkingDays', 'workingDays', 'Ska ha öppnats inom', 'To be opened within'),
    number('/outgoing/deadlines/replyDays', 'days', 'Svarstid', 'Reply time'),
    number('/outgoing/deadlines/remindBeforeDays', 'days', 'Påminnelse före svarsdagen', 'Reminder before the reply date'),
    number('/outgoing/deadlines/remindAfterDays', 'days', 'Påminnelse efter svarsdagen', 'Reminder after the reply date'),
    number('/outgoing/deadlines/escalateAfterDays', 'days', 'Cheferna får veta efter svarsdagen', 'Managers are told after the reply date'),
    number('/outgoing/deadlines/linkExpiresAfterDays', 'days', 'Länken gäller efter svarsdagen', 'The link lives after the reply date'),
    number('/outgoing/deadlines/moreTimeAtMostDays', 'days', 'Mer tid, högst', 'More time, at most'),
    one('/outgoing/effectReview', 'effect', 'Effekten följs upp', 'The effect is reviewed'),
    ...effectReview('/outgoing/deadlines'),
  ] },
  { id: 'outgoing-people', sv: 'Det vi anmäler: vem gör vad', en: 'What we report: who does what', fields: [
    several('/outgoing/mayReport', 'role', 'Rapporterar', 'Report'),
    { kind: 'list', at: '/outgoing/responsibility', sv: 'Regler för ansvar', en: 'Rules of responsibility', ordered: true, fresh: freshRule, item: rule('outgoing') },
    several('/outgoing/maySend', 'responsible', 'Skickar', 'Send'),
    several('/outgoing/mayDecide', 'responsible', 'Avgör det enheten ber om', 'Decide what the unit asks for'),
    several('/outgoing/mayShare', 'responsible', 'Delar svaret', 'Share the reply'),
    several('/outgoing/mayClose', 'responsible', 'Avslutar', 'Close'),
    several('/outgoing/mayReopen', 'responsible', 'Återöppnar', 'Reopen'),
    several('/outgoing/reply/requiredParts', 'replyPart', 'Svaret ska ha', 'The reply must have'),
    several('/outgoing/replyTo', 'receiver', 'Får också veta att svaret kommit', 'Also hear that the reply has come'),
    several('/outgoing/categories', 'category', 'Kategorier', 'Categories'),
  ] },
  { id: 'incoming-times', sv: 'Det som kommer in: tider', en: 'What comes in: times', fields: [
    number('/incoming/deadlines/registerWorkingDays', 'workingDays', 'Ska registreras inom', 'To be registered within'),
    number('/incoming/deadlines/replyDays', 'days', 'Vårt svar inom', 'Our reply within'),
    number('/incoming/deadlines/remindBeforeDays', 'days', 'Påminnelse före svarsdagen', 'Reminder before the reply date'),
    number('/incoming/deadlines/remindAfterDays', 'days', 'Påminnelse efter svarsdagen', 'Reminder after the reply date'),
    number('/incoming/deadlines/escalateAfterDays', 'days', 'Cheferna får veta efter svarsdagen', 'Managers are told after the reply date'),
    number('/incoming/deadlines/linkExpiresAfterDays', 'days', 'Anmälarens länk gäller efter avslut', 'The filer’s link lives after closing'),
    number('/incoming/deadlines/pharmacyWorkingDays', 'workingDays', 'Dosapoteket underrättas inom', 'The dose pharmacy is notified within'),
    one('/incoming/effectReview', 'effect', 'Effekten följs upp', 'The effect is reviewed'),
    ...effectReview('/incoming/deadlines'),
  ] },
  { id: 'incoming-people', sv: 'Det som kommer in: vem gör vad', en: 'What comes in: who does what', fields: [
    several('/incoming/mayRegister', 'responsible', 'Registrerar', 'Register'),
    { kind: 'list', at: '/incoming/responsibility', sv: 'Regler för ansvar', en: 'Rules of responsibility', ordered: true, fresh: freshRule, item: rule('incoming') },
    several('/incoming/mayAssign', 'responsible', 'Fördelar', 'Assign'),
    several('/incoming/maySend', 'responsible', 'Skickar svaret, vilket avslutar', 'Send the reply, which closes'),
    several('/incoming/mayReject', 'responsible', 'Avvisar', 'Reject'),
    several('/incoming/mayReopen', 'responsible', 'Återöppnar', 'Reopen'),
    one('/incoming/ownerAfterReply', 'ownerAfter', 'Ägare efter svaret', 'Owner after the reply'),
    several('/incoming/investigation/requiredParts', 'investigationPart', 'Utredningen ska ha', 'The investigation must have'),
    { kind: 'part', at: '/incoming/pharmacy', sv: 'Dosapoteket underrättas', en: 'The dose pharmacy is notified', fresh: { categories: ['doseDispensing'], link: null }, fields: [
      several('/incoming/pharmacy/categories', 'category', 'För kategorierna', 'For the categories'), { kind: 'text', at: '/incoming/pharmacy/link', sv: 'Länk till apotekets anmälan', en: 'Link to the pharmacy’s notification' },
    ] },
    { kind: 'list', at: '/incoming/rejectionReasons', sv: 'Skäl att avvisa', en: 'Reasons to reject', fresh: { code: '', text: bothLanguages }, item: [
      { kind: 'text', at: '/code', sv: 'Kod', en: 'Code' }, { kind: 'localised', at: '/text', sv: 'Text', en: 'Text' },
    ] },
    several('/incoming/categories', 'category', 'Kategorier', 'Categories'),
  ] },
  { id: 'safety', sv: 'Samtycke, skada och åtkomst', en: 'Consent, harm and access', fields: [
    one('/consent', 'consent', 'Samtycke', 'Consent'),
    one('/breach', 'breach', 'Vad som inte har följts', 'What was not followed'),
    one('/targetGroup', 'targetGroup', 'Målgruppen i formulären', 'The target group in forms'),
    number('/recurrence/threshold', 'number', 'Återkommande från antal ärenden', 'Recurring from number of cases'),
    one('/recurrence/per', 'recurrencePeriod', 'Räknat inom', 'Counted within'),
    one('/recurrence/by', 'likeness', 'Med samma motpart och samma', 'With the same counterpart and the same'),
    number('/harm/reviewFromConsequence', 'number', 'Granskas av ännu en från konsekvens', 'Reviewed by another from consequence'),
    one('/harm/seriousHarm/lexMaria', 'responsible', 'Beslutar om lex Maria', 'Decides on lex Maria'),
    one('/harm/seriousHarm/lexSarah', 'responsible', 'Beslutar om lex Sarah', 'Decides on lex Sarah'),
    number('/harm/decideWorkingDays', 'workingDays', 'Beslut inom', 'Decision within'),
    number('/harm/escalateAfterDays', 'days', 'Chefen får veta om beslutet dröjer', 'The manager is told of a late decision after'),
    one('/access/withoutNeed', 'need', 'Läsa utan att ha del i ärendet', 'Reading without a part in the case'),
    number('/access/spotCheckMonths', 'months', 'Stickprov i åtkomstloggen var', 'Spot check of the access log every'),
    number('/access/spotCheckSample', 'number', 'Rader i stickprovet', 'Entries in the spot check'),
    number('/access/spotCheckRemindDays', 'days', 'Påminnelse om stickprovet efter', 'Reminder of the spot check after'),
  ] },
  { id: 'keeping', sv: 'Bevara och gallra', en: 'Keeping and erasing', fields: [
    { kind: 'part', at: '/retention', sv: 'Gallring enligt beslut', en: 'Erasure under decisions', fresh: { told: 'systemAdministrator', signOff: 'mas', graceDays: 30, rules: [] }, fields: [
      one('/retention/told', 'role', 'Får gallringsrapporten', 'Is told of the report'),
      one('/retention/signOff', 'role', 'Signerar rapporten', 'Signs the report off'),
      number('/retention/graceDays', 'days', 'Betänketid efter signering', 'Days of grace after the signature'),
      { kind: 'list', at: '/retention/rules', sv: 'Gallringsregler', en: 'Rules of retention', fresh: { documentType: 'outgoingCase', from: 'closing', keepMonths: 120, ending: 'erase', ground: '' }, item: [
        one('/documentType', 'documentType', 'Handlingstyp', 'Document type'), one('/from', 'retentionStart', 'Tiden räknas från', 'Time counts from'),
        number('/keepMonths', 'months', 'Bevaras', 'Kept for'), one('/ending', 'retentionEnd', 'Därefter', 'Then'), { kind: 'text', at: '/ground', sv: 'Beslut eller lagrum', en: 'Decision or section of law' },
      ] },
    ] },
  ] },
  { id: 'reach', sv: 'Jourtid, driftstopp och omfattning', en: 'On call, downtime and reach', fields: [
    { kind: 'part', at: '/onCall', sv: 'Jourtid skiljs ut', en: 'On call is told apart', fresh: { requiredFields: ['nurseOnDuty'] }, fields: [several('/onCall/requiredFields', 'onCall', 'Måste fyllas i på jourtid', 'Must be filled in on call')] },
    number('/downtime/paperFormVersion', 'number', 'Pappersblankettens version', 'Version of the paper form'),
    several('/downtime/enteredBy', 'role', 'För in pappersblanketter', 'Enter paper forms'),
    { kind: 'list', at: '/eligibility', sv: 'Vilka rutinen omfattar', en: 'Whom the routine covers', optional: true, fresh: { partyTypes: ['region'] }, item: [
      several('/partyTypes', 'partyType', 'Motpart', 'Counterpart'), { kind: 'areas', at: '/areas', sv: 'Områden', en: 'Areas' },
    ] },
  ] },
  { id: 'escalation', sv: 'Ärendetrappan', en: 'The ladder', fields: [
    { kind: 'part', at: '/escalation', sv: 'Ärendetrappa', en: 'Ladder', fresh: freshLadder, fields: [
      { kind: 'localised', at: '/escalation/first/name', sv: 'Nivå 1 heter', en: 'Level 1 is called' }, { kind: 'localised', at: '/escalation/first/decides', sv: 'Avgörs på nivå 1', en: 'Decided at level 1' },
      several('/escalation/first/forwardedBy', 'forwarder', 'Förs vidare från nivå 1 av', 'Forwarded from level 1 by'),
      { kind: 'list', at: '/escalation/levels', ordered: true, sv: 'Nivåer från 2', en: 'Levels from 2', fresh: freshLevel, item: [
        { kind: 'localised', at: '/name', sv: 'Nivåns namn', en: 'Name of the level' }, { kind: 'localised', at: '/decides', sv: 'Avgörs där', en: 'Decided there' },
        several('/groups', 'groupKind', 'Grupper, parallellt', 'Groups, in parallel', true), one('/choice', 'groupChoice', 'Gruppen väljs', 'The group is chosen'),
        one('/prepares', 'groupKind', 'Skriver beslutsunderlag', 'Writes the decision basis', true), several('/forwardedBy', 'forwarder', 'Förs vidare av', 'Forwarded by', true),
        number('/deadlineDays', 'days', 'Tid på nivån', 'Time at the level'), number('/remindBeforeDays', 'days', 'Påminnelse före', 'Reminder before'), number('/escalateAfterDays', 'days', 'Nästa nivå och handläggare får veta efter', 'The next level and administrators are told after'),
      ] },
      number('/escalation/informDays', 'days', 'Berörda får veta om beslutet inom', 'Those concerned are told of the decision within'),
    ] },
  ] },
  { id: 'disputes', sv: 'Tvister och händelsebeskrivningar', en: 'Disputes and event descriptions', fields: [
    several('/dispute/mayOpen', 'role', 'Öppnar en tvist', 'Open a dispute'),
    { kind: 'list', at: '/dispute/steps', sv: 'Tvistens steg', en: 'Steps of a dispute', ordered: true, fresh: { stage: 'lineManagers', name: bothLanguages, days: 30, role: 'unitManager' }, item: [
      one('/stage', 'disputeStage', 'Slag av steg', 'Kind of step'), { kind: 'localised', at: '/name', sv: 'Stegets namn', en: 'Name of the step' }, number('/days', 'days', 'Tid i steget', 'Time at the step'), one('/role', 'role', 'Har tvisten där', 'Has the dispute there'),
    ] },
    number('/dispute/remindBeforeDays', 'days', 'Ägaren påminns före', 'The owner is reminded before'),
    number('/dispute/escalateAfterDays', 'days', 'Cheferna får veta efter', 'Managers are told after'),
    several('/eventDescriptions/mayDraft', 'role', 'Skriver händelsebeskrivningar', 'Write event descriptions'),
    several('/eventDescriptions/mayApprove', 'role', 'Godkänner för vår sida', 'Approve for our side'),
    number('/eventDescriptions/remindAfterDays', 'days', 'Motparten påminns efter', 'The other party is reminded after'),
    number('/eventDescriptions/reminders', 'number', 'Påminnelser, högst', 'Reminders, at most'),
    number('/eventDescriptions/linkDays', 'days', 'Länken för godkännande gäller', 'The link for approval lives'),
  ] },
  { id: 'reports', sv: 'Återkommande rapporter', en: 'Periodic reports', fields: [
    { kind: 'list', at: '/reports', sv: 'Rapporter', en: 'Reports', fresh: {
      id: '', title: bothLanguages, content: 'figures', every: 'year', sections: ['totals'], draftWorkingDay: 4, remindDay: 10, dueDay: 20, editedBy: ['mas'], receiver: {}, feedback: null, exceptions: [], systemFaultsTo: null,
    }, item: [
      { kind: 'text', at: '/id', sv: 'Kort namn i adresser', en: 'Short name in addresses' }, { kind: 'localised', at: '/title', sv: 'Rapportens namn', en: 'Name of the report' },
      one('/content', 'reportContent', 'Innehåll', 'Content'), one('/every', 'reportInterval', 'Period', 'Period'), several('/sections', 'reportSection', 'Avsnitt', 'Sections', true),
      number('/draftWorkingDay', 'number', 'Utkast på periodens arbetsdag', 'Drafted on the period’s working day'), number('/remindDay', 'number', 'Påminnelse på dag', 'Reminder on day'), number('/dueDay', 'number', 'Lämnas in senast på dag', 'Submitted at the latest on day'),
      several('/editedBy', 'responsible', 'Redigeras av', 'Edited by'), { kind: 'text', at: '/receiver/unitId', sv: 'Mottagande enhet i registret', en: 'Receiving unit of the register' }, one('/receiver/groupKind', 'groupKind', 'Eller mottagande slag av grupp', 'Or receiving kind of group', true),
      { kind: 'part', at: '/feedback', sv: 'Återkoppling eller uppföljning', en: 'Feedback or follow-up', fresh: { days: 60 }, fields: [number('/feedback/days', 'days', 'Återkoppling inom', 'Feedback within')] },
      { kind: 'list', at: '/exceptions', sv: 'Målgrupper som går till en egen grupp', en: 'Target groups that go to a group of their own', fresh: { targetGroup: 'psychiatryAddiction', groupId: '' }, item: [
        one('/targetGroup', 'excepted', 'Målgrupp', 'Target group'), { kind: 'text', at: '/groupId', sv: 'Grupp i registret', en: 'Group of the register' },
      ] },
      one('/systemFaultsTo', 'groupKind', 'Systemfel sänds vidare till', 'Faults of the system go on to', true),
    ] },
  ] },
  { id: 'meetings', sv: 'Möten och djupanalys', en: 'Meetings and deep analysis', fields: [
    { kind: 'list', at: '/meetings/groups', sv: 'Grupper som möts', en: 'Groups that meet', fresh: { kind: 'deviationGroup', intervalMonths: 3, agenda: ['followUp'], inviteDays: 14, notesDueDays: 14 }, item: [
      one('/kind', 'groupKind', 'Slag av grupp', 'Kind of group'), number('/intervalMonths', 'months', 'Möte var', 'A meeting every'), several('/agenda', 'agenda', 'Dagordningen byggs av', 'The agenda is built of'),
      number('/inviteDays', 'days', 'Kallelse före mötet', 'Invitation before the meeting'), number('/notesDueDays', 'days', 'Anteckningar godkända inom', 'Notes approved within'),
    ] },
    { kind: 'part', at: '/meetings/deepAnalysis', sv: 'Djupanalys', en: 'Deep analysis', fresh: { decidedBy: ['mas'], voting: 'first', dueDays: 60 }, fields: [
      several('/meetings/deepAnalysis/decidedBy', 'responsible', 'Beslutar om djupanalys', 'Decide on deep analyses'), one('/meetings/deepAnalysis/voting', 'voting', 'Beslut när', 'Decided when'),
      number('/meetings/deepAnalysis/dueDays', 'days', 'Djupanalysen klar inom', 'Deep analysis done within'),
    ] },
  ] },
];

const inside = (field: Field): readonly Field[] => (field.kind === 'part' ? [field, ...field.fields] : [field]);
export const allFields: readonly Field[] = sections.flatMap(({ fields }) => fields.flatMap(inside));
/** The field that a pointer lies in; the longest that is a beginning of it. */
export const fieldAt = (pointer: string): Field | undefined => longestAt(allFields, pointer);
const longestAt = (fields: readonly Field[], pointer: string): Field | undefined =>
  fields.filter(({ at }) => pointer === at || pointer.startsWith(`${at}/`)).toSorted((one, other) => other.at.length - one.at.length)[0];
/** The field that is edited at a pointer: of a list, within the item. */
export const innermostAt = (pointer: string, fields: readonly Field[] = allFields): Field | undefined => {
  const field = longestAt(fields, pointer);
  const within = field?.kind === 'list' ? /^\/\d+(\/.+)$/.exec(pointer.slice(field.at.length))?.[1] : undefined;
  return field?.kind === 'list' && within !== undefined ? innermostAt(within, field.item.flatMap(inside)) : field;
};
