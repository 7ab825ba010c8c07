import type { CommandContext, Outcome } from '../command.ts';
import type { IncomingCase } from '../incoming-case.ts';
import { carryOutIncoming } from './carry-out.ts';
import { toWhoeverFiled } from './recipients.ts';

/** A new link to the status page; every older one is dead (ux.md, link 5). */
export const renewStatusLink = (concerned: IncomingCase, context: CommandContext): Outcome<IncomingCase> => {
  const filerLinkEpoch = concerned.filerLinkEpoch + 1;
  return carryOutIncoming(concerned, 'renew-status-link', context, {
    changes: { filerLinkEpoch },
    events: [{ type: 'linkRenewed', detail: { epoch: filerLinkEpoch } }],
    mails: toWhoeverFiled({ ...concerned, filerLinkEpoch }, context, { mail: 'statusLink', occasion: `e${filerLinkEpoch}` }),
  });
};
