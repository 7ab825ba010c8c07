/** Rules by which an agenda is built (H8, V13, N5); a routine names those of each kind of group. */
export const agendaRules = ['followUp', 'ladder', 'recurring', 'deepAnalyses', 'sinceLast', 'figures'] as const;
export type AgendaRule = (typeof agendaRules)[number];
/** How an item came to the agenda; `figures` is no item but a table. */
export const agendaSources = ['followUp', 'ladder', 'recurring', 'deepAnalyses', 'sinceLast', 'carried', 'forwarded', 'added'] as const;
export type AgendaSource = (typeof agendaSources)[number];

/** What a meeting says of an item (H8). `carried`: it comes back at the next meeting; `upTheLadder`: one level up, by the ladder's own rules (R7). */
export const itemOutcomes = ['wantedResult', 'notWantedResult', 'handled', 'carried', 'forwarded', 'upTheLadder'] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

/** `approved`: the notes are locked. */
export const meetingStates = ['planned', 'approved', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

export const meetingEventTypes = [
  'planned', 'rescheduled', 'invited', 'agendaBuilt', 'itemAdded', 'itemRemoved', 'itemRestored', 'outcomeRecorded', 'notesSaved', 'notesApproved', 'notesReminded', 'cancelled',
] as const;
export type MeetingEventType = (typeof meetingEventTypes)[number];

/** How many items an agenda holds; what does not fit waits for the next. */
export const agendaAtMost = 60;
