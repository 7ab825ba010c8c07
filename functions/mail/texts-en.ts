import type { MailFacts, MailFrame, MailText, MailTexts } from './mail-text.ts';

export const frameEn: MailFrame = {
  greeting: 'Hello!',
  linkIsPersonalToUnit: 'The link is for your unit only. Do not forward it. A code is sent to this mailbox when you open it.',
  signInNeeded: 'You need to sign in to read the case.',
  doNotAnswer: 'This message cannot be replied to. Never write personal data in e-mail.',
  caseNumber: 'Case number',
};

const open = 'Open the case:';
const reply = 'Open the request:';
const text = (subject: (facts: MailFacts) => string, paragraphs: (facts: MailFacts) => readonly string[], action: string) =>
  (facts: MailFacts): MailText => ({ subject: subject(facts), paragraphs: paragraphs(facts), action });
const by = (facts: MailFacts) => (facts.replyBy === null ? [] : [`The reply is due on ${facts.replyBy} at the latest.`]);

export const textsEn: MailTexts = {
  receipt: { staff: text((f) => `Case ${f.number} has been received`, () => ['We have received what you reported. You will hear from us when something happens.', 'Note the case number in the record if it belongs there.'], open) },
  assigned: { staff: text((f) => `Case ${f.number} is assigned to you`, () => ['You have been given a task in a case.'], open) },
  request: { unit: text((f) => `Request for a reply, case ${f.number}`, (f) => [`${f.sender} asks your unit to investigate and reply in a case.`, ...by(f), 'The link below replaces all earlier links of the case.'], reply) },
  code: { unit: text((f) => `Code for case ${f.number}`, (f) => [`The code is ${f.code ?? ''}`, 'The code is valid for ten minutes. If you did not ask for it, you need not do anything.'], '') },
  acknowledged: { staff: text((f) => `Case ${f.number} has been received by the external unit`, () => ['The external unit has opened the request.'], open) },
  notAcknowledged: {
    staff: text((f) => `Case ${f.number} has not been opened`, () => ['The external unit has not opened the request in time. A reminder has been sent to the unit.'], open),
    unit: text((f) => `Reminder: the request in case ${f.number} is not opened`, (f) => [`${f.sender} has sent your unit a request that has not been opened yet.`, ...by(f)], reply),
  },
  reminder: { unit: text((f) => `Reminder to reply, case ${f.number}`, (f) => [`${f.sender} is waiting for a reply from your unit.`, ...by(f), 'Do you need more time, or does the case belong to another unit? Say so through the link.'], reply) },
  escalation: {
    staff: text((f) => `Case ${f.number}: the reply is late`, (f) => [
      'The external unit has not replied in time.', ...by(f),
      f.managerMailboxMissing
        ? 'The manager of the external unit has no mailbox in the register. Your task: contact the manager and add the mailbox.'
        : 'The managers on both sides have been told.',
    ], open),
    manager: text((f) => `Reply missing in case ${f.number}`, (f) => [`${f.sender} has not received a reply in a case between our organisations.`, ...by(f), 'The link to reply is in the function mailbox of the external unit. Please contact the unit.'], ''),
  },
  asked: { staff: text((f) => (f.wrongRecipient ? `Wrong recipient in case ${f.number}` : `Question to decide in case ${f.number}`), (f) => [f.wrongRecipient
    ? 'The external unit says that it is the wrong recipient. The link no longer works and the case is with you again.'
    : 'The external unit has asked a question that awaits a decision.'], open) },
  decided: { unit: text((f) => `Decision in case ${f.number}`, (f) => [`${f.sender} has decided on your question. The decision is in the request, if it is still with your unit.`, ...by(f)], reply) },
  answered: { staff: text((f) => `Reply in case ${f.number}`, () => ['The external unit has replied.'], open) },
  returned: { unit: text((f) => `More is needed in case ${f.number}`, (f) => ['The reply needs to be completed. The reason is in the request. The time to reply goes on.', ...by(f)], reply) },
  informationRequested: { staff: text((f) => `Question to you about case ${f.number}`, () => ['The person who handles the case needs to know more from you.'], open) },
  informationProvided: { staff: text((f) => `Answer from the reporter in case ${f.number}`, () => ['The reporter has answered the question.'], open) },
  shared: { staff: text((f) => `The reply in case ${f.number} is shared with you`, () => ['You can now read the reply in the case.'], open) },
  closed: {
    staff: text((f) => `Case ${f.number} is closed`, () => ['The case is closed. You can read what came of it.'], open),
    unit: text((f) => `Case ${f.number} is closed`, (f) => [`${f.sender} has closed the case. Thank you for your part in it. The link no longer works.`], ''),
  },
  withdrawn: {
    staff: text((f) => `Case ${f.number} is withdrawn`, () => ['The case is withdrawn.'], open),
    unit: text((f) => `Case ${f.number} is withdrawn`, (f) => [`${f.sender} has withdrawn the request. You need not reply. The link no longer works.`], ''),
  },
  reopened: {
    staff: text((f) => `Case ${f.number} is open again`, () => ['The case has been opened again.'], open),
    unit: text((f) => `Case ${f.number} is open again`, (f) => [`${f.sender} has opened the case again. If anything is needed from you, a new request will come.`], ''),
  },
  handlingOverdue: { staff: text((f) => `Case ${f.number} is waiting to be handled`, () => ['The time for handling the case has passed.'], open) },
  bounced: { staff: text((f) => `E-mail in case ${f.number} did not arrive`, () => ['A message to the external unit did not arrive. Check the mailbox of the unit in the register and send a new link.'], open) },
  stopped: { staff: text((f) => `The lifecycle of case ${f.number} has stopped`, () => ['The workflow that watches the dates of the case has stopped. Open the console, redrive the execution or restart the lifecycle.'], open) },
};
