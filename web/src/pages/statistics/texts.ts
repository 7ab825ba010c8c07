import type { Circumstance, Direction, LadderValue, StatisticMeasure, StatisticViewName } from '../../../../functions/contracts/words.ts';
import type { StatisticsView } from '../../../../functions/contracts/statistics.ts';
import { bilingual } from '../../language/language.ts';

export const statisticsTexts = bilingual({
  title: 'Statistik', lead: 'Välj vad som ska visas och för vilka månader. Perioden jämförs med en lika lång period före.',
  internal: 'Bara för internt bruk: små tal visas som de är. Välj ”Att lämna ut” för en version utan tal under 3.',
  outside: 'Den här versionen kan lämnas ut: inget tal under 3 visas, och inget kan räknas fram ur de andra. Prickar (··) betyder att talet hålls tillbaka. Det du visar här räknas som utlämnat: talen står kvar som de är för de valda månaderna, och det som visas senare hålls tillbaka om skillnaden skulle säga för mycket. Bara avslutade månader kan väljas.',
  incomplete: 'Statistiken räknas fram för första gången. Talen är inte fullständiga än.',
  from: 'Från och med', to: 'Till och med', choices: 'Vad som visas',
  whichDirection: 'Ärenden', whichBy: 'Fördelade', unit: 'Enhet', allUnits: 'Hela organisationen', ofWhat: 'Visa i diagrammet', audience: 'Används', inside: 'Internt', toOutside: 'Att lämna ut',
  print: 'Skriv ut', spreadsheet: 'Hämta som kalkylblad', none: 'Det finns inga ärenden i perioden.', total: 'Alla', table: 'Tabell', now: 'Perioden', earlier: 'Perioden före',
  direction: { outgoing: 'Utgående ärenden', incoming: 'Inkommande ärenden' } satisfies Record<Direction, string>,
  by: {
    month: 'Per månad', unit: 'Per enhet', counterpart: 'Per motpart', contractor: 'Per privat utförare', category: 'Per kategori', clause: 'Per punkt i överenskommelse',
    counterpartClause: 'Per motpart och punkt', harm: 'Per skada', causeArea: 'Per orsaksområde', targetGroup: 'Per målgrupp', legalBasis: 'Per lagrum', circumstance: 'Per omständighet', ladder: 'Per eskalering och tvist',
  } satisfies Record<StatisticViewName, string>,
  ladder: {
    'level-2': 'Lyft till närmaste chefer', 'level-3': 'Lyft till nivå 3', 'level-4': 'Lyft till nivå 4', 'level-5': 'Lyft till nivå 5',
    'dispute-lineManagers': 'Tvist hos linjechefer', 'dispute-administrationHeads': 'Tvist hos förvaltningschefer', 'dispute-court': 'Tvist i domstol',
  } satisfies Record<LadderValue, string>,
  unknownGroup: 'Inte angiven',
  circumstance: { onCall: 'På jourtid', notOurs: 'Ej kommunens ansvar', downtime: 'På papper vid driftstopp', alreadySolved: 'Redan löst', unclearResponsibility: 'Arbete under oklart ansvar' } satisfies Record<Circumstance, string>,
  measure: {
    outgoing: { submitted: 'Rapporterade', sent: 'Skickade', acknowledged: 'Mottagna', acknowledgedInTime: 'Mottagna i tid', answered: 'Besvarade', answeredInTime: 'Besvarade i tid', overdue: 'Försenade nu', closed: 'Avslutade' },
    incoming: { submitted: 'Inkomna', sent: 'Skickade', acknowledged: 'Registrerade', acknowledgedInTime: 'Registrerade i tid', answered: 'Besvarade', answeredInTime: 'Besvarade i tid', overdue: 'Försenade nu', closed: 'Avslutade' },
  } satisfies Record<Direction, Record<StatisticMeasure, string>>,
  medianToAcknowledge: { outgoing: 'Dagar till mottagen, median', incoming: 'Dagar till registrerad, median' } satisfies Record<Direction, string>,
  medianToAnswer: 'Dagar till svar, median', shareInTime: 'Besvarade i tid, procent',
  before: (what: string) => `${what}, perioden före`, comparedWith: (period: string) => `Jämförs med ${period}.`,
  limits: (direction: Direction, { acknowledge, answer }: StatisticsView['limits']) => (direction === 'outgoing'
    ? `Gränser enligt rutinen i dag: mottagen inom ${acknowledge} arbetsdagar, svar inom ${answer} dagar.` : `Gränser enligt rutinen i dag: registrerad inom ${acknowledge} arbetsdagar, vårt svar inom ${answer} dagar.`),
  toFigures: 'Öppna statistiken',
  recompute: 'Räkna om från ärendena', goOn: 'Knuffa på omräkningen', recomputeAbout: 'Talen hålls aktuella av sig själva. Räkna om dem om ni misstänker ett fel; de gamla visas tills de nya är klara, och ni kan lämna sidan.',
  recomputing: (done: string) => `Omräkning pågår: ${done} ärenden är genomgångna.`, refresh: 'Uppdatera', recomputedAt: (when: string) => `Senast omräknat ${when}.`,
}, {
  title: 'Statistics', lead: 'Choose what to show, and for which months. The period is compared with one as long before it.',
  internal: 'For internal use only: small counts are shown as they are. Choose “To give out” for a version without counts below 3.',
  outside: 'This version can be given out: no count below 3 is shown, and none can be reckoned from the others. Dots (··) mean that the count is kept back. What you show here counts as given out: the figures stand as they are for these months, and what is shown later is kept back where the difference would say too much. Only months that are over can be chosen.',
  incomplete: 'The statistics are being counted for the first time. The counts are not complete yet.',
  from: 'From', to: 'To', choices: 'What is shown',
  whichDirection: 'Cases', whichBy: 'Told apart', unit: 'Unit', allUnits: 'The whole organisation', ofWhat: 'Show in the chart', audience: 'Used', inside: 'Internally', toOutside: 'To give out',
  print: 'Print', spreadsheet: 'Download as a spreadsheet', none: 'There are no cases in the period.', total: 'All', table: 'Table', now: 'The period', earlier: 'The period before',
  direction: { outgoing: 'Outgoing cases', incoming: 'Incoming cases' },
  by: {
    month: 'By month', unit: 'By unit', counterpart: 'By counterpart', contractor: 'By private contractor', category: 'By category', clause: 'By clause of an agreement',
    counterpartClause: 'By counterpart and clause', harm: 'By harm', causeArea: 'By cause', targetGroup: 'By target group', legalBasis: 'By legal basis', circumstance: 'By circumstance', ladder: 'By escalation and dispute',
  },
  ladder: {
    'level-2': 'Raised to the nearest managers', 'level-3': 'Raised to level 3', 'level-4': 'Raised to level 4', 'level-5': 'Raised to level 5',
    'dispute-lineManagers': 'Dispute with line managers', 'dispute-administrationHeads': 'Dispute with heads of administration', 'dispute-court': 'Dispute in court',
  },
  unknownGroup: 'Not given',
  circumstance: { onCall: 'Out of hours', notOurs: 'Not our responsibility', downtime: 'On paper while down', alreadySolved: 'Solved already', unclearResponsibility: 'Work under unclear responsibility' },
  measure: {
    outgoing: { submitted: 'Reported', sent: 'Sent', acknowledged: 'Acknowledged', acknowledgedInTime: 'Acknowledged in time', answered: 'Answered', answeredInTime: 'Answered in time', overdue: 'Overdue now', closed: 'Closed' },
    incoming: { submitted: 'Received', sent: 'Sent', acknowledged: 'Registered', acknowledgedInTime: 'Registered in time', answered: 'Answered', answeredInTime: 'Answered in time', overdue: 'Overdue now', closed: 'Closed' },
  },
  medianToAcknowledge: { outgoing: 'Days to acknowledgement, median', incoming: 'Days to registration, median' },
  medianToAnswer: 'Days to answer, median', shareInTime: 'Answered in time, per cent',
  before: (what: string) => `${what}, the period before`, comparedWith: (period: string) => `Compared with ${period}.`,
  limits: (direction: Direction, { acknowledge, answer }: StatisticsView['limits']) => (direction === 'outgoing'
    ? `Limits of the routine today: acknowledged within ${acknowledge} working days, answered within ${answer} days.` : `Limits of the routine today: registered within ${acknowledge} working days, our answer within ${answer} days.`),
  toFigures: 'Open the statistics',
  recompute: 'Count anew from the cases', goOn: 'Push the counting on', recomputeAbout: 'The counts keep themselves up to date. Count anew if you suspect a fault; the old ones are shown until the new ones are ready, and you may leave the page.',
  recomputing: (done: string) => `Counting anew: ${done} cases gone through.`, refresh: 'Refresh', recomputedAt: (when: string) => `Last counted anew ${when}.`,
});
