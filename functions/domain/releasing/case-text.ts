import { Temporal } from 'temporal-polyfill';
import { zone } from '../calendar.ts';
import type { Case, CaseEvent, Instant } from '../case.ts';
import type { Register } from '../register.ts';
import type { TextBlock } from './release.ts';
import { eventWords, fieldWords, valueWords } from './words-sv.ts';

/*
 * A case put into words from what is recorded of it, field by field, whatever the field is: a part that is added to cases
 * tomorrow comes along without being named here.
 */

/** Of no use to whoever reads, or the same as another field. */
const leftOut: ReadonlySet<string> = new Set(['id', 'version', 'clockRevision', 'generation', 'steps', 'overdue', 'stopped', 'trackRuns', 'resolved', 'epoch', 'filerLinkEpoch', 'filerLinkExpiresAt', 'statusBeforeInfo', 'bouncedAt', 'calendarIds', 'supplierIds', 'mark', 'findings']);
/** Parts that stand under a heading of their own. */
const isPart = (value: unknown): value is object => typeof value === 'object' && value !== null && (!Array.isArray(value) || value.some((each) => typeof each === 'object'));
const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/.test(text);
/** As people in Sweden write it: `2026-11-22 06:15`. */
export const writtenInstant = (instant: Instant): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');

type NamesIn = Pick<Register, 'organisations' | 'units' | 'users'>;
/** Names by id, of whatever register. */
export const nameById = ({ organisations, units, users }: NamesIn): ReadonlyMap<string, string> =>
  new Map([...organisations, ...units, ...users].map(({ id, name }) => [id, name]));

const wordOf = (name: string): string => fieldWords[name] ?? name;
/** Fields that name somebody or something of a register. */
const isReference = (field: string): boolean => /(?:Id|Ids|By|^by|^told|^sharedWith|^replyTo|^actor)$/.test(field);

const spoken = (field: string, value: unknown, names: ReadonlyMap<string, string>): string => {
  if (value === true) return 'ja';
  if (value === false) return 'nej';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  if (isInstant(value)) return writtenInstant(value);
  if (isReference(field)) return names.get(value) ?? value;
  return valueWords[value] ?? value;
};
const linesOf = (field: string, value: unknown, names: ReadonlyMap<string, string>, indent: string): readonly string[] => {
  if (value === null || value === undefined || value === '' || leftOut.has(field)) return [];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (!isPart(value)) return items.length === 0 ? [] : [`${indent}${wordOf(field)}: ${items.map((each) => spoken(field, each, names)).join(', ')}`];
    return [`${indent}${wordOf(field)}:`, ...items.flatMap((each, index) => [`${indent}  ${index + 1}.`, ...fieldsOf(each, names, `${indent}  `)])];
  }
  if (typeof value === 'object') {
    const inner = fieldsOf(value, names, `${indent}  `);
    return inner.length === 0 ? [] : [`${indent}${wordOf(field)}:`, ...inner];
  }
  return [`${indent}${wordOf(field)}: ${spoken(field, value, names)}`];
};
const fieldsOf = (value: unknown, names: ReadonlyMap<string, string>, indent: string): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([field, each]: [string, unknown]) => linesOf(field, each, names, indent)) : [];

const actorOf = (actor: string, names: ReadonlyMap<string, string>): string => {
  if (actor === 'clock' || actor === 'system') return 'Brygga';
  if (actor.startsWith('external')) return 'den externa parten';
  return names.get(actor) ?? actor;
};
/** What happened at one moment, in one line and what it says. */
const told = ({ at, type, actor, principal, detail }: CaseEvent, names: ReadonlyMap<string, string>): string => {
  const as = principal === undefined ? '' : ` (som ${valueWords[principal] ?? principal})`;
  return [`${writtenInstant(at)} ${eventWords[type] ?? type} – ${actorOf(actor, names)}${as}`, ...fieldsOf(detail, names, '  ')].join('\n');
};

/** The case as parts to read, the timeline last. Ids are the same each time, so that a span can be named by them. */
export const blocksOf = (concerned: Case, events: readonly CaseEvent[], register: NamesIn): readonly TextBlock[] => {
  const names = nameById(register);
  const fields: readonly [string, unknown][] = Object.entries(concerned);
  const parts = fields.filter(([field, value]) => isPart(value) && !leftOut.has(field));
  const facts = fields.filter(([, value]) => !isPart(value)).flatMap(([field, value]) => linesOf(field, value, names, ''));
  return [
    { id: 'facts', heading: `Ärende ${concerned.number}`, text: facts.join('\n') },
    ...parts.flatMap(([field, value]): readonly TextBlock[] => {
      if (Array.isArray(value)) {
        const items: readonly unknown[] = value;
        return items.map((each, index) => ({ id: `${field}-${index + 1}`, heading: `${wordOf(field)} ${index + 1}`, text: fieldsOf(each, names, '').join('\n') }));
      }
      return [{ id: field, heading: wordOf(field), text: fieldsOf(value, names, '').join('\n') }];
    }).filter(({ text }) => text !== ''),
    ...events.map((event, index) => ({ id: `event-${index + 1}`, heading: index === 0 ? 'Vad som har hänt' : '', text: told(event, names) })),
  ];
};
