import type { RowWrite } from '../use-cases/ports.ts';
import { casePk } from './case-row.ts';

/** Where else words about a case may stand. */
export const tieKinds = ['RELEASE', 'MEETING', 'DESCRIPTION'] as const;
export type TieKind = (typeof tieKinds)[number];

/** `CASE#id / TIE#kind#id`, written with the words themselves: what is erased with the case is found by it. */
export const tieRow = (caseId: string, kind: TieKind, id: string): Extract<RowWrite, { kind: 'put' }> => ({ kind: 'put', row: { pk: casePk(caseId), sk: `TIE#${kind}#${id}` } });
export const tieOf = (sk: string): { readonly kind: TieKind; readonly id: string } | undefined => {
  const kind = tieKinds.find((each) => sk.startsWith(`TIE#${each}#`));
  return kind && { kind, id: sk.slice(`TIE#${kind}#`.length) };
};
