import type { CaseEventType } from '../../../../functions/contracts/words.ts';
import { bilingual } from '../../language/language.ts';

export const timelineTexts = bilingual({
  title: 'Vad som har hänt', clock: 'Brygga', inRole: (role: string) => `som ${role}`,
  event: {
    submitted: 'Rapporterade avvikelsen', assigned: 'Fördelade ärendet', externalUnitSet: 'Angav extern enhet', outgoingTextEdited: 'Redigerade texten som lämnas ut',
    outgoingTextConfirmed: 'Bekräftade texten som lämnas ut', informationRequested: 'Bad rapportören om mer', informationProvided: 'Svarade på frågan', sent: 'Skickade till den externa enheten',
    linkRenewed: 'Skickade en ny länk; den gamla slutade gälla', identityGiven: 'Lämnade uppgift om vem det gäller', noteAdded: 'Skrev en anteckning', codeSent: 'Kod begärd vid länken',
    acknowledged: 'Tog emot ärendet', opened: 'Öppnade ärendet', answered: 'Svarade', replyReturned: 'Returnerade svaret', asked: 'Ställde en fråga', decided: 'Avgjorde frågan',
    handedOver: 'Ärendet överlämnades', wrongRecipient: 'Meddelade att enheten är fel mottagare', shared: 'Delade svaret', closed: 'Avslutade ärendet', reopened: 'Återöppnade ärendet', withdrawn: 'Återkallade ärendet',
    notAcknowledged: 'Inte öppnad i tid', reminded: 'Påminnelse skickad', escalated: 'Försenat svar: båda cheferna fick veta', linkExpired: 'Länken slutade gälla', handlingOverdue: 'Handläggningen är försenad',
    mailSent: 'Mejl skickat', mailBounced: 'Mejl kom inte fram', lifecycleStopped: 'Ärendets körning stannade', lifecycleRedriven: 'Ärendets körning fortsattes där den stannade', lifecycleRestarted: 'Ärendets körning startades om',
  } satisfies Record<CaseEventType, string>,
  mail: {
    receipt: 'kvitto', assigned: 'tilldelning', request: 'begäran om svar', code: 'kod', acknowledged: 'mottagen', notAcknowledged: 'inte öppnad', reminder: 'påminnelse', escalation: 'till båda cheferna',
    asked: 'fråga', decided: 'beslut', answered: 'besvarad', returned: 'returnerad', informationRequested: 'fråga till rapportören', informationProvided: 'svar från rapportören', shared: 'svaret delat',
    closed: 'avslutad', withdrawn: 'återkallad', reopened: 'återöppnad', handlingOverdue: 'handläggning försenad', bounced: 'mejl kom inte fram', stopped: 'körning stannad',
  },
  notSent: 'Mejl skickades inte', lead: 'Huvudutredare', co: 'Medutredare', unit: 'Enhet', replyBy: 'Svar senast', days: (days: number) => `${days} dagar till`, approved: 'Godkänd', refused: 'Avslagen', toWhom: 'Till',
  how: { phone: 'per telefon', secureVideo: 'i säkert videosamtal', inPerson: 'på plats', recordSystem: 'i journalsystemet' }, skipped: 'hoppades över, en nyare påminnelse gick ut',
}, {
  title: 'What has happened', clock: 'Brygga', inRole: (role: string) => `as ${role}`,
  event: {
    submitted: 'Reported the deviation', assigned: 'Assigned the case', externalUnitSet: 'Set the external unit', outgoingTextEdited: 'Edited the text that leaves',
    outgoingTextConfirmed: 'Confirmed the text that leaves', informationRequested: 'Asked the reporter for more', informationProvided: 'Answered the question', sent: 'Sent it to the external unit',
    linkRenewed: 'Sent a new link; the old one died', identityGiven: 'Told whom it concerns', noteAdded: 'Wrote a note', codeSent: 'A code was asked for at the link',
    acknowledged: 'Acknowledged the case', opened: 'Opened the case', answered: 'Answered', replyReturned: 'Returned the reply', asked: 'Asked for something', decided: 'Decided it',
    handedOver: 'The case was handed over', wrongRecipient: 'Said that the unit is the wrong recipient', shared: 'Shared the reply', closed: 'Closed the case', reopened: 'Reopened the case', withdrawn: 'Withdrew the case',
    notAcknowledged: 'Not opened in time', reminded: 'Reminder sent', escalated: 'Late reply: both managers were told', linkExpired: 'The link expired', handlingOverdue: 'Handling is overdue',
    mailSent: 'Mail sent', mailBounced: 'A mail did not arrive', lifecycleStopped: 'The execution of the case stopped', lifecycleRedriven: 'The execution of the case went on where it stopped', lifecycleRestarted: 'The execution of the case was restarted',
  },
  mail: {
    receipt: 'receipt', assigned: 'assignment', request: 'request for a reply', code: 'code', acknowledged: 'acknowledged', notAcknowledged: 'not opened', reminder: 'reminder', escalation: 'to both managers',
    asked: 'question', decided: 'decision', answered: 'answered', returned: 'returned', informationRequested: 'question to the reporter', informationProvided: 'answer from the reporter', shared: 'reply shared',
    closed: 'closed', withdrawn: 'withdrawn', reopened: 'reopened', handlingOverdue: 'handling overdue', bounced: 'a mail did not arrive', stopped: 'execution stopped',
  },
  notSent: 'A mail was not sent', lead: 'Lead investigator', co: 'Co-investigators', unit: 'Unit', replyBy: 'Reply by', days: (days: number) => `${days} more days`, approved: 'Approved', refused: 'Refused', toWhom: 'To',
  how: { phone: 'by phone', secureVideo: 'in a secure video call', inPerson: 'in person', recordSystem: 'in the record system' }, skipped: 'left out, a newer reminder went out',
});
