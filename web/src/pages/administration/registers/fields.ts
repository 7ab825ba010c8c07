import type { RegistersView } from '../../../../../functions/contracts/register.ts';
import { breachKinds, groupKinds, languages, partyTypes, responsibleRoles, roles, targetGroups } from '../../../../../functions/contracts/words.ts';
import type { Option } from '../../../components/field/choices.tsx';
import { incomingVocabulary } from '../../../language/incoming-vocabulary.ts';
import { vocabulary } from '../../../language/vocabulary.ts';
import { fieldTexts, type FieldLabel } from './field-texts.ts';
import type { ShownRegister } from './shown-registers.ts';

/** What the choices of a form are drawn from. */
export interface Surroundings {
  readonly registers: RegistersView;
  readonly areas: readonly { readonly id: string; readonly name: string; readonly closed?: boolean }[];
}
/** `closed`: out of use; offered only where it is chosen already. */
export interface RowOption extends Option {
  readonly closed?: boolean;
}
export type FieldKind = 'text' | 'long' | 'date' | 'number' | 'flag' | 'choice' | 'choices' | 'rows';
/** A field of a row's form, by its path in the row's value. */
export interface Field {
  readonly path: string;
  readonly label: FieldLabel;
  readonly kind: FieldKind;
  readonly options?: (around: Surroundings) => readonly RowOption[];
  readonly optional?: boolean;
  /** Names the row: set once. */
  readonly fixed?: boolean;
  readonly fields?: readonly Field[];
  readonly about?: 'id' | 'roleFrom' | 'userId' | 'date' | 'mailbox' | 'substitute' | 'clauseId' | 'time' | 'organisationIds' | 'coversUnitIds' | 'part' | 'postalAddress';
}

const named = (rows: readonly { readonly id: string; readonly name: string; readonly closed?: boolean | undefined }[]): readonly RowOption[] =>
  rows.map(({ id, name, closed }) => ({ value: id, label: name, closed: closed === true }));
const organisations = ({ registers }: Surroundings) => named(registers.organisations);
const others = ({ registers }: Surroundings) => named(registers.organisations.filter(({ own }) => !own));
const ownUnits = ({ registers }: Surroundings) => {
  const own = new Set(registers.organisations.filter((one) => one.own).map(({ id }) => id));
  return named(registers.units.filter(({ organisationId }) => own.has(organisationId)));
};
const people = ({ registers }: Surroundings) => registers.staff.map(({ id, name, title, closed }) => ({ value: id, label: `${name}, ${title}`, closed: closed === true }));
const areas = ({ areas: all }: Surroundings) => named(all);
const roleOptions = () => roles.map((role) => ({ value: role, label: vocabulary().role[role] }));
const tongues = () => languages.map((one) => ({ value: one, label: fieldTexts().language[one] }));

const id: Field = { path: 'id', label: 'id', kind: 'text', fixed: true, about: 'id' };
const name: Field = { path: 'name', label: 'name', kind: 'text' };
const date = (path: string, label: FieldLabel, optional = false): Field => ({ path, label, kind: 'date', optional, about: 'date' });
const localised = (path: string, sv: FieldLabel, en: FieldLabel, kind: 'text' | 'long' = 'text'): readonly Field[] => [{ path: `${path}.sv`, label: sv, kind }, { path: `${path}.en`, label: en, kind }];
const areaField: Field = { path: 'areas', label: 'areas', kind: 'choices', options: areas, optional: true };

/** The form of each register; what a row has beside it stays as it is. */
export const fieldsOf: Readonly<Record<ShownRegister, readonly Field[]>> = {
  organisations: [id, name, { path: 'type', label: 'type', kind: 'choice', options: () => partyTypes.map((one) => ({ value: one, label: fieldTexts().partyType[one] })) }, { path: 'own', label: 'own', kind: 'flag' }, areaField],
  units: [
    id, name, { path: 'organisationId', label: 'organisation', kind: 'choice', options: organisations }, { path: 'language', label: 'tongue', kind: 'choice', options: tongues },
    { path: 'mailbox', label: 'mailbox', kind: 'text', optional: true, about: 'mailbox' }, { path: 'managerMailbox', label: 'managerMailbox', kind: 'text', optional: true }, { path: 'phone', label: 'phone', kind: 'text', optional: true },
    { path: 'postalAddress', label: 'postalAddress', kind: 'long', optional: true, about: 'postalAddress' }, { path: 'part', label: 'part', kind: 'text', optional: true, about: 'part' }, areaField,
  ],
  users: [
    { ...id, about: 'userId' }, name, { path: 'title', label: 'title', kind: 'text' }, { path: 'mail', label: 'mail', kind: 'text' }, { path: 'language', label: 'tongue', kind: 'choice', options: tongues },
    { path: 'unitId', label: 'unit', kind: 'choice', options: ownUnits },
  ],
  roles: [
    { path: 'role', label: 'role', kind: 'choice', options: roleOptions, fixed: true }, { path: 'userId', label: 'user', kind: 'choice', options: people, fixed: true }, { path: 'unitId', label: 'unit', kind: 'choice', options: ownUnits, fixed: true },
    { ...date('from', 'from'), fixed: true, about: 'roleFrom' }, date('to', 'to', true),
    { path: 'substituteUserId', label: 'substitute', kind: 'choice', options: people, optional: true, about: 'substitute' }, date('substituteFrom', 'substituteFrom', true), date('substituteTo', 'substituteTo', true),
    { path: 'principalRoles', label: 'principalRoles', kind: 'choices', options: () => responsibleRoles.map((role) => ({ value: role, label: vocabulary().role[role] })), optional: true },
  ],
  areas: [id, name],
  agreements: [
    { ...id }, { path: 'version', label: 'version', kind: 'number', fixed: true }, { path: 'kind', label: 'kind', kind: 'choice', options: () => breachKinds.map((one) => ({ value: one, label: incomingVocabulary().breach[one] })) },
    ...localised('title', 'titleSv', 'titleEn'), { path: 'organisationIds', label: 'organisations', kind: 'choices', options: others, optional: true, about: 'organisationIds' },
    date('validFrom', 'validFrom'), date('validTo', 'validTo', true),
    { path: 'clauses', label: 'clauses', kind: 'rows', fields: [{ path: 'id', label: 'clauseId', kind: 'text', about: 'clauseId' }, ...localised('text', 'clauseSv', 'clauseEn', 'long')] },
  ],
  suppliers: [
    id, { path: 'organisationId', label: 'organisation', kind: 'choice', options: others }, date('from', 'from'), date('to', 'to', true),
    { path: 'coversUnitIds', label: 'covers', kind: 'choices', options: ownUnits, optional: true, about: 'coversUnitIds' },
  ],
  onCallTimes: [
    id, { path: 'weekdays', label: 'weekdays', kind: 'choices', options: () => fieldTexts().weekday.map((label, index) => ({ value: String(index + 1), label })), optional: true },
    { path: 'from', label: 'timeFrom', kind: 'text', about: 'time' }, { path: 'to', label: 'timeTo', kind: 'text', about: 'time' }, { path: 'holidays', label: 'holidays', kind: 'flag' },
  ],
  groups: [
    id, name, { path: 'kind', label: 'groupKind', kind: 'choice', options: () => groupKinds.map((one) => ({ value: one, label: fieldTexts().group[one] })) },
    { path: 'convenerUserId', label: 'convener', kind: 'choice', options: people },
    { path: 'targetGroups', label: 'targetGroups', kind: 'choices', options: () => targetGroups.map((one) => ({ value: one, label: incomingVocabulary().targetGroup[one] })), optional: true },
    { path: 'areaIds', label: 'countyParts', kind: 'choices', options: areas, optional: true },
    { path: 'members', label: 'members', kind: 'rows', optional: true, fields: [{ path: 'userId', label: 'user', kind: 'choice', options: people }, date('from', 'from'), date('to', 'to', true)] },
    { path: 'guests', label: 'guests', kind: 'rows', optional: true, fields: [{ path: 'userId', label: 'user', kind: 'choice', options: people }, date('from', 'from'), date('to', 'to')] },
  ],
  settings: [{ path: 'name', label: 'setting', kind: 'choice', options: () => [{ value: 'callBackPhone', label: fieldTexts().label.callBackPhone }], fixed: true }, { path: 'value', label: 'value', kind: 'text' }],
};
