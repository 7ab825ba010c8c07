import type { core } from 'zod/mini';
import { documentFaults } from '../domain/administration/document-faults.ts';
import type { RegisterFaultCode } from '../domain/errors.ts';
import { organisationDocument } from './register.ts';

/** Everything that is wrong with an organisation document, by JSON pointer: its shape first, then what its rows say of each other. */
export function organisationFaults(document: unknown, today: string): readonly { readonly path: string; readonly reason: string }[] {
  const parsed = organisationDocument.safeParse(document, { reportInput: true });
  if (parsed.success) return documentFaults(parsed.data, today).map(({ path, code }) => ({ path, reason: reasons[code] }));
  return parsed.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: pointerTo([...issue.path, key]), reason: 'There is no such field.' }))
    : [{ path: pointerTo(issue.path), reason: reasonOf(issue) }]));
}

const pointerTo = (path: readonly PropertyKey[]): string => path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') || '/';

const kinds: Readonly<Partial<Record<string, string>>> = { string: 'text', boolean: 'true or false', number: 'a number', int: 'a whole number', array: 'a list', object: 'an object' };
function reasonOf(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'It is missing.' : `It should be ${kinds[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return issue.input === undefined ? 'It is missing.' : `It should be ${issue.values.map((value) => JSON.stringify(value)).join(', ').replace(/, ([^,]*)$/, ' or $1')}.`;
    case 'too_small':
      return issue.origin === 'string' ? 'It is empty.' : issue.origin === 'array' ? `It should have at least ${issue.minimum}.` : `It should be at least ${issue.minimum}.`;
    case 'too_big':
      return issue.origin === 'string' ? `It is longer than ${issue.maximum} characters.` : issue.origin === 'array' ? `It has more than ${issue.maximum}.` : `It should be at most ${issue.maximum}.`;
    case 'invalid_format':
      return issue.format === 'email' ? 'It should be a mail address.' : `It should match ${issue.pattern ?? issue.format}.`;
    default:
      return 'It cannot be used.';
  }
}

/** As a terminal says it; the pages have their own words in both languages. */
const reasons: Readonly<Record<RegisterFaultCode, string>> = {
  'organisation-unknown': 'No organisation has this id.', 'organisation-ended': 'The organisation is not in use.', 'unit-unknown': 'No unit has this id.', 'unit-ended': 'The unit is not in use.', 'unit-not-ours': 'The unit is not our own.',
  'user-unknown': 'No user has this id.', 'user-ended': 'The user is not in use.', 'area-unknown': 'No area has this id.', 'area-ended': 'The area is not in use.', 'area-in-use': 'The area is not in use, but organisations or units name it.',
  'row-exists': 'There is such a row already.', 'key-changed': 'What names a row cannot change.', 'cannot-end': 'It cannot go out of use.', 'ends-before-it-begins': 'It ends before it begins.',
  'substitute-is-holder': 'The substitute is who holds the role.', 'substitute-missing': 'There are dates of a substitute, but no substitute.', 'substitute-without-dates': 'The substitute has no dates.', 'substitute-outside-role': 'The substitute begins outside the time of the role.',
  'principals-missing': 'An administrator needs principalRoles: whose cases they handle.', 'principals-of-administrator-only': 'Only an administrator has principalRoles.', 'principal-not-responsible': 'One of these roles is not responsible for cases.',
  'days-missing': 'It has neither a weekday nor public holidays.', 'named-twice': 'It is there twice.', 'units-left': 'The organisation is not in use, but has units that are.', 'users-left': 'The unit is not in use, but has users who are.', 'roles-left': 'It is not in use, but roles name it.',
  'convener-of-group': 'The user is not in use, but convenes a group.', 'last-own-organisation': 'No organisation in use is our own (own: true).', 'last-system-administrator': 'There is a day on which nobody is systemAdministrator.',
  'agreement-published': 'A published agreement cannot change.', 'agreement-version-wrong': 'Versions of an agreement are numbered 1, 2, 3 without gaps.', 'agreement-overlaps': 'Two versions are valid at the same time.', 'agreement-of-other-kind': 'The versions are of different kinds.',
  'mail-text-refused': 'The text has a link, an address, a number or something else that mails may not have.', 'role-overlaps': 'The user holds the same role at the same unit in part of that time.', 'phone-wrong': 'It should be a phone number.',
};
