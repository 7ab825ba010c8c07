import type { MailFacts, MailFrame, MailText, MailTexts } from './mail-text.ts';

export const frameSv: MailFrame = {
  greeting: 'Hej!',
  linkIsPersonalToUnit: 'Länken är bara till för er enhet. Skicka den inte vidare. En kod skickas till den här brevlådan när ni öppnar den.',
  linkIsPersonalToFiler: 'Länken är bara till för er som har anmält. En kod skickas till den här brevlådan när ni öppnar den.',
  signInNeeded: 'Du behöver logga in för att läsa ärendet.',
  signInNeededHere: 'Du behöver logga in.',
  doNotAnswer: 'Det här meddelandet går inte att svara på. Skriv aldrig personuppgifter i e-post.',
  caseNumber: 'Ärendenummer',
};

const open = 'Öppna ärendet:';
const reply = 'Öppna begäran:';
const text = (subject: (facts: MailFacts) => string, paragraphs: (facts: MailFacts) => readonly string[], action: string) =>
  (facts: MailFacts): MailText => ({ subject: subject(facts), paragraphs: paragraphs(facts), action });
const report = 'Öppna rapporten:';
const meeting = 'Öppna mötet:';
const analysis = 'Öppna djupanalyserna:';
const status = 'Se var ärendet är:';
const ourReply = (facts: MailFacts) => (facts.replyBy === null ? [] : [`Svaret till den som har anmält ska skickas senast ${facts.replyBy}.`]);
const by = (facts: MailFacts) => (facts.replyBy === null ? [] : [`Svaret ska ha kommit in senast ${facts.replyBy}.`]);

export const textsSv: MailTexts = {
  receipt: { staff: text((f) => `Ärende ${f.number} har kommit in`, () => ['Det du rapporterade har kommit in. Du får besked här när något händer.', 'Anteckna ärendenumret i journalen om det hör dit.'], open) },
  assigned: { staff: text((f) => `Ärende ${f.number} är tilldelat dig`, (f) => (f.lead === null
    ? ['Du har fått en uppgift i ett ärende.']
    : [f.lead ? 'Du är huvudutredare i ett ärende som har kommit in.' : 'Du är medutredare i ett ärende som har kommit in.', ...ourReply(f)]), open) },
  request: { unit: text((f) => `Begäran om svar, ärende ${f.number}`, (f) => [`${f.sender} ber er enhet att utreda och svara i ett ärende.`, ...by(f), 'Länken nedan ersätter alla tidigare länkar i ärendet.'], reply) },
  code: {
    unit: text((f) => `Kod för ärende ${f.number}`, (f) => [`Koden är ${f.code ?? ''}`, 'Koden gäller i tio minuter. Om ni inte har bett om den behöver ni inte göra något.'], ''),
    filer: text((f) => `Kod för ärende ${f.number}`, (f) => [`Koden är ${f.code ?? ''}`, 'Koden gäller i tio minuter. Om ni inte har bett om den behöver ni inte göra något.'], ''),
  },
  acknowledged: { staff: text((f) => `Ärende ${f.number} är mottaget av den externa enheten`, () => ['Den externa enheten har öppnat begäran.'], open) },
  notAcknowledged: {
    staff: text((f) => `Ärende ${f.number} har inte öppnats`, () => ['Den externa enheten har inte öppnat begäran inom utsatt tid. En påminnelse har skickats till enheten.'], open),
    unit: text((f) => `Påminnelse: begäran i ärende ${f.number} är inte öppnad`, (f) => [`${f.sender} har skickat er enhet en begäran som ännu inte har öppnats.`, ...by(f)], reply),
  },
  reminder: {
    staff: text((f) => `Dags att påminna i ärende ${f.number}`, (f) => ['Begäran gick på papper. Påminn den externa enheten per brev eller telefon.', ...by(f)], open),
    unit: text((f) => `Påminnelse om svar, ärende ${f.number}`, (f) => [`${f.sender} väntar på svar från er enhet.`, ...by(f), 'Behöver ni mer tid, eller hör ärendet till en annan enhet? Säg det via länken.'], reply),
  },
  escalation: {
    staff: text((f) => `Ärende ${f.number}: svaret är försenat`, (f) => [
      'Den externa enheten har inte svarat i tid.', ...by(f),
      f.managerMailboxMissing
        ? 'Den externa enhetens chef har ingen brevlåda i registret och har inte fått besked. Uppgift till den som handlägger ärendet: kontakta chefen och se till att brevlådan läggs in.'
        : 'Cheferna på båda sidor har fått besked.',
    ], open),
    manager: text((f) => `Svar saknas i ärende ${f.number}`, (f) => [`${f.sender} har inte fått svar i ett ärende mellan våra organisationer.`, ...by(f), 'Länken för att svara finns i den externa enhetens funktionsbrevlåda. Kontakta enheten.'], ''),
  },
  asked: { staff: text((f) => (f.wrongRecipient ? `Fel mottagare i ärende ${f.number}` : `Fråga att besluta i ärende ${f.number}`), (f) => [f.wrongRecipient
    ? 'Den externa enheten säger att den är fel mottagare. Länken har slutat gälla och ärendet är åter hos dig.'
    : 'Den externa enheten har ställt en fråga som väntar på beslut.'], open) },
  decided: { unit: text((f) => `Beslut i ärende ${f.number}`, (f) => [`${f.sender} har beslutat om er fråga. Beslutet står i begäran, om den fortfarande ligger hos er enhet.`, ...by(f)], reply) },
  answered: { staff: text((f) => `Svar i ärende ${f.number}`, () => ['Den externa enheten har svarat.'], open) },
  returned: { unit: text((f) => `Komplettering behövs i ärende ${f.number}`, (f) => ['Svaret behöver kompletteras. Skälet står i begäran. Svarstiden fortsätter att löpa.', ...by(f)], reply) },
  informationRequested: { staff: text((f) => `Fråga till dig om ärende ${f.number}`, () => ['Den som handlägger ärendet behöver veta mer av dig.'], open) },
  informationProvided: { staff: text((f) => `Komplettering i ärende ${f.number}`, (f) => [f.incoming ? 'Den som har anmält har svarat på frågan.' : 'Rapportören har svarat på frågan.'], open) },
  shared: { staff: text((f) => `Svaret i ärende ${f.number} är delat med dig`, () => ['Svaret i ärendet kan nu läsas av dig.'], open) },
  closed: {
    staff: text((f) => `Ärende ${f.number} är avslutat`, () => ['Ärendet är avslutat. Du kan läsa vad som kom fram.'], open),
    unit: text((f) => `Ärende ${f.number} är avslutat`, (f) => [`${f.sender} har avslutat ärendet. Tack för er medverkan. Länken har slutat gälla.`], ''),
  },
  withdrawn: {
    staff: text((f) => `Ärende ${f.number} är återkallat`, () => ['Ärendet är återkallat.'], open),
    unit: text((f) => `Ärende ${f.number} är återkallat`, (f) => [`${f.sender} har återkallat begäran. Ni behöver inte svara. Länken har slutat gälla.`], ''),
  },
  reopened: {
    staff: text((f) => `Ärende ${f.number} är öppnat igen`, () => ['Ärendet är öppnat igen.'], open),
    unit: text((f) => `Ärende ${f.number} är öppnat igen`, (f) => [`${f.sender} har öppnat ärendet igen. Behövs något av er kommer en ny begäran.`], ''),
  },
  handlingOverdue: { staff: text((f) => `Ärende ${f.number} väntar på handläggning`, () => ['Tiden för att handlägga ärendet har gått ut.'], open) },
  bounced: { staff: text((f) => `E-post i ärende ${f.number} kom inte fram`, (f) => [f.incoming
    ? 'Ett meddelande till den som har anmält kom inte fram. Sök en annan väg att nå den som har anmält.'
    : 'Ett meddelande till den externa enheten kom inte fram. Kontrollera enhetens brevlåda i registret och skicka en ny länk.'], open) },
  stopped: { staff: text((f) => `Körningen för ärende ${f.number} har stannat`, () => ['Ärendets körning, som bevakar tiderna, har stannat. Öppna konsolen och fortsätt körningen där den stannade, eller starta om den.'], open) },
  // To whoever filed.
  intakeCode: { filer: text(() => 'Kod för att anmäla en avvikelse', (f) => [`Koden är ${f.code ?? ''}`, `Den gäller i tio minuter och öppnar formuläret hos ${f.sender}. Om ni inte har bett om den behöver ni inte göra något.`], '') },
  filed: { filer: text((f) => `Ärende ${f.number} har kommit in`, (f) => [
    `${f.sender} har tagit emot det som har anmälts.`, ...(f.replyBy === null ? [] : [`Ni får svar senast ${f.replyBy}.`]), 'På länken nedan ser ni var ärendet är.',
  ], status) },
  informationWanted: { filer: text((f) => `Fråga om ärende ${f.number}`, (f) => [`${f.sender} behöver veta mer för att kunna utreda. Frågan står på ärendets sida, och ni svarar där.`], status) },
  replySent: { filer: text((f) => `Svar i ärende ${f.number}`, (f) => [`${f.sender} har utrett det som har anmälts och svarat. Svaret står på ärendets sida.`], status) },
  rejected: { filer: text((f) => `Ärende ${f.number} tas inte upp`, (f) => [`${f.sender} tar inte upp det som har anmälts. Skälet står på ärendets sida.`], status) },
  statusLink: { filer: text((f) => `Ny länk till ärende ${f.number}`, () => ['Länken nedan ersätter alla tidigare länkar i ärendet.'], status) },
  // Incoming, to staff.
  incoming: { staff: text((f) => `Ärende ${f.number} har kommit in`, (f) => ['En avvikelse har anmälts utifrån och väntar på att registreras.', ...ourReply(f)], open) },
  registrationOverdue: { staff: text((f) => `Ärende ${f.number} väntar på registrering`, () => ['Tiden för att registrera ärendet har gått ut.'], open) },
  investigationReminder: { staff: text((f) => `Påminnelse om utredning, ärende ${f.number}`, (f) => ['Ett ärende som har kommit in väntar på att utredas och besvaras.', ...ourReply(f)], open) },
  investigationEscalation: { staff: text((f) => `Ärende ${f.number}: vårt svar är försenat`, (f) => ['Ett ärende som har kommit in är inte besvarat i tid. Cheferna för de berörda enheterna har fått besked.', ...ourReply(f)], open) },
  investigationDone: { staff: text((f) => `Utredningen i ärende ${f.number} är klar`, (f) => ['Huvudutredaren har anmält att utredningen är klar. Nu kan svaret skickas.', ...ourReply(f)], open) },
  investigationReturned: { staff: text((f) => `Utredningen i ärende ${f.number} behöver kompletteras`, (f) => ['Den som handlägger ärendet ber dig att utreda vidare. Skälet står i ärendet.', ...ourReply(f)], open) },
  redirected: { staff: text((f) => `Ärende ${f.number} är överlämnat till dig`, (f) => ['Ett ärende har överlämnats till din enhet. Svarstiden fortsätter att löpa.', ...ourReply(f)], open) },
  incomingClosed: { staff: text((f) => `Ärende ${f.number} är avslutat`, () => ['Ärendet är avslutat. Du kan läsa vad som kom fram.'], open) },
  actionAssigned: { staff: text((f) => `Åtgärd för dig i ärende ${f.number}`, (f) => ['Du är ansvarig för en åtgärd i ett ärende.', ...(f.due === null ? [] : [`Åtgärden ska vara klar senast ${f.due}.`])], open) },
  seriousHarm: { staff: text((f) => `Ärende ${f.number} behöver bedömas nu`, () => ['I ett ärende har det angetts att händelsen var allvarlig eller kunde ha blivit det. Läs ärendet och dokumentera beslutet.'], open) },
  pharmacyReminder: { staff: text((f) => `Dosapoteket är inte underrättat, ärende ${f.number}`, () => ['Ärendet ska anmälas även till dosapoteket. Anteckna apotekets nummer, eller skälet till att anmälan inte görs. Ärendet kan inte avslutas dessförinnan.'], open) },
  effectReviewDue: { staff: text((f) => `Dags att följa upp ärende ${f.number}`, () => ['Åtgärderna har haft tid att verka. Anteckna om de har fått önskat resultat.'], open) },
  effectReviewReminder: { staff: text((f) => `Påminnelse om uppföljning, ärende ${f.number}`, () => ['Åtgärdernas effekt är ännu inte uppföljd. Anteckna om de har fått önskat resultat.'], open) },
  effectReviewEscalation: { staff: text((f) => `Ärende ${f.number} är inte uppföljt`, () => ['Ingen har följt upp åtgärdernas effekt, fastän påminnelser har skickats. Se till att det görs.'], open) },
  spotCheckDrawn: { staff: text(() => 'Stickprov att gå igenom', () => ['Ett stickprov ur åtkomstloggen har dragits för din enhet. Gå igenom det och signera.'], 'Öppna stickprovet:') },
  routineReviewDue: { staff: text(() => 'Dags att se över rutinen', () => ['Rutinen ska ses över i dag. Läs den, säg om den gäller som den är eller ska ändras, och anteckna det.'], 'Öppna rutinen:') },
  routineReviewReminder: { staff: text(() => 'Påminnelse: rutinen ska ses över', () => ['Rutinens årliga översyn är ännu inte antecknad.'], 'Öppna rutinen:') },
  spotCheckReminder: { staff: text(() => 'Påminnelse: stickprov att gå igenom', () => ['Ett stickprov ur åtkomstloggen är ännu inte signerat.'], 'Öppna stickprovet:') },
  retentionReported: { staff: text(() => 'Gallringsrapport att gå igenom', () => ['En rapport över det som ska gallras är klar. Gå igenom den, undanta det som ska vara kvar och signera. Ingenting gallras utan signatur.'], 'Öppna rapporten:') },
  retentionReminder: { staff: text(() => 'Påminnelse: gallringsrapport att gå igenom', () => ['En gallringsrapport är ännu inte signerad. Ingenting gallras utan signatur.'], 'Öppna rapporten:') },
  // To whoever asked for it.
  test: { staff: text(() => 'Provmeddelande', (f) => [`E-posten från ${f.sender} kommer fram till dig. Du har bett om det här meddelandet på sidan Första timmen.`], 'Öppna sidan:') },
  // Periodic reports.
  reportDrafted: { staff: text((f) => `Rapporten ${f.about ?? ''} är klar att redigera`, () => ['Ett utkast till en återkommande rapport har tagits fram. Läs det, skriv till det som behövs och lämna in rapporten.'], report) },
  reportReminder: { staff: text((f) => `Påminnelse: rapporten ${f.about ?? ''} är inte inlämnad`, () => ['Utkastet väntar på att redigeras och lämnas in.'], report) },
  reportEscalation: { staff: text((f) => `Rapporten ${f.about ?? ''} är försenad`, () => ['En återkommande rapport är inte inlämnad i tid, fastän en påminnelse har skickats. Se till att den lämnas in.'], report) },
  reportSubmitted: {
    staff: text((f) => `Rapporten ${f.about ?? ''} har lämnats in`, () => ['En återkommande rapport har lämnats till en grupp som du hör till.'], report),
    unit: text((f) => `Rapport ${f.about ?? ''} från ${f.sender}`, (f) => [`${f.sender} har lämnat en rapport till er. Ni läser den och lämnar återkoppling på länken nedan, som ersätter tidigare länkar till rapporten.`], report),
  },
  reportFeedbackReminder: {
    staff: text((f) => `Påminnelse: återkoppling på rapporten ${f.about ?? ''}`, () => ['Återkopplingen på en rapport, eller uppföljningen av den, är ännu inte antecknad.'], report),
    unit: text((f) => `Påminnelse: återkoppling på rapport ${f.about ?? ''}`, (f) => [`${f.sender} väntar på återkoppling på en rapport: vad som har gjorts och vad som planeras.`], report),
  },
  reportFeedback: { staff: text((f) => `Återkoppling på rapporten ${f.about ?? ''}`, () => ['Det har kommit återkoppling på en rapport.'], report) },
  reportCopy: { staff: text(() => 'Avidentifierad kopia till gruppen', () => ['En brist i samverkan har förts till en grupp som du hör till, som avidentifierad text.'], 'Öppna gruppens kopior:') },
  reportStopped: { staff: text((f) => `Körningen för rapporten ${f.about ?? ''} har stannat`, () => ['Rapportens körning, som bevakar tiderna, har stannat. Starta om den från rapporten.'], report) },
  // Meetings and deep analyses.
  meetingInvitation: { staff: text(() => 'Kallelse till möte', () => ['Du är kallad till ett möte i en grupp som du hör till. Tid, plats och dagordning står på mötets sida.'], meeting) },
  meetingChanged: { staff: text(() => 'Ändrad tid eller plats för möte', () => ['Ett möte som du är kallad till har ny tid eller plats. De nya uppgifterna står på mötets sida.'], meeting) },
  meetingCancelled: { staff: text(() => 'Inställt möte', () => ['Ett möte som du är kallad till är inställt. Skälet står på mötets sida.'], meeting) },
  meetingNotesApproved: { staff: text(() => 'Mötesanteckningar att läsa', () => ['Anteckningarna från ett möte i en grupp som du hör till är godkända.'], meeting) },
  meetingNotesDue: { staff: text(() => 'Påminnelse: mötesanteckningar att godkänna', () => ['Anteckningarna från ett möte som du är sammankallande för är ännu inte godkända.'], meeting) },
  guestAdded: { staff: text(() => 'Gäst i en grupp', () => ['Sammankallande har bjudit in dig som gäst i en grupp, för en tid. De dagar du är gäst läser du gruppens mappar på dess sida.'], 'Gruppens sida:') },
  meetingToPlan: { staff: text(() => 'Dags att planera nästa möte', () => ['En grupp som du är sammankallande för har inget kommande möte. Enligt rutinen är det dags.'], 'Planera mötet:') },
  deepAnalysisProposed: { staff: text(() => 'Förslag om djupanalys', () => ['Ett ärende är föreslaget för djupanalys. Läs förslaget och säg vad du anser.'], analysis) },
  deepAnalysisDecided: { staff: text(() => 'Beslut om djupanalys', () => ['Det är beslutat om ett förslag till djupanalys. Beslutet står på sidan för djupanalyser.'], analysis) },
  deepAnalysisAssigned: { staff: text(() => 'Djupanalys att göra', () => ['Du är ansvarig för en djupanalys. När den ska vara klar står på sidan för djupanalyser.'], analysis) },
  deepAnalysisDue: { staff: text(() => 'Påminnelse: djupanalys att göra klar', () => ['En djupanalys som du är ansvarig för skulle ha varit klar. Skriv resultatet, eller be om en ny tid.'], analysis) },
  // Either direction, to staff.
  ladderReached: { staff: text((f) => `Ärende ${f.number} väntar på er`, () => ['Ett ärende har kommit till den nivå där du är med. Läs det, och säg vad som ska göras.'], 'Öppna:') },
  ladderReminder: { staff: text((f) => `Påminnelse om ärende ${f.number}`, () => ['Ett ärende i trappan väntar på dig eller din grupp. Tiden på nivån är snart ute, eller har gått ut.'], 'Öppna:') },
  ladderEscalation: { staff: text((f) => `Ärende ${f.number} har blivit liggande`, () => ['Ett ärende i trappan ligger kvar på sin nivå, fastän en påminnelse har skickats. Är du sammankallande på nästa nivå eller handläggare: tala med den som har det.'], 'Öppna:') },
  ladderConsulted: { staff: text((f) => `Samråd om ärende ${f.number}`, () => ['Din grupp har fått en fråga, eller ett svar, om ett ärende i trappan.'], 'Öppna:') },
  ladderReturned: { staff: text((f) => `Ärende ${f.number} har kommit tillbaka`, () => ['Ett ärende i trappan har kommit till dig igen, med det som en annan nivå har kommit fram till.'], 'Öppna:') },
  ladderDecided: { staff: text((f) => `Besked i ärende ${f.number}`, () => ['Det finns ett beslut om ett ärende som rör dig eller din enhet. Länken leder till det.'], 'Öppna:') },
  harmDecisionReminder: { staff: text((f) => `Beslutet i ärende ${f.number} saknas`, () => ['Ett ärende väntar på ditt beslut. Tiden för det har gått ut. Läs ärendet och dokumentera beslutet.'], open) },
  harmDecisionEscalation: { staff: text((f) => `Beslutet i ärende ${f.number} är försenat`, () => ['Ett ärende väntar fortfarande på beslut, fastän en påminnelse har skickats. Se till att beslutet fattas och dokumenteras.'], open) },
  harmReviewWanted: { staff: text((f) => `Granska bedömningen i ärende ${f.number}`, () => ['En bedömning ska granskas av en annan person än den som gjorde den. Ärendet kan inte avslutas dessförinnan.'], open) },
  recurrence: { staff: text((f) => `Ärende ${f.number} är ett av flera liknande`, () => ['Flera ärenden med samma motpart gäller samma sak under perioden, och de är nu så många som rutinen säger ska märkas. I ärendet ser du de tidigare. Överväg om det är en återkommande brist.'], open) },
  feedback: { staff: text((f) => `Återkoppling i ärende ${f.number}`, () => ['I ärendet står vad som har gjorts. Läs det, och berätta för dem som berörs.'], open) },
  disputeAssigned: { staff: text((f) => `Tvist i ärende ${f.number} ligger hos dig`, () => ['Du har en tvist om ansvar eller kostnad att driva vidare. Tiden för det här steget står på tvistens sida.'], 'Öppna tvisten:') },
  disputeReminder: { staff: text((f) => `Påminnelse om tvist, ärende ${f.number}`, () => ['En tvist som ligger hos dig har ett datum som närmar sig eller har passerat. Gör upp den, för den vidare eller ge den mer tid.'], 'Öppna tvisten:') },
  disputeEscalation: { staff: text((f) => `Tvisten i ärende ${f.number} är försenad`, () => ['Ingen har fört tvisten vidare, fastän påminnelser har skickats. Se till att det görs.'], 'Öppna tvisten:') },
  disputeEnded: { staff: text((f) => `Tvisten i ärende ${f.number} är avslutad`, () => ['Tvisten är avslutad. På dess sida står hur.'], 'Öppna tvisten:') },
  // Of an event description: the number is its own, and says nothing of a case.
  approvalCode: { unit: text((f) => `Kod för händelsebeskrivning ${f.description ?? ''}`, (f) => [`Koden är ${f.code ?? ''}`, 'Koden gäller i tio minuter. Om ni inte har bett om den behöver ni inte göra något.'], '') },
  approvalWanted: { unit: text((f) => `Händelsebeskrivning ${f.description ?? ''} att godkänna`, (f) => [`${f.sender} vill publicera en avidentifierad beskrivning som er enhet har del i. Läs den, och godkänn den, föreslå ändringar eller säg nej.`, 'Länken nedan ersätter alla tidigare länkar till beskrivningen.'], 'Öppna beskrivningen:') },
  approvalReminder: { unit: text((f) => `Påminnelse: händelsebeskrivning ${f.description ?? ''} att godkänna`, (f) => [`${f.sender} väntar på att er enhet läser en händelsebeskrivning. Den publiceras inte förrän ni har godkänt den.`], 'Öppna beskrivningen:') },
  approvalAnswered: { staff: text(() => 'Svar om en händelsebeskrivning', () => ['Motparten har svarat om en händelsebeskrivning.'], 'Öppna beskrivningen:') },
  approvalMissing: { staff: text(() => 'Inget svar om en händelsebeskrivning', () => ['Motparten har inte svarat, fastän påminnelser har skickats. Ta kontakt på annat sätt, eller skicka en ny länk.'], 'Öppna beskrivningen:') },
};
