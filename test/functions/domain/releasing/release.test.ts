import { describe, expect, it } from 'vitest';
import { caseEventTypes } from '../../../../functions/domain/case.ts';
import { packagedName } from '../../../../functions/domain/releasing/archive.ts';
import { asPage } from '../../../../functions/domain/releasing/page.ts';
import { copyOf, maskedText, masksPerBlock, proposedMasks, withMasks, withoutMasked, type Mask } from '../../../../functions/domain/releasing/release.ts';
import { eventWords } from '../../../../functions/domain/releasing/words-sv.ts';
import { ekdala } from '../../ekdala.ts';

const block = { id: 'report', heading: 'Rapporten', text: 'Kerstin Ek kom hem. Maj Mas ringde 070-123 45 67.' };
const copy = copyOf('case-1', [block], ekdala, 'OSL 25:1');
const mask = (start: number, end: number, more: Partial<Mask> = {}): Mask => ({ start, end, kind: 'chosen', masked: true, ground: 'OSL 25:1', ...more });

describe('a copy that is masked', () => {
  it('proposes names, numbers and staff, each once', () => {
    expect(copy.masks['report']?.map(({ start, end, kind }) => [block.text.slice(start, end), kind])).toEqual([['Kerstin Ek', 'name'], ['Maj Mas', 'staff'], ['070-123 45 67', 'phone']]);
  });
  it('cuts out what is masked, the same length for all, and leaves the rest', () => {
    expect(withoutMasked(copy)).toEqual({ caseId: 'case-1', masks: {}, blocks: [{ ...block, text: `${maskedText('OSL 25:1')} kom hem. ${maskedText('OSL 25:1')} ringde ${maskedText('OSL 25:1')}.` }] });
  });
  it.each([
    ['beyond the text', [mask(0, block.text.length + 1)]], ['empty', [mask(4, 4)]], ['over another', [mask(0, 10), mask(5, 12)]], ['by an unknown law', [mask(0, 4, { ground: 'OSL 1:1' })]],
  ])('refuses a span %s', (_, masks) => {
    expect(() => withMasks(copy, 'report', masks, ['OSL 25:1'])).toThrow(/span-wrong|ground-unknown/);
  });
  it.each([
    ['a longer name that begins as a colleague’s', 'Patienten Maj Masdotter ringde', ['Maj Masdotter']],
    ['a colleague’s name however it is written', 'MAJ  MAS skrev, och maj mas läste. Maj Mas anteckning.', ['MAJ  MAS', 'maj mas', 'Maj Mas']],
    ['no word that only holds a colleague’s name', 'Xmaj masa', []],
  ])('masks the whole of %s', (_, text, expected) => {
    expect(proposedMasks(text, ekdala, null).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
  it('masks the rest of a part where there is more than anybody can go through', () => {
    const text = 'Maj Mas, '.repeat(masksPerBlock + 50);
    const masks = proposedMasks(text, ekdala, null);
    expect(masks).toHaveLength(masksPerBlock);
    expect(withoutMasked({ caseId: 'case-1', blocks: [{ ...block, text }], masks: { report: masks } }).blocks[0]?.text).not.toContain('Mas');
  });
  it('refuses a part that is not there', () => expect(() => withMasks(copy, 'other', [], [])).toThrow('block-unknown'));
});

describe('what leaves', () => {
  it('has words for every event', () => expect(caseEventTypes.filter((type) => eventWords[type] === undefined)).toEqual([]));
  it('interprets nothing that a person wrote', () => {
    expect(asPage({ title: '<b>', lines: ['"&'], chapters: [{ heading: null, blocks: [{ ...block, text: '<script>alert(1)</script>' }] }] })).not.toMatch(/<script>|<b>/);
  });
  it.each([['../../etc/passwd', '__.._etc_passwd'], ['lista å.pdf', 'lista å.pdf'], ['a\u0000b\\c', 'a_b_c']])('names %j so that it stays in its folder', (name, packaged) => {
    expect(packagedName(name)).toBe(packaged);
    expect(packagedName(name)).not.toMatch(/[/\\]/);
  });
});
