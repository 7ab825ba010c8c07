import { bilingual } from '../../language/language.ts';

export const healthTexts = bilingual({
  title: 'Mår systemet bra?', well: 'Allt som ska hända händer.', ill: 'Något behöver ses över.', read: (time: string) => `Läst kl. ${time}`,
  outbox: 'Utkorg', delivered: 'Allt är levererat', waiting: (count: string) => `${count} väntar`, oldest: (age: string) => `Den äldsta sedan ${age}`,
  mails: 'Mejl', mailsWell: 'Inga mejl sitter fast', mailsWaiting: (count: number) => `${count} väntar på att skickas`,
  uncertain: (count: string) => `${count} påbörjade, osäkert om de gick ut`, failed: (count: string) => `${count} kunde inte skickas (30 dagar)`, bounced: (count: string) => `${count} kom inte fram (30 dagar)`,
  letters: 'Obesörjda händelser', noLetters: 'Inga', lettersLie: (count: number) => `${count} ligger kvar`, unknown: 'svarar inte',
  timers: 'Tider', noTimer: 'Ingen väntar', next: (when: string) => `Nästa ${when}`, onTime: 'Alla i tid', late: (count: string) => `${count} skulle ha gått`,
  queue: { 'deliver-outbox': 'Utkorgen', 'keep-aggregates': 'Statistiken', 'sweep-outbox': 'Svepet', 'mark-stopped': 'Stannade körningar', 'record-bounce': 'Studsar', 'record-upload': 'Filer som kommit', 'record-scan': 'Genomsökta filer', 'remind-of-routine-review': 'Rutinens översyn', 'anchor-heads': 'Händelsekedjornas dagsvärden' } as Readonly<Record<string, string>>,
}, {
  title: 'Is the system well?', well: 'Everything that should happen happens.', ill: 'Something needs a look.', read: (time: string) => `Read at ${time}`,
  outbox: 'Outbox', delivered: 'Everything is delivered', waiting: (count: string) => `${count} waiting`, oldest: (age: string) => `The oldest since ${age}`,
  mails: 'Mails', mailsWell: 'No mail is stuck', mailsWaiting: (count: number) => `${count} waiting to be sent`,
  uncertain: (count: string) => `${count} begun, unknown whether they went out`, failed: (count: string) => `${count} could not be sent (30 days)`, bounced: (count: string) => `${count} did not arrive (30 days)`,
  letters: 'Dead letters', noLetters: 'None', lettersLie: (count: number) => `${count} lie there`, unknown: 'does not answer',
  timers: 'Timers', noTimer: 'Nobody waits', next: (when: string) => `Next ${when}`, onTime: 'All on time', late: (count: string) => `${count} should have fired`,
  queue: { 'deliver-outbox': 'The outbox', 'keep-aggregates': 'The statistics', 'sweep-outbox': 'The sweep', 'mark-stopped': 'Stopped executions', 'record-bounce': 'Bounces', 'record-upload': 'Files that came', 'record-scan': 'Scanned files', 'remind-of-routine-review': 'Review of the routine', 'anchor-heads': 'Daily heads of the event chains' },
});
