import { describe, expect, it } from 'vitest';
import { parseRoutine } from '../../../functions/contracts/routine.ts';
import { responsibilityFor } from '../../../functions/domain/responsibility.ts';
import type { Category, LegalBasis, PartyType } from '../../../functions/domain/vocabulary.ts';
import { vaxjo } from '../ekdala.ts';

const { outgoing } = vaxjo;
const { deadlines } = outgoing;

describe('routine document', () => {
  it.each([
    ['reply days below 14', { outgoing: { ...outgoing, deadlines: { ...deadlines, replyDays: 13 } } }, 'replyDays'],
    ['reply days above 90', { outgoing: { ...outgoing, deadlines: { ...deadlines, replyDays: 91 } } }, 'replyDays'],
    ['half days', { outgoing: { ...outgoing, deadlines: { ...deadlines, handleWorkingDays: 1.5 } } }, 'handleWorkingDays'],
    ['a reminder before sending', { outgoing: { ...outgoing, deadlines: { ...deadlines, replyDays: 14, remindBeforeDays: 14 } } }, 'remindBeforeDays'],
    ['escalation before the last reminder', { outgoing: { ...outgoing, deadlines: { ...deadlines, remindAfterDays: 20 } } }, 'escalateAfterDays'],
    ['a link that dies before managers are told', { outgoing: { ...outgoing, deadlines: { ...deadlines, linkExpiresAfterDays: 14 } } }, 'linkExpiresAfterDays'],
    ['no rule for every report', { outgoing: { ...outgoing, responsibility: outgoing.responsibility.slice(0, 2) } }, 'responsibility'],
    ['a rule that never is reached', { outgoing: { ...outgoing, responsibility: outgoing.responsibility.toReversed() } }, 'responsibility'],
    ['a responsible role that may not close', { outgoing: { ...outgoing, mayClose: ['mas'] } }, 'responsibility'],
    ['no required part', { outgoing: { ...outgoing, reply: { requiredParts: [] } } }, 'requiredParts'],
    ['a category twice', { outgoing: { ...outgoing, categories: ['other', 'other'] } }, 'categories'],
    ['an unknown role', { outgoing: { ...outgoing, maySend: ['boss'] } }, 'maySend'],
    ['no English title', { title: { sv: 'Rutin' } }, 'title'],
    ['an unknown field', { extra: true }, 'extra'],
  ])('is refused with %s, and says where', (_, change, where) => {
    expect(() => parseRoutine({ ...vaxjo, ...change })).toThrow(where);
  });
});

describe('who is responsible (V9)', () => {
  it.each<[PartyType, Category, LegalBasis, string, string]>([
    ['region', 'informationTransfer', 'hsl', 'mas', 'responsible'],
    ['pharmacy', 'doseDispensing', 'hsl', 'mas', 'responsible'],
    ['transportService', 'transport', 'unknown', 'mas', 'responsible'],
    ['region', 'rehabilitation', 'hsl', 'mar', 'responsible'],
    ['region', 'assistiveDevices', 'unknown', 'mar', 'responsible'],
    ['contractorWithAgreement', 'nursingCare', 'hsl', 'investigator', 'concerned'],
    ['contractorWithoutAgreement', 'rehabilitation', 'sol', 'investigator', 'concerned'],
    ['municipality', 'other', 'sol', 'sas', 'responsible'],
    ['region', 'rehabilitation', 'lss', 'sas', 'responsible'],
    ['municipality', 'other', 'hsl', 'mas', 'responsible'],
  ])('%s, %s, %s: %s, owned by %s', (party, category, legalBasis, responsible, owningUnit) => {
    expect(responsibilityFor(outgoing, party, { category, legalBasis }, true)).toMatchObject({ responsible, owningUnit });
  });
});
