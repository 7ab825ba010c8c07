import { Written } from '../../../components/facts/facts.tsx';
import { leaving, namesIn, saidHarmless, TextArea } from '../../../components/field/text-area.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { dateAndTime } from '../../../language/dates.ts';
import { type Going, MeetingForm } from './meeting-form.tsx';
import { meetingTexts } from './texts.ts';

const notesAtMost = 20_000;

/** Meeting notes (N5): written by the convener, checked as what leaves, locked once approved. */
export function Notes({ going }: { readonly going: Going }) {
  const text = meetingTexts();
  const { meeting: { notes, approved, mayChange, mayRecord }, registers } = going;
  return (
    <section class={mayChange && !notes ? 'stack no-print' : 'stack'} aria-labelledby="notes-title">
      <h2 id="notes-title">{text.notes}</h2>
      {approved && <p>{text.approvedBy(approved.by.name, dateAndTime(approved.at))}</p>}
      {!mayChange && (notes ? <Written>{notes.text}</Written> : <p>{text.noNotes}</p>)}
      {mayChange && registers && <>
        <p class="small no-print">{text.notesAbout}</p>
        <div class="print-only">{notes && <Written>{notes.text}</Written>}</div>
        <div class="stack no-print">
          <MeetingForm<'change-meeting'> id="change-meeting" going={going} initial={{ text: notes?.text ?? '', dismissed: notes?.resolved.join(',') ?? '' }} label={text.saveNotes} said={text.notesSaved} kind="secondary" keeps pointers={{ '/change/text': 'text' }}
            body={(form, version) => ({ version, change: { kind: 'saveNotes', text: form.text('text').trim(), notIdentifying: saidHarmless(form) } })}>
            {(form) => <TextArea form={form} name="text" label={text.notesText} most={notesAtMost} rows={10} marking={leaving(form, namesIn(registers))} />}
          </MeetingForm>
          {notes && notes.left.length > 0 && <Notice color="warning"><p>{text.approveLeft}</p></Notice>}
          {mayRecord && notes && <>
            <p class="small">{text.approveSaved}</p>
            <MeetingForm<'change-meeting'> id="change-meeting" going={going} initial={{}} label={text.approve} said={text.approved} words={{ 'text-not-confirmed': { field: null, text: text.notesEmpty } }} body={(_, version) => ({ version, change: { kind: 'approveNotes' } })} />
          </>}
        </div>
      </>}
    </section>
  );
}
