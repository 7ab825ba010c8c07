/** A report as a nurse writes it on the day after. Deadlines are of no concern here. */
export const reportBody = (text: string): string => JSON.stringify({
  report: {
    happenedAt: new Date(Date.now() - 86_400_000).toISOString(), discoveredAt: new Date(Date.now() - 3_600_000).toISOString(),
    unitId: 'hemsjukvard-norr', counterpartId: 'sjoland', externalUnitId: 'norrvik-34', legalBasis: 'hsl', category: 'medication',
    whatHappened: `Patienten kom hem utan läkemedelslista (${text}).`, immediateAction: 'Jourläkaren ringdes.', harm: 'noHarm', medication: 'Blodförtunnande läkemedel.',
  },
});
