import { afterEach, describe, expect, it } from 'vitest';
import { routineChanges } from '../../functions/domain/routine/changes.ts';
import { language } from '../../web/src/language/language.ts';
import { listAt, valueAt, withValue } from '../../web/src/pages/administration/routines/document.ts';
import { allFields, fieldAt, innermostAt, sections } from '../../web/src/pages/administration/routines/fields.ts';
import { changeWords } from '../../web/src/pages/administration/routines/value-words.ts';
import { reko } from '../functions/domain/escalation/reko.ts';
import { vaxjo } from '../functions/ekdala.ts';

afterEach(() => {
  language.value = 'sv';
});
const document = { ...vaxjo };
const said = (changed: object) => routineChanges(vaxjo, changed).map((change) => {
  const { what, from, to } = changeWords(change);
  return `${what}: ${from} → ${to}`;
});

describe('differences of a routine in words', () => {
  it.each([
    ['/outgoing/deadlines/replyDays', 60, 'Svarstid: 30 → 60 dagar', 'Reply time: 30 → 60 days'],
    ['/outgoing/deadlines/handleWorkingDays', 1, 'Ska skickas inom: 5 → 1 arbetsdag', 'To be sent within: 5 → 1 working day'],
    ['/outgoing/mayClose', ['mas'], 'Avslutar: MAS, MAR, SAS, Utredare → MAS', 'Close: MAS, MAR, SAS, Investigator → MAS'],
    ['/outgoing/effectReview', 'never', 'Effekten följs upp: När det finns åtgärder → Aldrig', 'The effect is reviewed: Where there are actions → Never'],
    ['/title', { sv: 'Ny rutin', en: vaxjo.title.en }, `Rutinens namn: ${vaxjo.title.sv} → Ny rutin`, `Name of the routine: ${vaxjo.title.sv} → Ny rutin`],
    ['/onCall', { requiredFields: ['nurseOnDuty'] }, 'Jourtid skiljs ut: inget → Måste fyllas i på jourtid: Jourhavande sjuksköterska', 'On call is told apart: nothing → Must be filled in on call: Nurse on duty'],
    ['/incoming/rejectionReasons', vaxjo.incoming.rejectionReasons.slice(1), `Skäl att avvisa, notOurCare: notOurCare; ${vaxjo.incoming.rejectionReasons[0]?.text.sv} → tas bort`, `Reasons to reject, notOurCare: notOurCare; ${vaxjo.incoming.rejectionReasons[0]?.text.en} → removed`],
    ['/incoming/rejectionReasons/0/text', { ...vaxjo.incoming.rejectionReasons[0]?.text, en: 'Not our matter' }, `Skäl att avvisa, notOurCare: notOurCare; ${vaxjo.incoming.rejectionReasons[0]?.text.en} → notOurCare; Not our matter`, null],
    ['/outgoing/responsibility/0/responsible', 'mas', 'Regler för ansvar, regel 1: motpart: Privat utförare med avtal, Privat utförare utan avtal; ansvarig: Utredare; ägande enhet: Den berörda enheten → motpart: Privat utförare med avtal, Privat utförare utan avtal; ansvarig: MAS; ägande enhet: Den berörda enheten', null],
  ])('%s', (pointer, value, sv, en) => {
    const changed = withValue(document, pointer, value);
    expect(said(changed)).toEqual([sv]);
    language.value = 'en';
    if (en !== null) expect(said(changed)).toEqual([en]);
  });
});

describe('the table of fields', () => {
  const leaves = (value: unknown, pointer = ''): readonly string[] => (typeof value === 'object' && value !== null && !Array.isArray(value) && !('sv' in value)
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${pointer}/${key}`)) : [pointer]);

  it('has a field for everything that a routine says, but what makes a version', () => {
    expect(leaves(vaxjo).filter((pointer) => fieldAt(pointer) === undefined)).toEqual(['/id', '/version', '/validFrom']);
  });
  it('has no field for what a routine does not know', () => {
    const known = new Set(leaves({ ...vaxjo, onCall: { requiredFields: [] }, escalation: reko.escalation }));
    const stray = allFields.filter(({ at, kind }) => kind !== 'part' && !known.has(at) && valueAt(vaxjo, at) === undefined);
    expect(stray.map(({ at }) => at)).toEqual([]);
  });
  it('finds the field of a place within an item, and within a part or list of it', () => {
    const kinds = ['/reports/0/draftWorkingDay', '/reports/0/feedback/days', '/reports/0/exceptions/1/groupId', '/dispute/steps/2/days', '/outgoing/deadlines/replyDays', '/reports'].map((pointer) => innermostAt(pointer)?.kind);
    expect(kinds).toEqual(['number', 'number', 'text', 'number', 'number', 'list']);
  });
  it('names each section once', () => {
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
  });
});

describe('a document by pointers', () => {
  it('changes one place and leaves the rest as it is', () => {
    const changed = withValue(document, '/outgoing/deadlines/replyDays', 60);
    expect(valueAt(changed, '/outgoing/deadlines/replyDays')).toBe(60);
    expect(valueAt(document, '/outgoing/deadlines/replyDays')).toBe(30);
    expect(valueAt(changed, '/incoming')).toBe(document.incoming);
    expect(valueAt(withValue(document, '/outgoing/responsibility/1/legalBases', undefined), '/outgoing/responsibility/1')).toEqual({ responsible: 'sas', owningUnit: 'responsible' });
    expect(listAt(document, '/nothing/here')).toEqual([]);
  });
});
