import type { LocalisedText, Role } from '../vocabulary.ts';

/** What a fault tells of: a number, a role, a rule's place. */
export type FaultDetail = Readonly<Record<string, string | number>>;
export type FaultSeverity = 'fault' | 'warning';
interface FaultText {
  readonly severity: FaultSeverity;
  /** `{name}` is replaced by the detail of that name; `{role}` by the role's name in that language. */
  readonly sv: string;
  readonly en: string;
}
const fault = (sv: string, en: string): FaultText => ({ severity: 'fault', sv, en });
const warning = (sv: string, en: string): FaultText => ({ severity: 'warning', sv, en });

const texts = {
  // Shape: what the schema finds.
  required: fault('Det här måste fyllas i.', 'This must be filled in.'),
  'translation-missing': fault('Texten måste finnas på både svenska och engelska.', 'The text must be there in both Swedish and English.'),
  'wrong-kind': fault('Här ska stå något av ett annat slag.', 'Something of another kind belongs here.'),
  'too-low': fault('För lågt. Det ska vara minst {limit}.', 'Too low. It must be at least {limit}.'),
  'too-high': fault('För högt. Det får vara högst {limit}.', 'Too high. It may be at most {limit}.'),
  'too-long': fault('För långt. Det får vara högst {limit}.', 'Too long. It may be at most {limit}.'),
  'too-few': fault('Minst ett måste väljas.', 'At least one must be chosen.'),
  'not-whole': fault('Det ska vara ett helt tal.', 'It must be a whole number.'),
  'role-unknown': fault('Rollen finns inte.', 'There is no such role.'),
  'category-unknown': fault('Kategorin finns inte.', 'There is no such category.'),
  'party-type-unknown': fault('Partstypen finns inte.', 'There is no such type of party.'),
  'word-unknown': fault('Värdet är inget av dem som går att välja.', 'The value is none of those that can be chosen.'),
  'link-not-https': fault('Länken ska vara en adress som börjar med https://.', 'The link must be an address that begins with https://.'),
  'date-malformed': fault('Datumet finns inte. Skriv år, månad och dag.', 'There is no such date. Write year, month and day.'),
  'code-malformed': fault('Koden ska börja med en liten bokstav och bara ha bokstäver.', 'The code must begin with a small letter and hold letters alone.'),
  'key-unknown': fault('Rutinen har ingen sådan del.', 'The routine has no such part.'),
  twice: fault('Samma sak står två gånger.', 'The same stands twice.'),
  inconsistent: fault('Uppgifterna går inte ihop.', 'The entries contradict each other.'),
  'id-fixed': fault('Rutinens id går inte att byta.', 'The routine’s id cannot be changed.'),
  // The order of things.
  'reminds-before-start': fault('Den första påminnelsen kommer innan ärendet har börjat: färre dagar före än svarstiden.', 'The first reminder comes before the case has begun: fewer days before than the reply time.'),
  'escalates-before-reminder': fault('Cheferna får veta före den sista påminnelsen. Eskaleringen ska komma samtidigt eller senare.', 'Managers are told before the last reminder. The escalation must come with it or later.'),
  'link-dies-before-escalation': fault('Länken dör innan cheferna får veta. Den ska leva längre än till eskaleringen.', 'The link dies before managers are told. It must live longer than to the escalation.'),
  'review-escalates-before-reminder': fault('Chefen får veta om uppföljningen före påminnelsen. Eskaleringen ska komma senare.', 'The manager is told of the review before the reminder. The escalation must come later.'),
  'acknowledged-after-reply': fault('Mottagandet ska ha skett först efter att svaret skulle ha kommit.', 'The request is to be opened only after the reply was to have come.'),
  'acknowledged-after-reminder': warning('Enheten påminns om svaret innan den måste ha öppnat begäran.', 'The unit is reminded of the reply before it must have opened the request.'),
  'registered-after-reply': fault('Ärendet får registreras först efter att svaret skulle ha skickats.', 'The case may be registered only after the reply was to have been sent.'),
  'pharmacy-after-reply': fault('Dosapoteket får underrättas först efter att svaret skulle ha skickats.', 'The dose pharmacy may be notified only after the reply was to have been sent.'),
  'decided-after-reply': fault('Beslutet om lex Maria eller lex Sarah får fattas först efter att svaret skulle ha skickats, och svaret väntar på beslutet.', 'The decision on lex Maria or lex Sarah may come only after the reply was to have been sent, and the reply waits for it.'),
  'more-time-above-reply': warning('Mer tid kan ge fler dagar än svarstiden själv.', 'More time can give more days than the reply time itself.'),
  'spot-check-reminder-too-late': fault('Påminnelsen om stickprovet kommer efter nästa stickprov.', 'The reminder of the spot check comes after the next spot check.'),
  'effect-review-unreachable': fault('Effekten följs upp bara när det finns åtgärder, men svaret behöver inte ha några: uppföljningen nås aldrig.', 'The effect is reviewed only where there are actions, but the reply need not have any: the review is never reached.'),
  // Keeping.
  'retention-start-wrong': fault('Åtkomstloggens tid räknas från raden, och bara den. Övriga räknas från avslut eller anmälan.', 'The access log counts from the entry, and it alone. The others count from closing or registration.'),
  'access-log-too-short': fault('Åtkomstloggen ska bevaras i minst fem år (60 månader).', 'The access log is kept for at least five years (60 months).'),
  'archive-cases-alone': fault('Bara hela ärenden arkiveras före gallring.', 'Only whole cases are archived before they are erased.'),
  'part-outlives-case': warning('Delen ska bevaras längre än ärendet den hör till, men går med ärendet.', 'The part is to be kept longer than the case it belongs to, but goes with the case.'),
  // Rules.
  'rule-unreachable': fault('Regeln används aldrig: reglerna före den tar alla ärenden som den gäller.', 'The rule is never used: the rules before it take every case it is about.'),
  'report-without-rule': fault('Det finns ärenden som ingen regel gäller. Den sista regeln ska gälla alla.', 'There are cases that no rule is about. The last rule must be about all.'),
  'category-not-in-list': fault('Kategorin är inte vald bland rutinens kategorier.', 'The category is not among those of the routine.'),
  'no-other-category': warning('Kategorin ”Annat” saknas: det som inte passar i någon annan går inte att rapportera.', 'The category “Other” is missing: what fits no other cannot be reported.'),
  'responsible-may-not-send': fault('{role} ansvarar för ärenden men får inte skicka: ingen kan skicka dem.', '{role} is responsible for cases but may not send: nobody can send them.'),
  'responsible-may-not-share': fault('{role} ansvarar för ärenden men får inte dela svaret: ingen kan göra det.', '{role} is responsible for cases but may not share the reply: nobody can.'),
  'responsible-may-not-close': fault('{role} ansvarar för ärenden men får inte avsluta: ingen kan avsluta dem.', '{role} is responsible for cases but may not close: nobody can close them.'),
  'responsible-may-not-reopen': fault('{role} ansvarar för ärenden men får inte återöppna: ingen kan göra det.', '{role} is responsible for cases but may not reopen: nobody can.'),
  'responsible-may-not-decide': fault('{role} ansvarar för ärenden men får inte avgöra det enheten ber om: ingen kan göra det.', '{role} is responsible for cases but may not decide what the unit asks for: nobody can.'),
  'responsible-may-not-assign': fault('{role} ansvarar för ärenden men får inte fördela dem: ingen kan göra det.', '{role} is responsible for cases but may not assign them: nobody can.'),
  'responsible-may-not-reject': fault('{role} ansvarar för ärenden men får inte avvisa dem: ingen kan göra det.', '{role} is responsible for cases but may not reject them: nobody can.'),
  'registrar-may-not-register': fault('{role} ska registrera enligt regeln men finns inte bland dem som registrerar.', '{role} is to register by the rule but is not among those who register.'),
  'role-without-effect': warning('{role} ansvarar aldrig för ärenden, så rollen har ingen verkan här.', '{role} is never responsible for cases, so that the role has no effect here.'),
  // The register.
  'role-unheld': fault('Ingen har rollen {role} i registret: det som skickas till den når ingen.', 'Nobody holds the role {role} in the register: what is sent to it reaches nobody.'),
  'list-unheld': fault('Ingen i registret har någon av rollerna: ingen kan göra detta.', 'Nobody in the register holds any of the roles: nobody can do this.'),
  'unit-without-manager': warning('{count} av våra enheter saknar chef i registret: deras ärenden går till en senare regel.', '{count} of our units have no manager in the register: their cases go by a later rule.'),
  'part-without-coordinator': warning('{count} delar av organisationen saknar ärendesamordnare i registret: deras ärenden når ingen.', '{count} parts of the organisation have no case coordinator in the register: their cases reach nobody.'),
  'area-unknown': fault('Området finns inte i registret.', 'The area is not in the register.'),
  'nobody-eligible': warning('Ingen organisation i registret omfattas av villkoret.', 'No organisation of the register meets the condition.'),
  'party-type-not-eligible': warning('Regeln nämner en partstyp som rutinen inte omfattar.', 'The rule names a type of party that the routine does not cover.'),
  'agreement-missing': warning('Överenskommelse och punkt är obligatoriska, men registret har ingen gällande överenskommelse: kravet får ingen verkan.', 'Agreement and clause are mandatory, but the register has no agreement in force: the demand has no effect.'),
  'receiver-unreachable': warning('Registret har ingen enhet i bruk med funktionsbrevlåda som mottagare: rapporten kan inte lämnas in.', 'The register has no unit in use with a function mailbox as the receiver: the report cannot be submitted.'),
  'group-kind-missing': warning('Registret har ingen grupp av det slaget i bruk.', 'The register has no group of that kind in use.'),
  'exception-group-missing': warning('Gruppen finns inte i registret: de avidentifierade kopiorna når ingen.', 'The group is not in the register: the de-identified copies reach nobody.'),
  'level-without-group': warning('Registret har ingen grupp av ett slag som nivån har: ärenden kan inte föras vidare dit.', 'The register has no group of a kind that the level has: cases cannot be forwarded there.'),
  'supplier-missing': warning('Jourtid ska flaggas, men registret har ingen jourleverantör.', 'On call is to be flagged, but the register has no on-call supplier.'),
  'pharmacy-missing': warning('Dosapoteket ska underrättas, men registret har inget apotek.', 'The dose pharmacy is to be notified, but the register has no pharmacy.'),
  'pharmacy-without-link': warning('Det finns ingen länk till dosapotekets anmälan.', 'There is no link to the pharmacy’s own notification.'),
  'dose-without-pharmacy': warning('Kategorin dos finns, men dosapoteket ska inte underrättas.', 'The category of dose dispensing is there, but the dose pharmacy is not notified.'),
  // Texts and dates.
  'translation-same': warning('Texten är likadan på svenska och engelska.', 'The text is the same in Swedish and English.'),
  'law-absent': fault('Hänvisningen [{code}] finns inte bland rutinens lagrum.', 'The reference [{code}] is not among the routine’s references.'),
  'law-empty': warning('Rutinen hänvisar inte till någon lag eller överenskommelse.', 'The routine refers to no law or agreement.'),
  'valid-from-past': fault('Datumet har passerat. En version gäller från i dag eller senare.', 'The date has passed. A version is in force from today or later.'),
  'valid-from-far': warning('Datumet ligger mer än ett år fram.', 'The date is more than a year ahead.'),
} as const satisfies Readonly<Record<string, FaultText>>;
export type RoutineFaultCode = keyof typeof texts;

const roleNames: Readonly<Record<Role, LocalisedText>> = {
  reporter: { sv: 'Rapportör', en: 'Reporter' }, unitManager: { sv: 'Chef', en: 'Manager' }, mas: { sv: 'MAS', en: 'MAS' }, mar: { sv: 'MAR', en: 'MAR' },
  sas: { sv: 'SAS', en: 'SAS' }, investigator: { sv: 'Utredare', en: 'Investigator' }, administrator: { sv: 'Handläggare', en: 'Administrator' },
  caseCoordinator: { sv: 'Ärendesamordnare', en: 'Case coordinator' }, convener: { sv: 'Sammankallande', en: 'Convener' }, groupMember: { sv: 'Gruppmedlem', en: 'Group member' },
  systemAdministrator: { sv: 'Systemadministratör', en: 'System administrator' },
};
const isRole = (word: string): word is Role => word in roleNames;

export const faultSeverity = (code: RoutineFaultCode): FaultSeverity => texts[code].severity;
/** Why, in both languages. */
export const faultReason = (code: RoutineFaultCode, detail: FaultDetail): LocalisedText => {
  const filled = (language: 'sv' | 'en') => texts[code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(detail[name] ?? '');
    return isRole(value) ? roleNames[value][language] : value;
  });
  return { sv: filled('sv'), en: filled('en') };
};
