import { describe, expect, it } from 'vitest';
import { InvalidInput, LinkNotValid, RateLimited, SendingBlocked, WrongStatus } from '../../../functions/domain/errors.ts';
import { answerDescription, approveDescription, askAgain, editDescription, leftInDescription, withdrawDescription } from '../../../functions/domain/event-description/changing.ts';
import { mayReadDescription } from '../../../functions/domain/event-description/access.ts';
import { isApprovalLive, mayBePublished, publishedOf, stateOf, type EventDescription } from '../../../functions/domain/event-description/description.ts';
import { newDescription } from '../../../functions/domain/event-description/drafting.ts';
import { remindedDescription } from '../../../functions/domain/event-description/reminding.ts';
import { ekdala, monday, vaxjo } from '../ekdala.ts';
import { incomingInStatus } from './incoming-case.ts';
import { inStatus } from './outgoing-case.ts';

const at = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const context = (day = 2, actor = 'maj') => ({ now: at(day), actor, register: ekdala, rules: vaxjo.eventDescriptions });
const texts = { event: 'En patient kom hem utan lista.', action: 'Listan skickades.', followUp: 'Rutinen följs.' };
const edit = { title: 'Utan lista', texts, category: 'medication', targetGroup: null, unitId: 'norrvik-34', notIdentifying: [] } as const;
const draft = (): EventDescription => newDescription(inStatus('closed'), { id: 'hb-1', number: 'HB-K7H4F2K', now: monday, by: 'maj', register: ekdala });
const edited = (): EventDescription => editDescription(draft(), edit, context());
const asked = (): EventDescription => approveDescription(edited(), context(3));
const answer = (before: EventDescription, said: 'approve' | 'refuse' | 'change' | 'withdraw', text = 'r') => answerDescription(before, { answer: said, text: said === 'approve' ? '' : text, revision: before.revision }, context(4, 'external'));
const published = (): EventDescription => answer(asked(), 'approve');

/** N4: nothing is published before both have approved exactly this text. */
describe('an event description', () => {
  it('begins with what left de-identified, and never with what identified', () => {
    const concerned = inStatus('closed');
    expect(draft().texts.event).toBe(concerned.request?.snapshot);
    const identified = { ...concerned, request: concerned.request && { ...concerned.request, form: 'identified' as const } };
    expect(newDescription(identified, { id: 'x', number: 'n', now: monday, by: 'maj', register: ekdala }).texts.event).toBe('');
  });
  it('is approved by us when it is whole and identifies nobody', () => {
    expect(() => approveDescription(draft(), context())).toThrow(InvalidInput);
    expect(() => approveDescription(editDescription(draft(), { ...edit, texts: { ...texts, event: 'Kerstin Ek kom hem.' } }, context()), context())).toThrow(SendingBlocked);
    expect(() => approveDescription(editDescription(draft(), { ...edit, unitId: null }, context()), context())).toThrow(SendingBlocked);
    expect(stateOf(asked())).toBe('asked');
  });
  it.each([
    ['a draft', edited, false], ['approved by us', asked, true], ['published', published, true], ['withdrawn after it was out', () => withdrawDescription(published(), 'ours', 'r', context(5)), true],
    ['edited since', () => editDescription(answer(asked(), 'change'), edit, context(5)), false], ['withdrawn as a draft', () => withdrawDescription(edited(), 'ours', 'r', context(5)), false],
  ] as const)('%s is read by who reads the case or drafted it, and by others only once we approved it', (_, made, byOthers) => {
    expect([mayReadDescription(made(), 'maj', false), mayReadDescription(made(), 'kajsa', true), mayReadDescription(made(), 'kajsa', false)]).toEqual([true, true, byOthers]);
  });
  it('begins empty for somebody whose identity is protected', () => {
    const concerned = { ...incomingInStatus('closed'), protectedIdentity: true, outgoingText: { text: 'En text.', form: 'deidentified' as const, resolved: [], editedBy: 'maj', editedAt: monday } };
    expect(newDescription(concerned, { id: 'x', number: 'n', now: monday, by: 'maj', register: ekdala }).texts).toEqual({ event: '', action: '', followUp: '' });
  });
  it('may keep what a person says identifies nobody, and forgets it when it is gone', () => {
    const named = editDescription(draft(), { ...edit, texts: { ...texts, event: 'Enligt Björnstigen 2, vår handbok.' } }, context());
    const marks = leftInDescription(named, ekdala).map(({ mark }) => mark);
    expect(marks.length).toBeGreaterThan(0);
    const said = editDescription(named, { ...edit, texts: { ...texts, event: 'Enligt Björnstigen 2, vår handbok.' }, notIdentifying: marks }, context());
    expect(leftInDescription(said, ekdala)).toEqual([]);
    expect(editDescription(said, edit, context()).resolved).toEqual([]);
  });
  const ways: readonly [string, () => EventDescription, boolean][] = [
    ['a draft', draft, false], ['edited', edited, false], ['approved by us', asked, false], ['approved by both', published, true],
    ['refused', () => answer(asked(), 'refuse'), false], ['with a change proposed', () => answer(asked(), 'change'), false],
    ['edited after both could have approved', () => editDescription(answer(asked(), 'change'), edit, context(5)), false],
    ['edited and approved by us alone', () => approveDescription(editDescription(answer(asked(), 'change'), edit, context(5)), context(6)), false],
    ['approved after a refusal', () => answer(answer(asked(), 'refuse'), 'approve'), true],
    ['withdrawn by us', () => withdrawDescription(published(), 'ours', 'r', context(5)), false], ['withdrawn by them', () => answer(published(), 'withdraw'), false],
    ['withdrawn before it was out', () => withdrawDescription(asked(), 'ours', 'r', context(5)), false],
  ];
  it.each(ways)('%s', (_, made, out) => {
    const description = made();
    expect(publishedOf(description) !== null).toBe(out);
    expect(mayBePublished(description)).toBe(out);
  });
  it('shows nothing that leads to a case, a unit or a person', () => {
    expect(Object.keys(publishedOf(published()) ?? {}).toSorted()).toEqual(['category', 'number', 'publishedAt', 'targetGroup', 'texts', 'title']);
  });
  it.each([
    ['another revision', () => answerDescription(asked(), { answer: 'approve', text: '', revision: 1 }, context(4, 'external')), LinkNotValid],
    ['no reason', () => answer(asked(), 'refuse', ''), InvalidInput], ['a withdrawal of what is not out', () => answer(asked(), 'withdraw'), WrongStatus],
    ['an edit of what is out', () => editDescription(published(), edit, context(5)), WrongStatus], ['a second withdrawal', () => withdrawDescription(answer(published(), 'withdraw'), 'ours', 'r', context(6)), WrongStatus],
    ['a new link for a draft', () => askAgain(edited(), context()), WrongStatus], ['a unit of somebody else', () => editDescription(draft(), { ...edit, unitId: 'dosia-kundservice' }, context()), InvalidInput],
  ] as const)('refuses %s', (_, made, error) => expect(made).toThrow(error));
  it('does not grow without end by what the link is used for, and can be approved all the same', () => {
    const objected = [1, 2, 3, 4, 5].reduce((before) => answer(before, 'change', 'Igen.'), asked());
    expect(objected.answers).toHaveLength(1);
    expect(() => answer(objected, 'refuse')).toThrow(RateLimited);
    expect(stateOf(answer(objected, 'approve'))).toBe('published');
    const anew = approveDescription(editDescription(objected, edit, context(5)), context(6));
    expect(stateOf(answer(anew, 'refuse'))).toBe('refused');
  });
  it('has one live link: the newest, until it runs out, and for good once published', () => {
    const again = askAgain(asked(), context(5));
    expect([isApprovalLive(asked(), 1, at(4)), isApprovalLive(again, 1, at(6)), isApprovalLive(again, 2, at(6)), isApprovalLive(again, 2, '2027-03-01T00:00:00.000Z')]).toEqual([true, false, true, false]);
    expect(isApprovalLive(published(), 1, '2030-01-01T00:00:00.000Z')).toBe(true);
    expect(isApprovalLive(editDescription(asked(), edit, context()), 1, at(4))).toBe(false);
  });
  it('reminds by the days of the routine, then tells whoever asked, then nobody', () => {
    const mails: (string | null)[] = [];
    let description = asked();
    for (const now of ['2026-03-10T09:00:00.000Z', '2026-03-17T09:00:00.000Z', '2026-03-18T09:00:00.000Z', '2026-03-31T09:00:00.000Z', '2026-04-14T09:00:00.000Z', '2026-05-14T09:00:00.000Z']) {
      const due = remindedDescription(description, vaxjo.eventDescriptions, now);
      mails.push(due?.mail ?? null);
      description = due?.after ?? description;
    }
    expect(mails).toEqual([null, 'approvalReminder', null, 'approvalReminder', 'approvalMissing', null]);
    expect(description.version).toBe(asked().version);
    expect(remindedDescription(answer(asked(), 'change'), vaxjo.eventDescriptions, '2026-05-01T09:00:00.000Z')).toBeNull();
  });
});
