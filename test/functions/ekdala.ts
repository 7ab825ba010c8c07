import { readFileSync } from 'node:fs';
import { organisationDocument } from '../../functions/contracts/register.ts';
import type { ReportBody } from '../../functions/contracts/report.ts';
import { parseRoutine } from '../../functions/contracts/routine.ts';

const fromWorkflows = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../workflows/${path}`, import.meta.url), 'utf8'));

/** The fictional organisation of the demo, and its routine. */
export const ekdala = organisationDocument.parse(fromWorkflows('demo/ekdala.json'));
export const vaxjo = parseRoutine(fromWorkflows('routines/vaxjo.json'));

/** Scenario 1: the medication list was missing; the ward is not known. */
export const missingList: ReportBody = {
  happenedAt: '2026-03-02T06:30:00.000Z',
  discoveredAt: '2026-03-02T07:00:00.000Z',
  unitId: 'hemsjukvard-norr',
  counterpartId: 'sjoland',
  externalUnitId: null,
  legalBasis: 'hsl',
  category: 'informationTransfer',
  whatHappened: 'Läkemedelslistan följde inte med hem.',
  immediateAction: 'Vi ringde avdelningen.',
  harm: 'risk',
};
/** A Monday, 10:00 in Stockholm. */
export const monday = '2026-03-02T09:00:00.000Z';
