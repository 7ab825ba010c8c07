import { bilingual } from '../../language/language.ts';

export const statisticsTexts = bilingual({
  title: 'Statistik', lead: 'Hur många ärenden som registrerats, per månad och enhet.', internal: 'Bara för internt bruk: små tal visas som de är. Lämnas något ut får inget tal under 3 stå kvar.',
  year: 'År', unit: 'Enhet', allUnits: 'Alla enheter', of: 'Visa i diagrammet', print: 'Skriv ut', none: 'Inget är registrerat det året.', month: 'Månad', total: 'Hela året', table: 'Tabell',
  counted: { outgoing: 'Utgående', incoming: 'Inkommande', onCall: 'På jourtid', notOurs: 'Ej kommunens ansvar', downtime: 'På papper vid driftstopp' },
  chart: (what: string, year: string) => `${what}, ${year}, per månad`,
}, {
  title: 'Statistics', lead: 'How many cases have been registered, by month and unit.', internal: 'For internal use only: small counts are shown as they are. If anything is given out, no count below 3 may stand.',
  year: 'Year', unit: 'Unit', allUnits: 'All units', of: 'Show in the chart', print: 'Print', none: 'Nothing was registered that year.', month: 'Month', total: 'The whole year', table: 'Table',
  counted: { outgoing: 'Outgoing', incoming: 'Incoming', onCall: 'Out of hours', notOurs: 'Not our responsibility', downtime: 'On paper while down' },
  chart: (what: string, year: string) => `${what}, ${year}, by month`,
});
