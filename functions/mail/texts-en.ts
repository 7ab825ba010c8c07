import type { MailFacts, MailFrame, MailText, MailTexts } from './mail-text.ts';

export const frameEn: MailFrame = {
  greeting: 'Hello!',
  linkIsPersonalToUnit: 'The link is for your unit only. Do not forward it. A code is sent to this mailbox when you open it.',
  linkIsPersonalToFiler: 'The link is only for you who have reported. A code is sent to this mailbox when you open it.',
  signInNeeded: 'You need to sign in to read the case.',
  signInNeededHere: 'You need to sign in.',
  doNotAnswer: 'This message cannot be replied to. Never write personal data in e-mail.',
  caseNumber: 'Case number',
};

const open = 'Open the case:';
const reply = 'Open the request:';
const text = (subject: (facts: MailFacts) => string, paragraphs: (facts: MailFacts) => readonly string[], action: string) =>
  (facts: MailFacts): MailText => ({ subject: subject(facts), paragraphs: paragraphs(facts), action });
const report = 'Open the report:';
const meeting = 'Open the meeting:';
const analysis = 'Open the deep analyses:';
const status = 'See where the case is:';
const ourReply = (facts: MailFacts) => (facts.replyBy === null ? [] : [`The reply to whoever reported is to be sent on ${facts.replyBy} at the latest.`]);
const by = (facts: MailFacts) => (facts.replyBy === null ? [] : [`The reply is due on ${facts.replyBy} at the latest.`]);

export const textsEn: MailTexts = {
  receipt: { staff: text((f) => `Case ${f.number} has been received`, () => ['We have received what you reported. You will hear from us when something happens.', 'Note the case number in the record if it belongs there.'], open) },
  assigned: { staff: text((f) => `Case ${f.number} is assigned to you`, (f) => (f.lead === null
    ? ['You have been given a task in a case.']
    : [f.lead ? 'You are the lead investigator of a case that has come in.' : 'You are a co-investigator of a case that has come in.', ...ourReply(f)]), open) },
  request: { unit: text((f) => `Request for a reply, case ${f.number}`, (f) => [`${f.sender} asks your unit to investigate and reply in a case.`, ...by(f), 'The link below replaces all earlier links of the case.'], reply) },
  code: {
    unit: text((f) => `Code for case ${f.number}`, (f) => [`The code is ${f.code ?? ''}`, 'The code is valid for ten minutes. If you did not ask for it, you need not do anything.'], ''),
    filer: text((f) => `Code for case ${f.number}`, (f) => [`The code is ${f.code ?? ''}`, 'The code is valid for ten minutes. If you did not ask for it, you need not do anything.'], ''),
  },
  acknowledged: { staff: text((f) => `Case ${f.number} has been received by the external unit`, () => ['The external unit has opened the request.'], open) },
  notAcknowledged: {
    staff: text((f) => `Case ${f.number} has not been opened`, () => ['The external unit has not opened the request in time. A reminder has been sent to the unit.'], open),
    unit: text((f) => `Reminder: the request in case ${f.number} is not opened`, (f) => [`${f.sender} has sent your unit a request that has not been opened yet.`, ...by(f)], reply),
  },
  reminder: {
    staff: text((f) => `Time to remind in case ${f.number}`, (f) => ['The request went on paper. Remind the external unit by letter or phone.', ...by(f)], open),
    unit: text((f) => `Reminder to reply, case ${f.number}`, (f) => [`${f.sender} is waiting for a reply from your unit.`, ...by(f), 'Do you need more time, or does the case belong to another unit? Say so through the link.'], reply),
  },
  escalation: {
    staff: text((f) => `Case ${f.number}: the reply is late`, (f) => [
      'The external unit has not replied in time.', ...by(f),
      f.managerMailboxMissing
        ? 'The manager of the external unit has no mailbox in the register and has not been told. Task for whoever handles the case: contact the manager and have the mailbox added.'
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
  informationProvided: { staff: text(
    (f) => (f.incoming ? `More information in case ${f.number}` : `Answer from the reporter in case ${f.number}`),
    (f) => [f.incoming ? 'Whoever reported has answered the question.' : 'The reporter has answered the question.'], open,
  ) },
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
  bounced: { staff: text((f) => `E-mail in case ${f.number} did not arrive`, (f) => [f.incoming
    ? 'A message to whoever reported did not arrive. Find another way to reach them.'
    : 'A message to the external unit did not arrive. Check the mailbox of the unit in the register and send a new link.'], open) },
  stopped: { staff: text((f) => `The execution of case ${f.number} has stopped`, () => ['The execution of the case, which watches its dates, has stopped. Open the console and let it go on where it stopped, or restart it.'], open) },
  // To whoever filed.
  intakeCode: { filer: text(() => 'Code to report a deviation', (f) => [`The code is ${f.code ?? ''}`, `It is valid for ten minutes and opens the form of ${f.sender}. If you did not ask for it, you need not do anything.`], '') },
  filed: { filer: text((f) => `Case ${f.number} has been received`, (f) => [
    `${f.sender} has received what was reported.`, ...(f.replyBy === null ? [] : [`You will have a reply on ${f.replyBy} at the latest.`]), 'The link below shows where the case is.',
  ], status) },
  informationWanted: { filer: text((f) => `Question about case ${f.number}`, (f) => [`${f.sender} needs to know more to investigate. The question is on the page of the case, where you answer it.`], status) },
  replySent: { filer: text((f) => `Reply in case ${f.number}`, (f) => [`${f.sender} has investigated what was reported and replied. The reply is on the page of the case.`], status) },
  rejected: { filer: text((f) => `Case ${f.number} is not taken up`, (f) => [`${f.sender} does not take up what was reported. The reason is on the page of the case.`], status) },
  statusLink: { filer: text((f) => `New link to case ${f.number}`, () => ['The link below replaces all earlier links of the case.'], status) },
  // Incoming, to staff.
  incoming: { staff: text((f) => `Case ${f.number} has come in`, (f) => ['A deviation has been reported from outside and waits to be registered.', ...ourReply(f)], open) },
  registrationOverdue: { staff: text((f) => `Case ${f.number} is waiting to be registered`, () => ['The time for registering the case has passed.'], open) },
  investigationReminder: { staff: text((f) => `Reminder to investigate, case ${f.number}`, (f) => ['A case that has come in waits to be investigated and answered.', ...ourReply(f)], open) },
  investigationEscalation: { staff: text((f) => `Case ${f.number}: our reply is late`, (f) => ['A case that has come in has not been answered in time. The managers of the units concerned have been told.', ...ourReply(f)], open) },
  investigationDone: { staff: text((f) => `The investigation in case ${f.number} is done`, (f) => ['The lead investigator has reported that the investigation is done. The reply can be sent now.', ...ourReply(f)], open) },
  investigationReturned: { staff: text((f) => `More is needed from the investigation in case ${f.number}`, (f) => ['Whoever handles the case asks you to go on investigating. The reason is in the case.', ...ourReply(f)], open) },
  redirected: { staff: text((f) => `Case ${f.number} is handed over to you`, (f) => ['A case has been handed over to your unit. The time to reply goes on.', ...ourReply(f)], open) },
  incomingClosed: { staff: text((f) => `Case ${f.number} is closed`, () => ['The case is closed. You can read what came of it.'], open) },
  actionAssigned: { staff: text((f) => `Action for you in case ${f.number}`, (f) => ['You are responsible for an action in a case.', ...(f.due === null ? [] : [`The action is to be done on ${f.due} at the latest.`])], open) },
  seriousHarm: { staff: text((f) => `Case ${f.number} needs to be assessed now`, () => ['In a case it has been stated that the event was serious or could have become so. Read the case and record the decision.'], open) },
  pharmacyReminder: { staff: text((f) => `The dose pharmacy is not notified, case ${f.number}`, () => ['The case is to be reported to the dose pharmacy as well. Record the number that the pharmacy gave, or why it is not reported. The case cannot be closed before that.'], open) },
  effectReviewDue: { staff: text((f) => `Time to review case ${f.number}`, () => ['The actions have had time to work. Record whether they had the wanted result.'], open) },
  effectReviewReminder: { staff: text((f) => `Reminder to review case ${f.number}`, () => ['The effect of the actions has not been reviewed yet. Record whether they had the wanted result.'], open) },
  effectReviewEscalation: { staff: text((f) => `Case ${f.number} has not been reviewed`, () => ['Nobody has reviewed the effect of the actions, although reminders have been sent. See to it that it is done.'], open) },
  spotCheckDrawn: { staff: text(() => 'A spot check to go through', () => ['A spot check of the access log has been drawn for your unit. Go through it and sign it off.'], 'Open the spot check:') },
  routineReviewDue: { staff: text(() => 'Time to review the routine', () => ['The routine is to be reviewed today. Read it, say whether it stands as it is or is to be changed, and record that.'], 'Open the routine:') },
  routineReviewReminder: { staff: text(() => 'Reminder: the routine is to be reviewed', () => ['The yearly review of the routine has not been recorded yet.'], 'Open the routine:') },
  retentionReported: { staff: text(() => 'A retention report to go through', () => ['A report of what is to be erased is ready. Go through it, exempt what must stay, and sign it off. Nothing is erased without a signature.'], 'Open the report:') },
  retentionReminder: { staff: text(() => 'Reminder: a retention report to go through', () => ['A retention report has not been signed off yet. Nothing is erased without a signature.'], 'Open the report:') },
  spotCheckReminder: { staff: text(() => 'Reminder: a spot check to go through', () => ['A spot check of the access log has not been signed off yet.'], 'Open the spot check:') },
  // To whoever asked for it.
  test: { staff: text(() => 'Test message', (f) => [`Mail from ${f.sender} reaches you. You asked for this message on the page First hour.`], 'Open the page:') },
  // Periodic reports.
  reportDrafted: { staff: text((f) => `The report ${f.about ?? ''} is ready to edit`, () => ['A draft of a periodic report has been made. Read it, write what is needed and submit the report.'], report) },
  reportReminder: { staff: text((f) => `Reminder: the report ${f.about ?? ''} is not submitted`, () => ['The draft waits to be edited and submitted.'], report) },
  reportEscalation: { staff: text((f) => `The report ${f.about ?? ''} is late`, () => ['A periodic report has not been submitted in time, although a reminder was sent. See to it that it is submitted.'], report) },
  reportSubmitted: {
    staff: text((f) => `The report ${f.about ?? ''} is submitted`, () => ['A periodic report has been submitted to a group that you belong to.'], report),
    unit: text((f) => `Report ${f.about ?? ''} from ${f.sender}`, (f) => [`${f.sender} has submitted a report to you. Read it and give feedback by the link below, which replaces earlier links to the report.`], report),
  },
  reportFeedbackReminder: {
    staff: text((f) => `Reminder: feedback on the report ${f.about ?? ''}`, () => ['The feedback on a report, or its follow-up, is not recorded yet.'], report),
    unit: text((f) => `Reminder: feedback on report ${f.about ?? ''}`, (f) => [`${f.sender} waits for feedback on a report: what has been done and what is planned.`], report),
  },
  reportFeedback: { staff: text((f) => `Feedback on the report ${f.about ?? ''}`, () => ['Feedback on a report has come.'], report) },
  reportCopy: { staff: text(() => 'De-identified copy for the group', () => ['A shortfall in collaboration has gone to a group that you belong to, as de-identified text.'], 'Open the group’s copies:') },
  reportStopped: { staff: text((f) => `The execution of the report ${f.about ?? ''} has stopped`, () => ['The execution that watches over the report’s dates has stopped. Restart it from the report.'], report) },
  // Meetings and deep analyses.
  meetingInvitation: { staff: text(() => 'Invitation to a meeting', () => ['You are invited to a meeting of a group that you belong to. Time, place and agenda are on the page of the meeting.'], meeting) },
  meetingChanged: { staff: text(() => 'Changed time or place of a meeting', () => ['A meeting that you are invited to has a new time or place. The new details are on the page of the meeting.'], meeting) },
  meetingCancelled: { staff: text(() => 'Cancelled meeting', () => ['A meeting that you are invited to is cancelled. The reason is on the page of the meeting.'], meeting) },
  meetingNotesApproved: { staff: text(() => 'Meeting notes to read', () => ['The notes of a meeting of a group that you belong to are approved.'], meeting) },
  meetingNotesDue: { staff: text(() => 'Reminder: meeting notes to approve', () => ['The notes of a meeting that you convened are not approved yet.'], meeting) },
  guestAdded: { staff: text(() => 'Guest of a group', () => ['The convener has invited you as a guest of a group, for a time. On the days that you are a guest you read the group’s folders on its page.'], 'The page of the group:') },
  meetingToPlan: { staff: text(() => 'Time to plan the next meeting', () => ['A group that you convene has no coming meeting. By the routine it is time.'], 'Plan the meeting:') },
  deepAnalysisProposed: { staff: text(() => 'Proposal of a deep analysis', () => ['A case is proposed for a deep analysis. Read the proposal and say what you think.'], analysis) },
  deepAnalysisDecided: { staff: text(() => 'Decision on a deep analysis', () => ['A proposal of a deep analysis has been decided on. The decision is on the page of deep analyses.'], analysis) },
  deepAnalysisAssigned: { staff: text(() => 'Deep analysis to make', () => ['You are responsible for a deep analysis. When it is due is on the page of deep analyses.'], analysis) },
  deepAnalysisDue: { staff: text(() => 'Reminder: deep analysis to finish', () => ['A deep analysis that you are responsible for should have been done. Write the result, or ask for another date.'], analysis) },
  // Either direction, to staff.
  ladderReached: { staff: text((f) => `Case ${f.number} waits for you`, () => ['A case has come to the level where you take part. Read it and say what is to be done.'], 'Open it:') },
  ladderReminder: { staff: text((f) => `Reminder of case ${f.number}`, () => ['A case on the ladder waits for you or your group. The time at the level is almost over, or has passed.'], 'Open it:') },
  ladderEscalation: { staff: text((f) => `Case ${f.number} has been left lying`, () => ['A case on the ladder is still at its level, although a reminder has been sent. If you convene the next level or are an administrator: speak with whoever has it.'], 'Open it:') },
  ladderConsulted: { staff: text((f) => `Consultation about case ${f.number}`, () => ['Your group has been asked, or answered, about a case on the ladder.'], 'Open it:') },
  ladderReturned: { staff: text((f) => `Case ${f.number} has come back`, () => ['A case on the ladder has come to you again, with what another level has found.'], 'Open it:') },
  ladderDecided: { staff: text((f) => `Word in case ${f.number}`, () => ['There is a decision on a case that concerns you or your unit. The link leads to it.'], 'Open it:') },
  harmDecisionReminder: { staff: text((f) => `The decision in case ${f.number} is missing`, () => ['A case waits for your decision. The time for it has passed. Read the case and record the decision.'], open) },
  harmDecisionEscalation: { staff: text((f) => `The decision in case ${f.number} is late`, () => ['A case still waits for a decision, although a reminder has been sent. See to it that the decision is made and recorded.'], open) },
  harmReviewWanted: { staff: text((f) => `Review the assessment in case ${f.number}`, () => ['An assessment is to be reviewed by another person than the one who made it. The case cannot be closed before that.'], open) },
  recurrence: { staff: text((f) => `Case ${f.number} is one of several alike`, () => ['Several cases with the same counterpart concern the same thing in this period, and they are now as many as the routine wants noticed. The case shows you the earlier ones. Consider whether it is a recurring shortfall.'], open) },
  feedback: { staff: text((f) => `Feedback in case ${f.number}`, () => ['The case says what has been done. Read it, and tell those concerned.'], open) },
  disputeAssigned: { staff: text((f) => `The dispute in case ${f.number} is yours`, () => ['You have a dispute on responsibility or cost to take further. The time for this step is on the page of the dispute.'], 'Open the dispute:') },
  disputeReminder: { staff: text((f) => `Reminder of a dispute, case ${f.number}`, () => ['A dispute that is yours has a date that is near or has passed. Settle it, take it further or give it more time.'], 'Open the dispute:') },
  disputeEscalation: { staff: text((f) => `The dispute in case ${f.number} is late`, () => ['Nobody has taken the dispute further, although reminders have been sent. See to it that it is done.'], 'Open the dispute:') },
  disputeEnded: { staff: text((f) => `The dispute in case ${f.number} has ended`, () => ['The dispute has ended. Its page says how.'], 'Open the dispute:') },
  // Of an event description: the number is its own, and says nothing of a case.
  approvalCode: { unit: text((f) => `Code for event description ${f.description ?? ''}`, (f) => [`The code is ${f.code ?? ''}`, 'The code is valid for ten minutes. If you did not ask for it, you need not do anything.'], '') },
  approvalWanted: { unit: text((f) => `Event description ${f.description ?? ''} to approve`, (f) => [`${f.sender} wants to publish a de-identified description that your unit has a part in. Read it, and approve it, propose changes or say no.`, 'The link below replaces all earlier links to the description.'], 'Open the description:') },
  approvalReminder: { unit: text((f) => `Reminder: event description ${f.description ?? ''} to approve`, (f) => [`${f.sender} waits for your unit to read an event description. It is not published until you have approved it.`], 'Open the description:') },
  approvalAnswered: { staff: text(() => 'Answer about an event description', () => ['The other party has answered about an event description.'], 'Open the description:') },
  approvalMissing: { staff: text(() => 'No answer about an event description', () => ['The other party has not answered, although reminders have been sent. Contact it in another way, or send a new link.'], 'Open the description:') },
};
