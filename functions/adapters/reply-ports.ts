import type { ReplyPorts } from '../use-cases/ports-reply.ts';
import { accessLog, caseStore, registerStore } from './case-stores.ts';
import { codeStore } from './code-store.ts';
import { descriptionStore } from './description-ports.ts';
import { identifiers } from './identifiers.ts';
import { linkStore } from './link-store.ts';
import { rateLimiter } from './rate-limiter.ts';
import { replyDraftStore } from './reply-draft-store.ts';
import { secretHasher } from './secret-hasher.ts';
import { sessionStore } from './session-store.ts';

export const replyPorts = (): ReplyPorts => ({
  cases: caseStore(),
  registers: registerStore(),
  accessLog: accessLog(),
  links: linkStore,
  descriptions: descriptionStore(),
  codes: codeStore,
  sessions: sessionStore,
  replyDrafts: replyDraftStore,
  rates: rateLimiter,
  secrets: secretHasher,
  identifiers,
});
