import type { FirstHourStep } from '../../../../../functions/contracts/first-hour.ts';
import { bilingual } from '../../../language/language.ts';

export const firstHourTexts = bilingual({
  title: 'Första timmen', open: 'Till första timmen', lead: 'Det som ska vara på plats innan någon rapporterar. Läget räknas ut ur registren, så det stämmer även om någon annan har gjort det.',
  finished: 'Allt är på plats. Nu kan ni ta emot rapporter.', left: (left: number, all: number) => `${left} av ${all} steg återstår.`,
  state: { todo: 'Att göra', waiting: 'Väntar', done: 'Klart', skipped: 'Hoppas över' },
  step: {
    organisation: 'Er organisation', units: 'Era enheter', parties: 'Parterna', users: 'Användare', roles: 'Roller', substitutes: 'Ersättare', routine: 'Rutinen', mail: 'E-posten', case: 'Ett provärende',
  } satisfies Record<FirstHourStep, string>,
  about: {
    organisation: 'Er egen organisation finns i registret, och det finns ett telefonnummer som externa enheter kan ringa.', units: 'Varje enhet har en funktionsbrevlåda och en brevlåda till sin chef. Ingen av dem är en persons.',
    parties: 'Varje organisation som ni samverkar med har minst en enhet med funktionsbrevlåda. Annars går det inte att skicka dit.', users: 'Det finns fler än en som kan logga in.',
    roles: 'Varje roll som rutinen behöver har någon i dag.', substitutes: 'Varje roll som handlägger har två innehavare eller en utsedd ersättare, så att inget ärende blir liggande under ledighet.',
    routine: 'Du har läst den rutin som gäller och den är godkänd hos er.', mail: 'Ett meddelande har gått hela vägen till din egen adress.', case: 'Ett påhittat ärende har gått från rapport till avslut. Rapportera, handlägg, svara via länken och avsluta.',
  } satisfies Record<FirstHourStep, string>,
  go: {
    organisation: 'Till organisationer', units: 'Till enheter', parties: 'Till enheter', users: 'Till användare', roles: 'Till roller', substitutes: 'Till roller', routine: 'Läs rutinen', mail: '', case: 'Rapportera ett provärende',
  } satisfies Record<FirstHourStep, string>,
  ready: (ready: number, of: number) => `${ready} av ${of} på plats.`, people: (count: number) => (count === 1 ? '1 person.' : `${count} personer.`), more: (count: number) => `och ${count} till`,
  phone: 'Till telefonnumret', othersReport: 'Din roll får inte rapportera. Be någon som får det.', withoutMailbox: 'Brevlåda saknas:', cannotBeReached: 'Går inte att nå:', nobodyHolds: 'Ingen har rollen:', nobodyStandsIn: 'Ingen ersättare:',
  routine: (title: string, version: number) => `${title}, version ${version}.`, approvedBy: (name: string, at: string) => `Godkänd av ${name}, ${at}.`, approve: 'Rutinen är läst och godkänd',
  test: 'Skicka ett provmeddelande till mig', testAgain: 'Skicka ett till', skip: 'Hoppa över provärendet', mailTo: (mailbox: string) => `Det går till ${mailbox}.`,
  fate: {
    waiting: (mailbox: string) => `Meddelandet är på väg till ${mailbox}.`, sent: (mailbox: string, at: string) => `E-posttjänsten tog emot meddelandet till ${mailbox}, ${at}. Se efter att det har kommit fram.`,
    failed: (mailbox: string) => `Meddelandet till ${mailbox} kom inte i väg. Kontrollera din adress i registret och försök igen.`,
  },
}, {
  title: 'First hour', open: 'To the first hour', lead: 'What must be in place before anybody reports. The state is worked out from the registers, so it is right even when somebody else has seen to it.',
  finished: 'Everything is in place. You can receive reports now.', left: (left: number, all: number) => `${left} of ${all} steps are left.`,
  state: { todo: 'To do', waiting: 'Waiting', done: 'Done', skipped: 'Skipped' },
  step: { organisation: 'Your organisation', units: 'Your units', parties: 'The parties', users: 'Users', roles: 'Roles', substitutes: 'Substitutes', routine: 'The routine', mail: 'The mail', case: 'A test case' },
  about: {
    organisation: 'Your own organisation is in the register, and there is a phone number that external units can call.', units: 'Each unit has a function mailbox and a mailbox of its manager. Neither is a person’s.',
    parties: 'Each organisation that you work with has at least one unit with a function mailbox. Otherwise nothing can be sent there.', users: 'More than one person can sign in.',
    roles: 'Each role that the routine needs is held by somebody today.', substitutes: 'Each role that handles cases has two holders or a named substitute, so that no case is left lying during leave.',
    routine: 'You have read the routine in force and it is approved by your organisation.', mail: 'A message has gone all the way to your own address.', case: 'A made-up case has gone from report to closing. Report, handle, reply through the link and close.',
  },
  go: { organisation: 'To organisations', units: 'To units', parties: 'To units', users: 'To users', roles: 'To roles', substitutes: 'To roles', routine: 'Read the routine', mail: '', case: 'Report a test case' },
  ready: (ready: number, of: number) => `${ready} of ${of} in place.`, people: (count: number) => (count === 1 ? '1 person.' : `${count} people.`), more: (count: number) => `and ${count} more`,
  phone: 'To the phone number', othersReport: 'Your role may not report. Ask somebody who may.', withoutMailbox: 'Mailbox missing:', cannotBeReached: 'Cannot be reached:', nobodyHolds: 'Nobody holds:', nobodyStandsIn: 'No substitute:',
  routine: (title: string, version: number) => `${title}, version ${version}.`, approvedBy: (name: string, at: string) => `Approved by ${name}, ${at}.`, approve: 'The routine is read and approved',
  test: 'Send a test message to me', testAgain: 'Send another', skip: 'Skip the test case', mailTo: (mailbox: string) => `It goes to ${mailbox}.`,
  fate: {
    waiting: (mailbox: string) => `The message is on its way to ${mailbox}.`, sent: (mailbox: string, at: string) => `The mail service took the message to ${mailbox}, ${at}. See that it has arrived.`,
    failed: (mailbox: string) => `The message to ${mailbox} did not leave. Check your address in the register and try again.`,
  },
});
