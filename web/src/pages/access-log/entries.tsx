import type { AccessView } from '../../../../functions/contracts/access-log.ts';
import { type Column, Records } from '../../components/records/records.tsx';
import { dateAndTime } from '../../language/dates.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { operationName } from './operation-names.ts';
import { accessLogTexts } from './texts.ts';

export const whoOf = ({ by, user }: AccessView): string => {
  const text = accessLogTexts();
  if (by === 'person') return user?.name ?? '';
  return by === 'external' ? text.external : text.system;
};
export const whatOf = ({ operation, kind }: AccessView): string => operationName(operation) ?? accessLogTexts().kinds[kind];

export function CaseOf({ access }: { readonly access: AccessView }) {
  if (access.caseNumber === null) return <>–</>;
  return access.caseId === null ? <span class="case-number">{access.caseNumber}</span> : <a class="ds-link case-number" href={`/cases/${access.caseId}`}>{access.caseNumber}</a>;
}

/** Accesses as a table; on a narrow page as cards. */
export function Entries({ accesses, caption }: { readonly accesses: readonly AccessView[]; readonly caption: string }) {
  const text = accessLogTexts();
  const words = vocabulary();
  const columns: readonly Column<AccessView>[] = [
    { title: text.when, cell: ({ at }) => <time dateTime={at}>{dateAndTime(at)}</time> },
    { title: text.who, cell: (one) => <>{whoOf(one)}{one.unit && <span class="small">{one.unit}</span>}{one.principal && <span class="small">{text.role(words.role[one.principal])}</span>}</> },
    { title: text.what, cell: (one) => <>{whatOf(one)}<span class="small">{text.kinds[one.kind]}</span>{one.reason && <span class="small">{text.reason}: {one.reason}</span>}</> },
    { title: text.case, cell: (one) => <CaseOf access={one} /> },
    { title: text.patient, cell: ({ patient }) => (patient === null ? text.noPatient : <code>{patient}</code>) },
  ];
  return <Records caption={caption} columns={columns} rows={accesses} keyOf={({ id }) => id} mark={({ reason }) => reason !== null} />;
}
