import { afterEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../functions/contracts/problem.ts';
import { ApiFailure } from '../../web/src/api/failure.ts';
import { errorsOf } from '../../web/src/api/field-errors.ts';
import { language } from '../../web/src/language/language.ts';

const failure = (code: Problem['code'], errors?: Problem['errors']) =>
  new ApiFailure({ type: `urn:brygga:problem:${code}`, code, title: code, status: 400, instance: 'x', ...(errors && { errors }) });
const fields = { '/report/happenedAt': 'happenedDay', '/report/whatHappened': 'whatHappened', '/patientReference': 'reference' };

afterEach(() => {
  language.value = 'sv';
});

describe('a problem', () => {
  it('finds its fields by pointer, the nearest one above where the pointer goes deeper', () => {
    expect(errorsOf(failure('invalid-body', [
      { pointer: '/report/whatHappened', code: 'too-long' }, { pointer: '/patientReference/reference', code: 'required' }, { pointer: '/report/happenedAt', code: 'happened-in-future' },
    ]), fields)).toEqual([
      { field: 'whatHappened', text: 'Texten är för lång.' }, { field: 'reference', text: 'Fyll i fältet.' }, { field: 'happenedDay', text: 'Tiden då det hände ligger i framtiden.' },
    ]);
  });

  it('keeps what fits no field as a line of its own, in the reader’s language', () => {
    language.value = 'en';
    expect(errorsOf(failure('wrong-status'), fields)).toEqual([{ field: null, text: 'The case has come to a point where this cannot be done.' }]);
    expect(errorsOf(new ApiFailure(null), fields)[0]?.text).toMatch(/^No contact/);
    expect(errorsOf(failure('invalid-body', [{ pointer: '/elsewhere', code: 'unknown-key' }]), fields)).toEqual([{ field: null, text: 'Something in the form needs correcting.' }]);
  });

  it('tells every reason that stands in the way of sending', () => {
    expect(errorsOf(failure('external-unit-missing', [{ pointer: '', code: 'external-unit-missing' }, { pointer: '', code: 'text-not-confirmed' }]), {}).map(({ text }) => text)).toEqual([
      'Extern enhet saknas. Ange vilken enhet ärendet gäller.', 'Texten som ska lämnas ut är inte bekräftad.',
    ]);
  });

  it('counts the tries that are left of a code', () => {
    expect(errorsOf(failure('code-wrong', [{ pointer: '/code', code: 'tries-left-4' }]), { '/code': 'code' })).toEqual([
      { field: 'code', text: 'Koden stämmer inte. Kontrollera siffrorna och försök igen. 4 försök kvar.' },
    ]);
  });

  it('never repeats the same words at the same field', () => {
    expect(errorsOf(failure('invalid-body', [{ pointer: '/report/whatHappened', code: 'required' }, { pointer: '/report/whatHappened', code: 'required' }]), fields)).toHaveLength(1);
  });
});
