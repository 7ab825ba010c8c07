import { createHash } from 'node:crypto';

/**
 * How a mail's id (`{caseId}.{kind}.{recipient}.{occasion}`) travels. The mail service takes letters, digits, `_` and `-`
 * in a tag, and nothing else; a tag comes back with a bounce and is never seen by the receiver.
 */
export const mailTag = (mailId: string): string => Buffer.from(mailId, 'utf8').toString('base64url');
export const mailIdOfTag = (tag: string): string => Buffer.from(tag, 'base64url').toString('utf8');

/** What the mail itself shows of its id, which names persons: the same for a repeated mail, and no way back. */
export const mailMark = (mailId: string): string => createHash('sha256').update(mailId).digest('base64url').slice(0, 32);
