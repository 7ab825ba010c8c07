import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { AnyCaseView } from '../../functions/contracts/case.ts';
import type { RegistersView } from '../../functions/contracts/register.ts';
import { staffMember } from '../../functions/domain/access.ts';
import { harms, legalBases } from '../../functions/domain/vocabulary.ts';
import { caseViewOf } from '../../functions/use-cases/case-view.ts';
import { incomingCaseViewOf } from '../../functions/use-cases/incoming-case-view.ts';
import { FurtherActions, WaitingActions } from '../../web/src/pages/case/actions/actions.tsx';
import { IncomingFurther } from '../../web/src/pages/incoming-case/actions/further.tsx';
import { IncomingWaiting } from '../../web/src/pages/incoming-case/actions/waiting.tsx';
import { incomingInStatus, incomingStatuses } from '../functions/domain/incoming-case.ts';
import { agreementChoices } from '../../functions/use-cases/breach-view.ts';
import { inStatus } from '../functions/domain/outgoing-case.ts';
import { ekdala, monday, vaxjo } from '../functions/ekdala.ts';

const registers: RegistersView = {
  organisations: [...ekdala.organisations],
  agreements: agreementChoices(ekdala.agreements),
  units: ekdala.units.map(({ id, organisationId, name, mailbox }) => ({ id, organisationId, name, hasMailbox: mailbox !== undefined })),
  staff: ekdala.users.map(({ id, name, title, unitId }) => ({ id, name, title, unitId })),
  routine: {
    id: vaxjo.id, version: vaxjo.version, documentId: vaxjo.documentId, validFrom: vaxjo.validFrom, title: { ...vaxjo.title },
    categories: [...vaxjo.outgoing.categories], harms: [...harms], legalBases: [...legalBases], requiredParts: [...vaxjo.outgoing.reply.requiredParts],
    replyDays: 30, acknowledgeWorkingDays: 5, moreTimeAtMostDays: 30,
    mayReport: [...vaxjo.outgoing.mayReport], responsible: ['mas', 'mar', 'sas', 'investigator'], consent: vaxjo.consent, breach: vaxjo.breach, targetGroup: vaxjo.targetGroup, eligibility: null, onCall: null, withoutNeed: vaxjo.access.withoutNeed, deepAnalyses: false, downtime: { paperFormVersion: 1, enteredBy: ['unitManager'] },
    incoming: {
      categories: [...vaxjo.incoming.categories], mayRegister: [...vaxjo.incoming.mayRegister], requiredParts: [...vaxjo.incoming.investigation.requiredParts],
      rejectionReasons: vaxjo.incoming.rejectionReasons.map(({ code, text }) => ({ code, text: { ...text } })),
    },
  },
};
const around = { registers, reload: async () => undefined, done: () => undefined };
/** The operations of the forms on a page. */
const offered = (page: VNode) => [...new Set([...renderToString(page).matchAll(/data-command="([a-z-]+)"/g)].map(([, id]) => id ?? ''))].toSorted();
const allowed = ({ allowed: ids }: AnyCaseView) => ids.filter((id) => id !== 'read-case').toSorted();
const users = ekdala.users.map(({ id }) => id);
const source = (userId: string) => ({ events: [], member: staffMember(ekdala, userId, monday), routine: vaxjo, register: ekdala, now: monday });

/** The domain says what is allowed (`access-matrix.test.ts`); the page of the case offers that, and nothing else. */
describe('what a page offers is what is allowed', () => {
  it.each([...incomingStatuses])('incoming, %s', (status) => {
    for (const serious of [false, true]) for (const stopped of [false, true]) {
      const made = incomingInStatus(status);
      const concerned = {
        ...made, stopped, hasPatientReference: serious,
        ...(serious && { report: { ...made.report, harm: 'allvarligVardskada' as const }, pharmacy: { dueAt: monday, reference: '', reason: '' }, effectReviews: [{ number: 1, dueAt: '2026-12-01T08:00:00.000Z', note: '' }] }),
      };
      for (const userId of users) {
        const view = incomingCaseViewOf({ ...source(userId), concerned });
        expect(offered(<><IncomingWaiting view={view} {...around} /><IncomingFurther view={view} {...around} /></>), `${userId} in ${status}`).toEqual(allowed(view));
      }
    }
  });
  it.each(['received', 'registered', 'needsInfo', 'sent', 'handedOver', 'acknowledged', 'replyReturned', 'answered', 'closed', 'reopened', 'withdrawn'] as const)('outgoing, %s', (status) => {
    for (const userId of users) {
      const view = caseViewOf({ ...source(userId), concerned: inStatus(status) });
      expect(offered(<><WaitingActions view={view} {...around} /><FurtherActions view={view} {...around} /></>), `${userId} in ${status}`).toEqual(allowed(view));
    }
  });
});
