import { bilingual } from '../../language/language.ts';

const history = {
  ExecutionStarted: 'Körningen började', ExecutionSucceeded: 'Körningen är klar', ExecutionFailed: 'Körningen stannade på ett fel', ExecutionTimedOut: 'Körningen tog för lång tid', ExecutionAborted: 'Körningen avbröts', ExecutionRedriven: 'Körningen fortsattes',
  TaskStateEntered: 'Gick in i', TaskStateExited: 'Gick ut ur', ChoiceStateEntered: 'Valde väg i', ChoiceStateExited: 'Valde väg ur', SucceedStateEntered: 'Kom till', SucceedStateExited: 'Lämnade',
  TaskScheduled: 'Uppgift beställd', TaskStarted: 'Uppgift påbörjad', TaskSubmitted: 'Uppgift väntar på svar', TaskSucceeded: 'Uppgift klar', TaskFailed: 'Uppgift misslyckades', TaskTimedOut: 'Väntan tog slut', TaskStartFailed: 'Uppgift kunde inte börja', TaskSubmitFailed: 'Uppgift kunde inte lämnas',
};
export const consoleTexts = bilingual({
  title: 'Körningar', lead: 'Varje ärendes väg genom tiden: vad det väntar på, och sedan när.',
  filter: 'Visa', open: 'Pågående', stopped: 'Stannade', overdue: 'Försenade', ended: 'Avslutade', number: 'Ärendenummer', find: 'Visa', numberWrong: 'Numret stämmer inte. Skriv det som K7H-4F2K.',
  case: 'Ärende', unit: 'Enhet', waitsFor: 'Väntar på', since: 'Sedan', until: 'Till', flags: 'Läge', caption: 'Körningar', allUnits: 'Alla enheter', none: 'Inga körningar här.', nothing: 'inget', more: 'Visa fler', execution: 'Körning', running: 'Pågår',
  waits: { sending: 'Att skickas', acknowledgement: 'Att öppnas', reply: 'Svar', closing: 'Avslut', registration: 'Att registreras', information: 'Uppgifter från anmälaren', investigation: 'Utredning', answer: 'Vårt svar', pharmacyNotification: 'Anmälan till dosapoteket', effectReview: 'Effektuppföljning' } as Readonly<Record<string, string>>,
  one: (number: string) => `Körning för ${number}`, graph: 'Tillståndsgraf', graphAbout: (current: string | null, failed: string | null) => (current ? `Körningen står i ${current}.` : failed ? `Körningen stannade i ${failed}.` : 'Körningen är slut.'), states: 'Tillstånden i ordning', current: 'här är den nu', failedHere: 'här stannade den', visited: 'besökt',
  facts: 'Om körningen', status: 'Status', statusOf: { RUNNING: 'Pågår', SUCCEEDED: 'Klar', FAILED: 'Stannad på fel', TIMED_OUT: 'Tog för lång tid', ABORTED: 'Avbruten' }, machine: 'Flöde', machines: { 'outgoing-deviation': 'Utgående avvikelse', 'incoming-deviation': 'Inkommande avvikelse', 'dose-pharmacy': 'Anmälan till dosapoteket', 'effect-review': 'Effektuppföljning', 'register-import': 'Import till register' }, started: 'Började', ended2: 'Slutade', error: 'Fel', errorOf: { StoppedFromConsole: 'Stoppad från konsolen' } as Readonly<Record<string, string>>, input: 'Indata', toCase: 'Till ärendet', aws: 'Öppna i molnets konsol',
  mend: 'Få igång ärendet', intervene: 'Ingripa', reason: 'Orsak', reasonMissing: 'Skriv en orsak.', blocked: 'Körningen kan inte fortsätta där den stannade.', redriveUntil: 'Kan fortsättas till', generations: 'Ärendets alla körningar', generation: (number: number) => `Körning ${number}`, noLongerKept: 'sparas inte längre',
  mending: { 'redrive-execution': 'Fortsätt där den stannade', 'restart-lifecycle': 'Starta om', 'stop-execution': 'Stoppa körningen' },
  mendingAbout: { 'redrive-execution': 'Samma körning går vidare från steget som felade.', 'restart-lifecycle': 'En ny körning tar vid från ärendet som det är nu. Inget mejl skickas två gånger.', 'stop-execution': 'Inga påminnelser går ut förrän körningen fortsätts eller startas om.' },
  mended: { 'redrive-execution': 'Körningen fortsätter.', 'restart-lifecycle': 'En ny körning har startat från ärendet.', 'stop-execution': 'Körningen är stoppad.' },
  mending2: 'Det du bad om utförs nu.', superseded: 'En senare körning har tagit vid.', toNewest: 'Till den senaste',
  outcome: { current: 'pågår', done: 'klart', failed: 'stannade här', ranOut: 'tiden gick ut' }, steps: (count: number) => (count === 1 ? '1 händelse' : `${count} händelser`), retries: (count: number) => (count === 1 ? 'ett nytt försök' : `${count} nya försök`),
  history: 'Historik', event: history as Readonly<Record<string, string>>, all: 'Alla', refreshed: (time: string) => `Uppdaterad kl. ${time}`,
  state: {
    'Read case': 'Läs ärendet', 'What is awaited?': 'Vad väntas det på?', 'Await sending': 'Väntar på sändning', 'Await acknowledgement': 'Väntar på öppning', 'Await reply': 'Väntar på svar', 'Await closing': 'Väntar på avslut',
    'What is due?': 'Vad är dags?', 'Report handling overdue': 'Säg till: sen handläggning', 'Report not acknowledged': 'Säg till: inte öppnad', 'Remind before due': 'Påminn före', 'Remind on due day': 'Påminn på dagen', 'Remind after due': 'Påminn efter',
    'Escalate to managers': 'Till cheferna', 'Expire link': 'Stäng länken', 'Start next generation': 'Starta nästa körning', 'Case ended': 'Ärendet slut',
    'Await registration': 'Väntar på registrering', 'Await investigation': 'Väntar på utredning', 'Await information': 'Väntar på uppgifter', 'Report registration overdue': 'Säg till: inte registrerad',
    'Await pharmacy notification': 'Väntar på anmälan', 'Remind of pharmacy notification': 'Påminn om anmälan', 'Await effect review': 'Väntar på uppföljning', 'Ask for effect review': 'Be om uppföljning',
    'Remind of effect review': 'Påminn om uppföljning', 'Escalate effect review': 'Till chefen', 'Track ended': 'Spåret slut',
  } as Readonly<Record<string, string>>,
}, {
  title: 'Executions', lead: 'Each case’s way through time: what it waits for, and since when.',
  filter: 'Show', open: 'Running', stopped: 'Stopped', overdue: 'Overdue', ended: 'Ended', number: 'Case number', find: 'Show', numberWrong: 'The number is not right. Write it as K7H-4F2K.',
  case: 'Case', unit: 'Unit', waitsFor: 'Waits for', since: 'Since', until: 'Until', flags: 'State', caption: 'Executions', allUnits: 'All units', none: 'No executions here.', nothing: 'nothing', more: 'Show more', execution: 'Execution', running: 'Running',
  waits: { sending: 'Sending', acknowledgement: 'Opening', reply: 'A reply', closing: 'Closing', registration: 'Registration', information: 'Information from the filer', investigation: 'The investigation', answer: 'Our reply', pharmacyNotification: 'The dose pharmacy’s notification', effectReview: 'The effect review' },
  one: (number: string) => `Execution of ${number}`, graph: 'State graph', graphAbout: (current: string | null, failed: string | null) => (current ? `The execution is in ${current}.` : failed ? `The execution stopped in ${failed}.` : 'The execution has ended.'), states: 'The states in order', current: 'it is here now', failedHere: 'it stopped here', visited: 'visited',
  facts: 'About the execution', status: 'Status', statusOf: { RUNNING: 'Running', SUCCEEDED: 'Done', FAILED: 'Stopped on an error', TIMED_OUT: 'Took too long', ABORTED: 'Aborted' }, machine: 'State machine', machines: { 'outgoing-deviation': 'Outgoing deviation', 'incoming-deviation': 'Incoming deviation', 'dose-pharmacy': 'Notification of the dose pharmacy', 'effect-review': 'Effect review', 'register-import': 'Import into a register' }, started: 'Started', ended2: 'Ended', error: 'Error', errorOf: { StoppedFromConsole: 'Stopped from the console' }, input: 'Input', toCase: 'To the case', aws: 'Open in the cloud’s console',
  mend: 'Get the case going', intervene: 'Intervene', reason: 'Reason', reasonMissing: 'Write a reason.', blocked: 'The execution cannot go on where it stopped.', redriveUntil: 'Can go on until', generations: 'All executions of the case', generation: (number: number) => `Execution ${number}`, noLongerKept: 'no longer kept',
  mending: { 'redrive-execution': 'Go on where it stopped', 'restart-lifecycle': 'Restart', 'stop-execution': 'Stop the execution' },
  mendingAbout: { 'redrive-execution': 'The same execution goes on from the step that failed.', 'restart-lifecycle': 'A new execution takes over from the case as it is now. No mail is sent twice.', 'stop-execution': 'No reminders go out until the execution goes on or is restarted.' },
  mended: { 'redrive-execution': 'The execution goes on.', 'restart-lifecycle': 'A new execution has started from the case.', 'stop-execution': 'The execution is stopped.' },
  mending2: 'What you asked for is being done.', superseded: 'A later execution has taken over.', toNewest: 'To the newest',
  outcome: { current: 'under way', done: 'done', failed: 'stopped here', ranOut: 'time ran out' }, steps: (count: number) => (count === 1 ? '1 event' : `${count} events`), retries: (count: number) => (count === 1 ? 'one retry' : `${count} retries`),
  history: 'History', event: {
    ExecutionStarted: 'The execution started', ExecutionSucceeded: 'The execution is done', ExecutionFailed: 'The execution stopped on an error', ExecutionTimedOut: 'The execution took too long', ExecutionAborted: 'The execution was aborted', ExecutionRedriven: 'The execution was redriven',
    TaskStateEntered: 'Entered', TaskStateExited: 'Left', ChoiceStateEntered: 'Chose a way in', ChoiceStateExited: 'Chose a way out of', SucceedStateEntered: 'Came to', SucceedStateExited: 'Left',
    TaskScheduled: 'Task scheduled', TaskStarted: 'Task started', TaskSubmitted: 'Task waits for an answer', TaskSucceeded: 'Task done', TaskFailed: 'Task failed', TaskTimedOut: 'The wait ran out', TaskStartFailed: 'Task could not start', TaskSubmitFailed: 'Task could not be submitted',
  }, all: 'All', refreshed: (time: string) => `Refreshed at ${time}`,
  state: {},
});
