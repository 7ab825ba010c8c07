import type { Draft } from '../../../functions/contracts/report.ts';

/** Drafts of the two forms that staff write lie in one place; this name in the values says which form it is of. */
const mark = 'form';
export const ofIncoming = <Values extends object>(values: Values): Values & { [mark]: string } => ({ ...values, [mark]: 'incoming' });
export const isOfIncoming = ({ values }: Draft): boolean => values[mark] === 'incoming';
