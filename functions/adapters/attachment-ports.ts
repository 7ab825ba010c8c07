import type { LinkAttachmentPorts } from '../use-cases/ports-attachment.ts';
import { attachmentStore } from './attachment-store.ts';
import { accessLog, caseStore, registerStore } from './case-stores.ts';
import { fileAddresses } from './file-addresses.ts';
import { secretHasher } from './secret-hasher.ts';
import { sessionStore } from './session-store.ts';

/** Of staff and of a link alike. */
export const attachmentPorts = (): LinkAttachmentPorts => ({
  cases: caseStore(),
  registers: registerStore(),
  accessLog: accessLog(),
  attachments: attachmentStore,
  files: fileAddresses,
  sessions: sessionStore,
  secrets: secretHasher,
});
