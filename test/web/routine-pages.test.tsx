import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../functions/use-cases/routine-document.ts';
import { areas } from '../../web/src/pages/administration/routines/areas.ts';
import { documentForm, type Fault } from '../../web/src/pages/administration/routines/document-form.ts';
import { type Document, toggled, valueAt, withValue } from '../../web/src/pages/administration/routines/document.ts';
import { RoutineField } from '../../web/src/pages/administration/routines/editor-fields.tsx';
import { FaultList } from '../../web/src/pages/administration/routines/fault-list.tsx';
import { allFields, sections } from '../../web/src/pages/administration/routines/fields.ts';
import { Picture } from '../../web/src/pages/administration/routines/picture.tsx';
import { incomingStations, outgoingStations } from '../../web/src/pages/administration/routines/stations.ts';
import { routine as shape } from '../../functions/contracts/routine.ts';
import { ekdala, vaxjo } from '../functions/ekdala.ts';

const routine = shape.parse(vaxjo);
const html = (document: Document, faults: readonly Fault[]) => {
  const form = documentForm(document, () => undefined, faults);
  return renderToString(<>{sections.flatMap(({ fields }) => fields).map((field) => <RoutineField key={field.at} field={field} form={form} document={document} faults={faults} change={() => undefined} />)}</>);
};
const faultsOf = (document: Document): readonly Fault[] => checkDocument(document, 'vaxjo', { register: ekdala, today: '2026-11-23' }).faults.map((fault) => ({ ...fault, reason: { ...fault.reason } }));

describe('the routine on its pages', () => {
  it('is drawn and listed from the same data, in both directions', () => {
    const drawn = renderToString(<Picture id="p" title="Det vi anmäler" stations={outgoingStations(routine)} />);
    expect(drawn).toMatch(/role="img" aria-label="Det vi anmäler: 7 steg/);
    for (const { title, otherwise, needs } of outgoingStations(routine)) for (const words of [title, ...otherwise, ...needs]) expect(drawn).toContain(words);
    const needed = (of: typeof routine) => [outgoingStations(of), incomingStations(of)].map((stations) => stations.flatMap(({ needs }) => needs));
    for (const needs of needed(routine)) expect(needs).not.toEqual(expect.arrayContaining([expect.stringMatching(/samtycke|överenskommelse/)]));
    for (const needs of needed({ ...routine, consent: 'gate', breach: 'agreement-and-clause' })) expect(needs).toEqual(expect.arrayContaining(['samtycke finns, eller texten är avidentifierad', 'överenskommelse och punkt är angivna']));
    expect(incomingStations(routine).map(({ title }) => title)).toContain('Dosapoteket underrättas');
    expect(incomingStations({ ...routine, incoming: { ...routine.incoming, pharmacy: null } }).map(({ title }) => title)).not.toContain('Dosapoteket underrättas');
  });
  it('has a field for everything, each under an id of its own', () => {
    const page = html({ ...vaxjo }, []);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const { sv, at } of allFields) if (valueAt(vaxjo, at) !== undefined && valueAt(vaxjo, at) !== null) expect(page).toContain(sv);
  });
  it('offers the areas of the register, and drops nothing that stands in a list already', () => {
    areas.value = [{ id: 'norra', name: 'Norra' }, { id: 'sodra', name: 'Södra' }];
    const stored = withValue(withValue({ ...vaxjo }, '/eligibility', [{ partyTypes: ['region'], areas: ['sodra', 'gone'] }]), '/outgoing/maySend', ['mas', 'convener']);
    const page = html(stored, []);
    for (const label of ['Norra', 'Södra', 'gone', 'Sammankallande']) expect(page).toContain(label);
    expect(toggled(['mas', 'mar', 'sas'], ['sas', 'convener'], 'mas', true)).toEqual(['mas', 'sas', 'convener']);
    expect(toggled(['mas', 'mar', 'sas'], ['sas', 'convener'], 'convener', false)).toEqual(['sas']);
  });
  it('shows a fault at its field, and above with a link to it', () => {
    const faulty = withValue(withValue({ ...vaxjo }, '/outgoing/deadlines/replyDays', 91), '/outgoing/mayClose', []);
    const faults = faultsOf(faulty);
    const page = html(faulty, faults);
    expect(page).toMatch(/id="routine-outgoing-deadlines-replyDays"[^>]*aria-invalid="true"/);
    expect(page).toMatch(/id="routine-outgoing-mayClose-error"[^>]*>.*Minst ett måste väljas/);
    expect(renderToString(<FaultList faults={faults} checking={false} idOf={documentForm(faulty, () => undefined, faults).idOf} />))
      .toMatch(/2 fel att rätta.*href="#routine-outgoing-deadlines-replyDays"[^>]*>Svarstid: För högt/s);
  });
  it('writes what is typed as what the routine holds', () => {
    const written: Document[] = [];
    const form = documentForm({ ...vaxjo }, (next) => written.push(next), []);
    form.set('/outgoing/deadlines/replyDays', '60');
    form.set('/outgoing/deadlines/replyDays', 'sextio');
    form.set('/incoming/pharmacy/link', '');
    form.set('/outgoing/mayClose#mas', false);
    expect([valueAt(written[0], '/outgoing/deadlines/replyDays'), valueAt(written[1], '/outgoing/deadlines/replyDays'), valueAt(written[2], '/incoming/pharmacy/link')]).toEqual([60, 'sextio', null]);
    expect(valueAt(written[3], '/outgoing/mayClose')).toEqual(['mar', 'sas', 'investigator']);
  });
});
