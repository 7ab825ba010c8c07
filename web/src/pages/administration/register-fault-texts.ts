import type { RegisterFaultCode } from '../../../../functions/contracts/words.ts';
import { bilingual } from '../../language/language.ts';

/** What is wrong with a row of a register, however it comes there. */
export const registerFaultTexts = bilingual({
  'organisation-unknown': 'Organisationen finns inte i registret.', 'organisation-ended': 'Organisationen är inte i bruk.', 'unit-unknown': 'Enheten finns inte i registret.', 'unit-ended': 'Enheten är inte i bruk.', 'unit-not-ours': 'Enheten är inte vår egen.',
  'user-unknown': 'Användaren finns inte i registret.', 'user-ended': 'Användaren är inte i bruk.', 'area-unknown': 'Området finns inte i registret.', 'area-ended': 'Området är inte i bruk.', 'area-in-use': 'Området används av organisationer eller enheter.',
  'row-exists': 'Det finns redan en rad med den nyckeln.', 'key-changed': 'Nyckeln går inte att ändra.', 'cannot-end': 'Raden kan inte tas ur bruk.', 'ends-before-it-begins': 'Slutet ligger före början.',
  'substitute-is-holder': 'Ersättaren är samma person som har rollen.', 'substitute-missing': 'Ersättarens datum är angivna, men ingen ersättare.', 'substitute-without-dates': 'Ersättaren saknar datum.', 'substitute-outside-role': 'Ersättarens tid ligger utanför rollens.',
  'principals-missing': 'Ange vems ärenden handläggaren sköter.', 'principals-of-administrator-only': 'Bara en handläggare sköter andras ärenden.', 'principal-not-responsible': 'Den rollen ansvarar inte för ärenden.', 'days-missing': 'Ange minst en veckodag, eller helgdagar.', 'named-twice': 'Samma anges två gånger.',
  'units-left': 'Organisationen har enheter i bruk.', 'users-left': 'Enheten har användare i bruk.', 'roles-left': 'Det finns roller kvar.', 'convener-of-group': 'Användaren är sammankallande i en grupp.',
  'last-own-organisation': 'Det måste finnas en egen organisation i bruk.', 'last-system-administrator': 'Det skulle komma en dag utan systemadministratör.',
  'agreement-published': 'Överenskommelsen är publicerad och går inte att ändra. Lägg till en ny version.', 'agreement-version-wrong': 'Versionen ska vara den närmast följande.', 'agreement-overlaps': 'Versionerna gäller samtidigt. Sluta den förra dagen innan.', 'agreement-of-other-kind': 'Versionerna är av olika slag.',
  'mail-text-refused': 'Texten går inte att använda. Skälet står vid förhandsgranskningen.', 'role-overlaps': 'Personen har redan rollen på enheten under en del av tiden.', 'phone-wrong': 'Skriv ett telefonnummer: siffror, mellanslag, bindestreck och plustecken.',
} satisfies Record<RegisterFaultCode, string>, {
  'organisation-unknown': 'The organisation is not in the register.', 'organisation-ended': 'The organisation is not in use.', 'unit-unknown': 'The unit is not in the register.', 'unit-ended': 'The unit is not in use.', 'unit-not-ours': 'The unit is not our own.',
  'user-unknown': 'The user is not in the register.', 'user-ended': 'The user is not in use.', 'area-unknown': 'The area is not in the register.', 'area-ended': 'The area is not in use.', 'area-in-use': 'The area is used by organisations or units.',
  'row-exists': 'There is a row with that key already.', 'key-changed': 'The key cannot be changed.', 'cannot-end': 'The row cannot go out of use.', 'ends-before-it-begins': 'The end is before the beginning.',
  'substitute-is-holder': 'The substitute is the same person who holds the role.', 'substitute-missing': 'There are dates of a substitute, but no substitute.', 'substitute-without-dates': 'The substitute has no dates.', 'substitute-outside-role': 'The substitute’s time is outside the role’s.',
  'principals-missing': 'Say whose cases the administrator handles.', 'principals-of-administrator-only': 'Only an administrator handles the cases of others.', 'principal-not-responsible': 'That role is not responsible for cases.', 'days-missing': 'Give at least one weekday, or public holidays.', 'named-twice': 'The same is named twice.',
  'units-left': 'The organisation has units in use.', 'users-left': 'The unit has users in use.', 'roles-left': 'There are roles left.', 'convener-of-group': 'The user is the convener of a group.',
  'last-own-organisation': 'There must be an organisation of our own in use.', 'last-system-administrator': 'There would come a day without a system administrator.',
  'agreement-published': 'The agreement is published and cannot be changed. Add a new version.', 'agreement-version-wrong': 'The version must be the next one.', 'agreement-overlaps': 'The versions are valid at the same time. End the earlier one the day before.', 'agreement-of-other-kind': 'The versions are of different kinds.',
  'mail-text-refused': 'The text cannot be used. The reason stands at the preview.', 'role-overlaps': 'The person already holds the role at the unit for part of that time.', 'phone-wrong': 'Write a phone number: digits, blanks, hyphens and plus signs.',
});
