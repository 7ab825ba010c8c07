import type { RegisterRowShape } from '../../../../../functions/contracts/register-administration.ts';
import { language } from '../../../language/language.ts';
import { shortDate } from '../../../language/dates.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { fieldTexts } from './field-texts.ts';
import type { Surroundings } from './fields.ts';
import { registerTexts } from './texts.ts';

type Entry = RegisterRowShape['entry'];
type Around = Pick<Surroundings, 'registers'>;
const nameIn = (rows: readonly { readonly id: string; readonly name: string }[], id: string): string => rows.find((row) => row.id === id)?.name ?? id;
const period = (from: string, to: string | undefined): string => `${shortDate(from)} – ${to === undefined ? '' : shortDate(to)}`.trim();

/** What a row is called. */
export function titleOf(entry: Entry, { registers }: Around): string {
  switch (entry.register) {
    case 'roles': return `${vocabulary().role[entry.value.role]}: ${nameIn(registers.staff, entry.value.userId)}`;
    case 'agreements': return `${entry.value.title[language.value]}, ${registerTexts().versionOf(entry.value.version)}`;
    case 'suppliers': return nameIn(registers.organisations, entry.value.organisationId);
    case 'onCallTimes': return entry.value.id;
    case 'mailTexts': return entry.value.kind;
    case 'settings': return fieldTexts().label[entry.value.name];
    default: return entry.value.name;
  }
}

/** What a list says of it beside. `today`: ISO date. */
export function aboutOf(entry: Entry, { registers }: Around, today: string): readonly string[] {
  const words = fieldTexts();
  switch (entry.register) {
    case 'organisations': return [words.partyType[entry.value.type], ...(entry.value.own ? [words.label.own] : [])];
    case 'units': return [nameIn(registers.organisations, entry.value.organisationId), entry.value.mailbox ?? registerTexts().noMailbox];
    case 'users': return [entry.value.title, nameIn(registers.units, entry.value.unitId)];
    case 'roles': {
      const { substituteUserId: substitute, substituteFrom, substituteTo } = entry.value;
      const acts = substitute !== undefined && substituteFrom !== undefined && substituteFrom <= today && (substituteTo === undefined || today <= substituteTo);
      const said = substitute === undefined ? [] : [acts ? registerTexts().actsToday(nameIn(registers.staff, substitute)) : registerTexts().substitute(nameIn(registers.staff, substitute), substituteFrom === undefined ? '' : period(substituteFrom, substituteTo))];
      return [nameIn(registers.units, entry.value.unitId), period(entry.value.from, entry.value.to), ...said];
    }
    case 'agreements': return [period(entry.value.validFrom, entry.value.validTo), registerTexts().clauses(entry.value.clauses.length)];
    case 'suppliers': return [period(entry.value.from, entry.value.to), entry.value.coversUnitIds?.map((id) => nameIn(registers.units, id)).join(', ') ?? registerTexts().allUnits];
    case 'onCallTimes': return [[...entry.value.weekdays.map((day) => words.weekday[day - 1]), ...(entry.value.holidays ? [words.label.holidays] : [])].join(', '), `${entry.value.from}–${entry.value.to}`];
    case 'groups': return [words.group[entry.value.kind], `${words.label.convener}: ${nameIn(registers.staff, entry.value.convenerUserId)}`];
    case 'settings': return [entry.value.value];
    case 'areas':
    case 'mailTexts': return [];
  }
}
