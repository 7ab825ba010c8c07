import type { ExecutionView } from '../../../../functions/contracts/execution.ts';
import archiveExport from '../../generated/archive-export.json' with { type: 'json' };
import dosePharmacy from '../../generated/dose-pharmacy.json' with { type: 'json' };
import dispute from '../../generated/dispute.json' with { type: 'json' };
import effectReview from '../../generated/effect-review.json' with { type: 'json' };
import escalation from '../../generated/escalation.json' with { type: 'json' };
import harmDecision from '../../generated/harm-decision.json' with { type: 'json' };
import incomingDeviation from '../../generated/incoming-deviation.json' with { type: 'json' };
import outgoingDeviation from '../../generated/outgoing-deviation.json' with { type: 'json' };
import periodicReport from '../../generated/periodic-report.json' with { type: 'json' };
import registerImport from '../../generated/register-import.json' with { type: 'json' };

type Layout = typeof outgoingDeviation;
/** Every machine as it was laid out when the site was built. */
export const layouts: Readonly<Record<ExecutionView['machine'], Layout>> = {
  'outgoing-deviation': outgoingDeviation, 'incoming-deviation': incomingDeviation, 'dose-pharmacy': dosePharmacy, 'effect-review': effectReview, 'harm-decision': harmDecision,
  'register-import': registerImport, dispute, 'archive-export': archiveExport, escalation,
  'periodic-report': periodicReport,
};
