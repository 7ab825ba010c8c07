import { describe, expect, it } from 'vitest';
import { findPersonNames } from '../../../functions/domain/person-name.ts';

describe('names of persons in free text (N2)', () => {
  it.each([
    ['Listan saknades. Anna sa att den var sänd.', ['Anna']],
    ['Vi ringde syster Plantersson på kvällen.', ['Plantersson']],
    ['Det var Vera Plantersson som svarade.', ['Vera Plantersson']],
    ['Ann-Britt svarade inte.', []],
    ['Anna-Karin svarade inte.', ['Anna-Karin']],
    ['Nurse Robinson told us.', ['Robinson']],
    ['Dr Planter och Lars kom.', ['Planter', 'Lars']],
  ])('%s → %j', (text, names) => expect(findPersonNames(text).map(({ name }) => name)).toEqual(names));
  it.each([
    'Läkemedelslistan följde inte med hem från avdelningen.', 'Region Sjöland svarade inte.', 'Patienten kom hem i Fredags. Måndag kväll ringde vi.',
    'Hemsjukvården ringde. Ingen svarade. Vi väntade.', 'SIP och HSL nämndes. MAS fick veta.', '',
  ])('sees none in: %s', (text) => expect(findPersonNames(text)).toEqual([]));
  it('takes names of organisations for what they are, and marks the right place', () => {
    const text = 'Det var Trygga Jouren Norr som kom, och Vera Plantersson.';
    const [finding, ...others] = findPersonNames(text, ['Trygga Jouren Norr']);
    expect(others).toEqual([]);
    expect(text.slice(finding!.start, finding!.end)).toBe('Vera Plantersson');
  });
});
