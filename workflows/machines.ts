import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Machine } from '../functions/domain/vocabulary.ts';
import { dispute } from './dispute.ts';
import { archiveExport } from './archive-export.ts';
import { dosePharmacy } from './dose-pharmacy.ts';
import { effectReview } from './effect-review.ts';
import { escalation } from './escalation.ts';
import { harmDecision } from './harm-decision.ts';
import { incomingDeviation } from './incoming-deviation.ts';
import { outgoingDeviation } from './outgoing-deviation.ts';
import { periodicReport } from './periodic-report.ts';
import { registerImport } from './register-import.ts';
import type { TaskOf } from './tasks.ts';

/** Every state machine that is deployed. */
export const machineList: Readonly<Record<Machine, { readonly comment: string; readonly chain: (scope: Construct, task: TaskOf) => IChainable }>> = {
  'outgoing-deviation': { comment: 'The clock of an outgoing deviation, from report to closing', chain: outgoingDeviation },
  'incoming-deviation': { comment: 'The clock of an incoming deviation, from filing to our reply', chain: incomingDeviation },
  'dose-pharmacy': { comment: 'The second registration that a dose pharmacy wants', chain: dosePharmacy },
  'effect-review': { comment: 'The review of effect, some months after closing', chain: effectReview },
  'register-import': { comment: 'A file into a register: checked, written beside what is in force, put in force', chain: registerImport },
  'harm-decision': { comment: 'The decision on serious harm, from when those who decide were told', chain: harmDecision },
  dispute: { comment: 'A step of a dispute on responsibility or cost, until it is settled or taken further', chain: dispute },
  'archive-export': { comment: 'A package of cases for an archive: chosen, written volume by volume, finished', chain: archiveExport },
  escalation: { comment: 'A case on the ladder, from the nearest managers to the steering body and back', chain: escalation },
  'periodic-report': { comment: 'A periodic report: drafted, submitted, answered', chain: periodicReport },
};
