import { bilingual } from '../../../language/language.ts';

/** Words of the actions that cases of both directions have. */
export const plainTexts = bilingual({
  more: 'Fler åtgärder',
  reason: 'Orsak', reasonMissing: 'Skriv en orsak.', note: 'Anteckning', noteMissing: 'Skriv anteckningen.',
  addNote: { title: 'Skriv en anteckning', about: 'Syns bara för dem som handlägger ärendet.', submit: 'Spara anteckningen', said: 'Anteckningen är sparad.' },
  reopen: { title: 'Återöppna ärendet', submit: 'Återöppna', said: 'Ärendet är återöppnat.' },
  restart: { title: 'Starta om ärendets körning', submit: 'Starta om', said: 'Körningen är omstartad.' },
  patient: { title: 'Visa patientuppgift', about: 'Visningen loggas med din anledning.', field: 'Anledning', missing: 'Skriv en anledning.', submit: 'Visa', shown: 'Patientuppgift', protectedIdentity: 'Skyddad identitet', hide: 'Dölj' },
}, {
  more: 'More actions',
  reason: 'Reason', reasonMissing: 'Write a reason.', note: 'Note', noteMissing: 'Write the note.',
  addNote: { title: 'Write a note', about: 'Seen only by those who handle the case.', submit: 'Save the note', said: 'The note is saved.' },
  reopen: { title: 'Reopen the case', submit: 'Reopen', said: 'The case is reopened.' },
  restart: { title: 'Restart the execution of the case', submit: 'Restart', said: 'The execution is restarted.' },
  patient: { title: 'Show the patient reference', about: 'Showing it is logged with your reason.', field: 'Reason', missing: 'Write a reason.', submit: 'Show', shown: 'Patient reference', protectedIdentity: 'Protected identity', hide: 'Hide' },
});
