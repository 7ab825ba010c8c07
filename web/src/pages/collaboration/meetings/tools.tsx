import { textLimit } from '../../../../../functions/contracts/limits.ts';
import { Radios } from '../../../components/field/choices.tsx';
import { leaving, namesIn, saidHarmless, TextArea } from '../../../components/field/text-area.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { needs } from '../../case/actions/command-form.tsx';
import { More } from '../../case/actions/plain-actions.tsx';
import { type Going, MeetingForm } from './meeting-form.tsx';
import { needsPlace, placePointers, PlaceFields, typedPlace } from './place.tsx';
import { meetingTexts } from './texts.ts';

const below = (pointers: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(pointers).map(([pointer, field]) => [`/change${pointer}`, field]));

/** What the convener does with the plan of a meeting. */
export function Tools({ going }: { readonly going: Going }) {
  const text = meetingTexts();
  const { meeting, registers } = going;
  const known = registers ? namesIn(registers) : [];
  const [year, month, day] = meeting.date.split('-');
  return (
    <section class="stack no-print" aria-labelledby="tools-title">
      <h2 id="tools-title">{text.tools}</h2>
      <div>
        <More title={text.add}>
          <MeetingForm<'change-meeting'> id="change-meeting" going={going} initial={{ kind: 'case', number: '', title: '', reason: '', dismissed: '' }} label={text.add} said={text.added} kind="secondary"
            pointers={{ '/change/caseNumber': 'number', '/change/title': 'title', '/change/reason': 'reason' }}
            words={{ 'finding-unknown': { field: 'number', text: text.caseUnknown }, 'already-there': { field: null, text: text.addFull } }}
            check={(form) => [...(form.text('kind') === 'case' ? needs(form, 'number', text.caseNumberMissing) : needs(form, 'title', text.matterMissing)), ...needs(form, 'reason', text.reasonMissing)]}
            body={(form, version) => ({ version, change: {
              kind: 'addItem', caseNumber: form.text('kind') === 'case' ? form.text('number').trim() : null, title: form.text('kind') === 'case' ? '' : form.text('title').trim(), reason: form.text('reason').trim(), notIdentifying: saidHarmless(form),
            } })}>
            {(form) => <>
              <Radios form={form} name="kind" label={text.addKind} options={[{ value: 'case', label: text.addCase }, { value: 'matter', label: text.addMatter }]} />
              {form.text('kind') === 'case' ? <TextField form={form} name="number" label={text.caseNumber} size={12} /> : <TextField form={form} name="title" label={text.matter} />}
              <TextArea form={form} name="reason" label={text.reason} most={textLimit.short} rows={2} marking={leaving(form, known)} />
            </>}
          </MeetingForm>
        </More>
        <More title={text.rebuild}>
          <p class="small">{text.rebuildAbout}</p>
          <MeetingForm<'change-meeting'> id="change-meeting" going={going} initial={{}} label={text.rebuild} said={text.rebuilt} kind="secondary" body={(_, version) => ({ version, change: { kind: 'rebuildAgenda' } })} />
        </More>
        {meeting.uninvited > 0 && <More title={text.invite}>
          <p class="small">{text.inviteAbout(meeting.uninvited)}</p>
          <MeetingForm<'change-meeting'> id="change-meeting" going={going} initial={{}} label={text.invite} said={text.invitedNow} kind="secondary" body={(_, version) => ({ version, change: { kind: 'invite' } })} />
        </More>}
        <More title={text.move}>
          <MeetingForm<'change-meeting'> id="change-meeting" going={going} key={meeting.version} initial={{ day: String(Number(day)), month: String(Number(month)), year: year ?? '', from: meeting.from, to: meeting.to ?? '', place: meeting.place, videoLink: meeting.videoLink ?? '' }}
            label={text.move} said={text.moved} kind="secondary" keeps pointers={below(placePointers)} check={needsPlace} body={(form, version) => ({ version, change: { kind: 'reschedule', ...typedPlace(form) } })}>
            {(form) => <PlaceFields form={form} />}
          </MeetingForm>
        </More>
        <More title={text.cancel}>
          <MeetingForm<'change-meeting'> id="change-meeting" going={going} initial={{ reason: '', dismissed: '' }} label={text.cancel} said={text.cancelled} kind="danger" pointers={{ '/change/reason': 'reason' }} words={{ 'wrong-status': { field: null, text: text.held } }}
            check={(form) => needs(form, 'reason', text.reasonMissing)} body={(form, version) => ({ version, change: { kind: 'cancel', reason: form.text('reason').trim(), notIdentifying: saidHarmless(form) } })}>
            {(form) => <TextArea form={form} name="reason" label={text.reason} most={textLimit.short} rows={2} marking={leaving(form, known)} />}
          </MeetingForm>
        </More>
      </div>
    </section>
  );
}
