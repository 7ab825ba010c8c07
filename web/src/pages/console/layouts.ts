import type { ExecutionView } from '../../../../functions/contracts/execution.ts';
import type anyLayout from '../../generated/outgoing-deviation.json';

/** A machine as it was laid out when the site was built. */
export type Layout = typeof anyLayout;
type Loading = () => Promise<{ readonly default: Layout }>;

/** One file per machine: a page shows one of them. */
export const layouts: Readonly<Record<ExecutionView['machine'], Loading>> = {
  'outgoing-deviation': () => import('../../generated/outgoing-deviation.json', { with: { type: 'json' } }),
  'incoming-deviation': () => import('../../generated/incoming-deviation.json', { with: { type: 'json' } }),
  'dose-pharmacy': () => import('../../generated/dose-pharmacy.json', { with: { type: 'json' } }),
  'effect-review': () => import('../../generated/effect-review.json', { with: { type: 'json' } }),
  'harm-decision': () => import('../../generated/harm-decision.json', { with: { type: 'json' } }),
  'register-import': () => import('../../generated/register-import.json', { with: { type: 'json' } }),
  dispute: () => import('../../generated/dispute.json', { with: { type: 'json' } }),
  'archive-export': () => import('../../generated/archive-export.json', { with: { type: 'json' } }),
  escalation: () => import('../../generated/escalation.json', { with: { type: 'json' } }),
  'periodic-report': () => import('../../generated/periodic-report.json', { with: { type: 'json' } }),
};
