/*
 * The closed lists of keeping (L9), for domain, contracts and pages alike.
 */
export const documentTypes = ['outgoingCase', 'incomingCase', 'patientReference', 'attachment', 'mailLedger', 'accessLog'] as const;
export type DocumentType = (typeof documentTypes)[number];
/** What time is counted from: the case's end, its report, or (access log) the entry itself. */
export const retentionStarts = ['closing', 'registration', 'entry'] as const;
export type RetentionStart = (typeof retentionStarts)[number];
export const retentionEnds = ['erase', 'archiveThenErase'] as const;
export type RetentionEnd = (typeof retentionEnds)[number];

export const holdScopes = ['case', 'patient', 'party'] as const;
export type HoldScope = (typeof holdScopes)[number];

/** `reporting`: being drawn up; `awaiting`: somebody's signature; `waiting`: signed off, until it is carried out; `done`. */
export const runStates = ['reporting', 'awaiting', 'waiting', 'done'] as const;
export type RunState = (typeof runStates)[number];
/** `due`: will go; `spared`: was to go, but at the moment it was carried out something stood in the way. */
export const retentionOutcomes = ['due', 'held', 'blocked', 'exempted', 'erased', 'spared'] as const;
export type RetentionOutcome = (typeof retentionOutcomes)[number];
/** Why something past its time does not go: held, still open, still followed, not archived, begun again since, or kept longer by the rule in force. */
export const obstacles = ['hold', 'open', 'followed', 'not-archived', 'begun-again', 'rule-changed'] as const;
export type Obstacle = (typeof obstacles)[number];
