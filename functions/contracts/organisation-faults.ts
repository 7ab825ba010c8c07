import { documentFaults } from '../domain/administration/document-faults.ts';
import { organisationDocument } from './register.ts';

/** Everything that is wrong with an organisation document, by JSON pointer: its shape first, then what its rows say of each other. */
export function organisationFaults(document: unknown, today: string): readonly { readonly path: string; readonly reason: string }[] {
  const parsed = organisationDocument.safeParse(document);
  if (parsed.success) return documentFaults(parsed.data, today).map(({ path, code }) => ({ path, reason: code }));
  return parsed.error.issues.map(({ path, message }) => ({ path: path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') || '/', reason: message }));
}
