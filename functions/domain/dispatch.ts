import type { DispatchEntry, OutgoingCase, ReplyRequest } from './case.ts';

/** A posted request has no link: nobody opens it, reminders go to whoever can write another letter, the reply is registered by hand (H3). */
export const isPosted = ({ how }: Pick<ReplyRequest, 'how'>): boolean => how === 'post' || how === 'hand';

/** The dispatch log with one line more. */
export const logged = (concerned: Pick<OutgoingCase, 'dispatches'>, entry: DispatchEntry): readonly DispatchEntry[] => [...concerned.dispatches ?? [], entry];
