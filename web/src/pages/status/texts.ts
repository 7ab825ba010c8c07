import type { StatusView } from '../../../../functions/contracts/intake.ts';
import { bilingual } from '../../language/language.ts';

export const statusTexts = bilingual({
  openTitle: 'Följ din anmälan', openLead: 'Här ser du var ärendet är och läser svaret. För att visa det behöver vi veta att det är du.',
  newLinkAbout: 'Den skickas till samma brevlåda som förra gången, om ärendet finns kvar.', newLinkAsked: 'Om ärendet finns kvar är en ny länk på väg till samma brevlåda som förra gången.',
  title: (number: string) => `Ärende ${number}`, lead: (name: string) => `Din anmälan till ${name}.`, owner: (name: string) => `Ärendet ligger på ${name}.`,
  state: {
    received: 'Vi har tagit emot anmälan.', registered: 'Anmälan är registrerad.', investigating: 'Vi utreder vad som hände.', needsInfo: 'Vi har en fråga till dig.', answered: 'Vi har svarat.', rejected: 'Anmälan är avvisad.', closed: 'Ärendet är avslutat.',
  } satisfies Record<StatusView['state'], string>,
  asked: 'Svara på vår fråga', answer: 'Ditt svar', answerAbout: 'Skriv inte namn eller personnummer här.', answerMissing: 'Skriv ditt svar.', tooLong: 'Texten är för lång.', submit: 'Skicka svaret', question: 'Vår fråga', answered: 'Ditt svar',
  reply: 'Vårt svar', sentAt: (when: string) => `Skickat ${when}.`, rejection: 'Varför anmälan avvisades', report: 'Din anmälan', happened: 'Hände', whatHappened: 'Vad hände', wishes: 'Önskemål',
}, {
  openTitle: 'Follow your report', openLead: 'Here you see where the case is and read the reply. To show it, we need to know that it is you.',
  newLinkAbout: 'It is sent to the same mailbox as last time, if the case is still there.', newLinkAsked: 'If the case is still there, a new link is on its way to the same mailbox as last time.',
  title: (number: string) => `Case ${number}`, lead: (name: string) => `Your report to ${name}.`, owner: (name: string) => `The case is with ${name}.`,
  state: { received: 'We have received the report.', registered: 'The report is registered.', investigating: 'We investigate what happened.', needsInfo: 'We have a question for you.', answered: 'We have replied.', rejected: 'The report is rejected.', closed: 'The case is closed.' },
  asked: 'Answer our question', answer: 'Your answer', answerAbout: 'Do not write names or personal identity numbers here.', answerMissing: 'Write your answer.', tooLong: 'The text is too long.', submit: 'Send the answer', question: 'Our question', answered: 'Your answer',
  reply: 'Our reply', sentAt: (when: string) => `Sent ${when}.`, rejection: 'Why the report was rejected', report: 'Your report', happened: 'Happened', whatHappened: 'What happened', wishes: 'Wishes',
});
