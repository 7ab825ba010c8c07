import type { AgendaItem, Forwarded } from './agenda.ts';
import type { Meeting, MeetingEvent } from './meeting.ts';

/** The case that an item is about, by itself or through an analysis of it. */
const caseOf = ({ subject }: Pick<AgendaItem, 'subject'>): string | null => {
  if (subject.kind === 'case') return subject.caseId;
  return subject.kind === 'analysis' ? subject.analysisId.replace(/-\d{1,3}$/, '') : null;
};

interface Written {
  readonly meeting: Meeting;
  readonly events: readonly MeetingEvent[];
  readonly forwarded?: readonly Forwarded[];
  readonly taken?: readonly Forwarded[];
}
/** Cases that somebody has put words to, in what is about to be written. */
export const casesSpokenOf = ({ meeting, events, forwarded = [], taken = [] }: Written): ReadonlySet<string> => {
  const named = new Set(events.flatMap(({ detail }) => (typeof detail['item'] === 'string' ? [detail['item']] : [])));
  const concerned = [...meeting.items.filter(({ id }) => named.has(id)), ...forwarded, ...taken];
  return new Set(concerned.map(caseOf).filter((caseId) => caseId !== null));
};

/** L9a: the agenda without what was said of an erased case; `silenced`: ids of its items. */
export const withoutWordsOf = (meeting: Meeting, caseId: string): { readonly meeting: Meeting; readonly silenced: ReadonlySet<string> } => {
  const silenced = new Set(meeting.items.filter((item) => caseOf(item) === caseId).map(({ id }) => id));
  const items = meeting.items.map((item): AgendaItem => (!silenced.has(item.id) ? item : {
    ...item,
    ...(item.reason !== undefined && { reason: '' }),
    ...(item.removed && { removed: { ...item.removed, reason: '' } }),
    ...(item.outcome && { outcome: { ...item.outcome, note: '' } }),
  }));
  return { meeting: { ...meeting, items, version: meeting.version + 1 }, silenced };
};
