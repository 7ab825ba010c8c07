import { describe, expect, it } from 'vitest';
import { routineNames } from '../../../infra/local/demo.ts';
import { decideAccess, mayReport, staffMember, type CaseActionName } from '../../../functions/domain/access.ts';
import type { Case, OutgoingCase } from '../../../functions/domain/case.ts';
import type { CommandContext } from '../../../functions/domain/command.ts';
import { answer } from '../../../functions/domain/commands/replying.ts';
import { submit } from '../../../functions/domain/commands/submission.ts';
import { replyBy } from '../../../functions/domain/deadlines.ts';
import type { IncomingCase } from '../../../functions/domain/incoming-case.ts';
import { mayRegisterAs } from '../../../functions/domain/incoming/access.ts';
import { file, registerDeviation } from '../../../functions/domain/incoming/filing.ts';
import { redirectCase } from '../../../functions/domain/incoming/people.ts';
import { responsibleRoles, type ResponsibleRole } from '../../../functions/domain/vocabulary.ts';
import { checkDocument } from '../../../functions/use-cases/routine-document.ts';
import { demoOf } from '../demo.ts';
import { missingList, monday } from '../ekdala.ts';
import { dressing } from './incoming-case.ts';
import { parts } from './outgoing-case.ts';

/*
 * Who does what under each of the five routines (domain.md section 2), over everybody in the demo organisation: a ward's
 * failure reported in home care, and a health centre's report about home care.
 */

interface Expected {
  readonly outgoing: {
    readonly reports: readonly string[]; readonly responsible: ResponsibleRole; readonly owns: string;
    /** Those who share, close, reopen and decide are the same in each of the five. */
    readonly sends: readonly string[];
    readonly hearsOfReply: readonly string[]; readonly replyBy: string;
  };
  readonly incoming: {
    /** Who, and as which role. */
    readonly registers: readonly string[]; readonly responsible: ResponsibleRole; readonly owns: string;
    readonly answers: readonly string[]; readonly ownsAfterReply: string; readonly replyBy: string;
  };
}
/** A reporter is any staff member. */
const staff = ['siri', 'nils', 'enok', 'rut', 'frans', 'maj', 'moa', 'marta', 'saga', 'ulla', 'hanna', 'sixten'];
const table: Record<string, Expected> = {
  vaxjo: {
    outgoing: {
      reports: staff, responsible: 'mas', owns: 'mas-funktionen',
      sends: ['maj', 'hanna'], hearsOfReply: ['maj'], replyBy: '2026-04-01',
    },
    incoming: {
      registers: ['maj as mas', 'marta as mar', 'saga as sas', 'ulla as investigator', 'hanna as mas', 'hanna as mar', 'hanna as investigator'],
      responsible: 'mas', owns: 'mas-funktionen', answers: ['maj', 'hanna'], ownsAfterReply: 'hemsjukvard-norr', replyBy: '2026-04-01',
    },
  },
  reko: {
    outgoing: {
      reports: ['hanna', 'kajsa', 'konrad'], responsible: 'caseCoordinator', owns: 'hemsjukvard-norr',
      sends: ['hanna', 'kajsa'], hearsOfReply: ['kajsa', 'enok'], replyBy: '2026-04-01',
    },
    incoming: {
      registers: ['hanna as caseCoordinator', 'kajsa as caseCoordinator', 'konrad as caseCoordinator'],
      responsible: 'caseCoordinator', owns: 'hemsjukvard-norr', answers: ['hanna', 'kajsa'], ownsAfterReply: 'hemsjukvard-norr', replyBy: '2026-04-01',
    },
  },
  haninge: {
    outgoing: {
      reports: staff, responsible: 'unitManager', owns: 'hemsjukvard-norr',
      sends: ['enok', 'hanna'], hearsOfReply: ['enok', 'maj'], replyBy: '2026-04-01',
    },
    incoming: {
      registers: ['enok as unitManager', 'rut as unitManager', 'maj as mas', 'hanna as mas', 'hanna as unitManager'],
      responsible: 'unitManager', owns: 'hemsjukvard-norr', answers: ['enok', 'hanna'], ownsAfterReply: 'hemsjukvard-norr', replyBy: '2026-04-01',
    },
  },
  goteborg: {
    outgoing: {
      reports: [...staff, 'fredrika', 'petra'], responsible: 'mas', owns: 'hemsjukvard-norr',
      sends: ['maj', 'hanna'], hearsOfReply: ['maj', 'enok'], replyBy: '2026-05-01',
    },
    incoming: {
      registers: ['maj as mas', 'saga as sas', 'hanna as mas', 'hanna as sas'],
      responsible: 'mas', owns: 'hemsjukvard-norr', answers: ['maj', 'hanna'], ownsAfterReply: 'hemsjukvard-norr', replyBy: '2026-05-01',
    },
  },
  'sodra-alvsborg': {
    outgoing: {
      reports: [...staff, 'kajsa'], responsible: 'caseCoordinator', owns: 'samordning',
      sends: ['hanna', 'kajsa'], hearsOfReply: ['kajsa', 'enok'], replyBy: '2026-04-01',
    },
    incoming: {
      registers: ['hanna as caseCoordinator', 'kajsa as caseCoordinator'],
      responsible: 'caseCoordinator', owns: 'samordning', answers: ['hanna', 'kajsa'], ownsAfterReply: 'hemsjukvard-norr', replyBy: '2026-04-01',
    },
  },
};

it('has a row for each routine that ships', () => expect(Object.keys(table).toSorted()).toEqual([...routineNames].toSorted()));

describe.each(Object.entries(table))('%s', (name, expected) => {
  const { register, routine } = demoOf(name);
  const context = (more: Partial<CommandContext> = {}): CommandContext => ({ now: monday, actor: 'external', principal: null, routine, register, ...more });
  const members = register.users.map(({ id }) => staffMember(register, id, monday));
  const whoMay = (action: CaseActionName, concerned: Case): readonly string[] => members.filter((member) => decideAccess(member, action, concerned, routine).allowed).map(({ id }) => id);

  describe('outgoing', () => {
    const report = { ...missingList, counterpartId: register.units.find(({ id }) => id === 'norrvik-34')?.organisationId ?? '', externalUnitId: 'norrvik-34' };
    const submitted: OutgoingCase = submit({ caseId: 'c1', number: 'K7H-4F2K', report, hasPatientReference: false }, context({ actor: 'siri' })).case;
    const request = { epoch: 1, unitId: 'norrvik-34', snapshot: 't', sentAt: monday, acknowledgeBy: monday, replyBy: monday, linkExpiresAt: monday, grantedExtraDays: 0 };
    const sent: OutgoingCase = { ...submitted, status: 'acknowledged', request };

    it('is registered by', () => expect(members.filter((member) => mayReport(member, routine)).map(({ id }) => id)).toEqual(expected.outgoing.reports));
    it('is owned by', () => expect(submitted).toMatchObject({ responsible: expected.outgoing.responsible, owningUnitId: expected.outgoing.owns }));
    it('is sent, shared, closed, reopened and decided on by', () => {
      for (const action of ['send-case', 'share-reply', 'close-case', 'reopen-case', 'decide-ask'] as const) expect(whoMay(action, sent), action).toEqual(expected.outgoing.sends);
    });
    it('is to be answered by', () => expect(replyBy(monday, routine.outgoing.deadlines)).toContain(expected.outgoing.replyBy));
    it('is not closed by its lead investigator alone, nor by whoever reported', () => {
      for (const userId of ['frans', 'siri']) expect(whoMay('close-case', { ...sent, leadInvestigatorId: 'frans' })).not.toContain(userId);
    });
    it('brings its reply to', () => {
      const replied = answer(sent, { parts: { ...parts, rootCause: 'Ingen kontroll.' }, respondentTitle: 'Avdelningschef' }, context());
      const told = replied.outbox.flatMap((entry) => (entry.kind === 'mail' && entry.mail === 'answered' && entry.recipient.kind === 'user' ? [entry.recipient.userId] : []));
      expect(told).toEqual(expected.outgoing.hearsOfReply);
      for (const userId of told) expect(whoMay('read-case', replied.case), `${userId} may read what it hears of`).toContain(userId);
    });
  });

  describe('incoming', () => {
    const report = { ...dressing, concernedUnitIds: ['hemsjukvard-norr'], partyOrganisationId: register.units.find(({ id }) => id === 'bjorken')?.organisationId ?? '', category: 'informationTransfer' as const };
    const filing = { caseId: 'i1', number: 'K7H-4F2K', report, hasPatientReference: false, receivedAt: monday, source: { kind: 'party', registeredBy: null, principal: null, filer: { mailbox: null, language: 'sv' } } } as const;
    const filed: IncomingCase = file(filing, context()).case;

    it('is registered by', () => {
      expect(members.flatMap((member) => responsibleRoles.filter((role) => mayRegisterAs(member, role, routine.incoming)).map((role) => `${member.id} as ${role}`))).toEqual(expected.incoming.registers);
    });
    it('is owned by', () => expect(filed).toMatchObject({ responsible: expected.incoming.responsible, owningUnitId: expected.incoming.owns, replyBy: expect.stringContaining(expected.incoming.replyBy) }));
    it('is assigned, answered (and so closed), rejected and reopened by', () => {
      for (const action of ['assign-case', 'send-incoming-reply', 'reject-case', 'reopen-case'] as const) expect(whoMay(action, { ...filed, registeredAt: monday }), action).toEqual(expected.incoming.answers);
    });
    it('is not answered by the lead alone (V7)', () => {
      expect(whoMay('send-incoming-reply', { ...filed, registeredAt: monday, leadInvestigatorId: 'frans' })).not.toContain('frans');
    });
    it('tells somebody who may register it', () => {
      const told = file(filing, context()).outbox.flatMap((entry) => (entry.kind === 'mail' && entry.mail === 'incoming' && entry.recipient.kind === 'user' ? [entry.recipient.userId] : []));
      expect(told.length).toBeGreaterThan(0);
      for (const userId of told) expect(whoMay('accept-deviation', filed)).toContain(userId);
    });
    it('has somebody for a report that names no unit of ours', () => {
      const unknown = file({ ...filing, report: { ...report, concernedUnitIds: [] } }, context());
      expect(unknown.outbox.filter((entry) => entry.kind === 'mail' && entry.mail === 'incoming')).not.toEqual([]);
      expect(whoMay('accept-deviation', unknown.case)).not.toEqual([]);
    });
  });
});

describe('a role bound to units handles what its units own, and nothing else', () => {
  const reko = demoOf('reko');
  const haninge = demoOf('haninge');
  const report = { ...missingList, counterpartId: 'sjoland', externalUnitId: 'norrvik-34' };
  const submitted = ({ register, routine }: typeof reko, unitId: string) =>
    submit({ caseId: 'c1', number: 'K7H-4F2K', report: { ...report, unitId }, hasPatientReference: false }, { now: monday, actor: 'konrad', principal: null, routine, register });
  const insight = ({ register, routine }: typeof reko, userId: string, concerned: Case) => decideAccess(staffMember(register, userId, monday), 'send-case', concerned, routine).allowed;

  it.each([['hemsjukvard-norr', true, false], ['nattpatrull', true, false], ['rehab', false, true], ['mas-funktionen', true, true]] as const)('of a part: %s', (unitId, kajsa, konrad) => {
    const { case: concerned, outbox } = submitted(reko, unitId);
    expect([insight(reko, 'kajsa', concerned), insight(reko, 'konrad', concerned)]).toEqual([kajsa, konrad]);
    const told = outbox.flatMap((entry) => (entry.kind === 'mail' && entry.mail === 'assigned' && entry.recipient.kind === 'user' ? [entry.recipient.userId] : []));
    expect(told).toEqual(kajsa ? ['kajsa'] : []);
  });
  it.each([['hemsjukvard-norr', 'unitManager', 'enok'], ['rehab', 'unitManager', 'rut'], ['mar-funktionen', 'mas', 'maj']] as const)('of a unit, and MAS where there is no manager: %s', (unitId, responsible, handler) => {
    const { case: concerned } = submitted(haninge, unitId);
    expect(concerned.responsible).toBe(responsible);
    expect(['enok', 'rut', 'maj'].filter((userId) => insight(haninge, userId, concerned))).toEqual([handler]);
  });
  it('follows a redirected case to another unit’s manager, who is told, and to MAS where there is none', () => {
    const { register, routine } = haninge;
    const context = { now: monday, actor: 'enok', principal: 'unitManager', routine, register } as const;
    const registered = registerDeviation(
      { caseId: 'i1', number: 'K7H-4F2K', report: { ...dressing, concernedUnitIds: ['hemsjukvard-norr'] }, hasPatientReference: false, receivedAt: monday, source: { kind: 'administrator', filer: { mailbox: null, language: 'sv' } } },
      'unitManager', context,
    ).case;
    expect(registered).toMatchObject({ responsible: 'unitManager', owningUnitId: 'hemsjukvard-norr', coInvestigatorIds: ['enok'] });
    const moved = redirectCase(registered, { toUnitId: 'rehab', reason: 'Gäller rehab.' }, context);
    expect(moved.case).toMatchObject({ responsible: 'unitManager', owningUnitId: 'rehab' });
    expect(moved.outbox.filter((entry) => entry.kind === 'mail' && entry.mail === 'redirected')).toMatchObject([{ recipient: { userId: 'rut' } }]);
    const toMas = redirectCase(registered, { toUnitId: 'mar-funktionen', reason: 'Gäller MAR.' }, context);
    expect(toMas.case).toMatchObject({ responsible: 'mas', owningUnitId: 'mas-funktionen' });
    expect(toMas.outbox.filter((entry) => entry.kind === 'mail' && entry.mail === 'redirected')).toMatchObject([{ recipient: { userId: 'maj' } }]);
  });
});

describe('each preset against its own demo organisation', () => {
  /** What is worth a thought, and is as the routine means it: no dose pharmacy of its own; functions without a manager. */
  const warnings: Readonly<Record<string, readonly string[]>> = { reko: ['dose-without-pharmacy'], haninge: ['dose-without-pharmacy', 'unit-without-manager', 'unit-without-manager'] };
  it.each(routineNames)('%s has no fault', (name) => {
    const { register, routine } = demoOf(name);
    const { faults } = checkDocument(routine, routine.id, { register, today: '2026-11-23' });
    expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
    expect(faults.map(({ code }) => code)).toEqual(warnings[name] ?? []);
  });
});
