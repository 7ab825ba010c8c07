import type { LegalHoldView, RetentionItemView, RetentionRunSummary } from '../contracts/keeping.ts';
import type { Instant } from '../domain/case.ts';
import { isInForce, type LegalHold } from '../domain/keeping/legal-hold.ts';
import type { RetentionRun, RunItem } from '../domain/keeping/retention-run.ts';
import { documentTypes } from '../domain/keeping/words.ts';
import type { Names } from './names.ts';

export const runSummaryOf = ({ id, drawnAt, date, state, tallies, signedOff, finishedAt }: RetentionRun, names: Names): RetentionRunSummary => ({
  id, drawnAt, date, state, finishedAt: finishedAt ?? null,
  tallies: documentTypes.flatMap((documentType) => {
    const tally = tallies[documentType];
    return tally ? [{ documentType, ...tally }] : [];
  }),
  signedOff: signedOff ? { ...signedOff, by: names.person(signedOff.by) } : null,
});
export const itemViewOf = ({ id, documentType, number, since, dueOn, ending, outcome, obstacle, exemption, entries }: RunItem, names: Names): RetentionItemView => ({
  id, documentType, number, since, dueOn, ending, outcome, obstacle: obstacle ?? null, exemption: exemption ? { ...exemption, by: names.person(exemption.by) } : null, entries: entries ?? null,
});
export const holdViewOf = (hold: LegalHold, names: Names, now: Instant, mayRelease: boolean): LegalHoldView => ({
  id: hold.id, scope: hold.scope, subject: hold.scope === 'party' ? names.organisation(hold.target).name : hold.caseNumber ?? '', reason: hold.reason, by: names.person(hold.by), at: hold.at, until: hold.until,
  inForce: isInForce(hold, now), released: hold.released ? { ...hold.released, by: names.person(hold.released.by) } : null, mayRelease: mayRelease && hold.released === undefined,
});
