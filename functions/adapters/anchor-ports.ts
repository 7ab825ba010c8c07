import type { Instant } from '../domain/case.ts';
import type { AnchorPorts } from '../use-cases/ports-chain.ts';
import { headVault } from './head-vault.ts';
import { createLog } from './log.ts';
import { pendingHeads } from './pending-heads.ts';

export const anchorPorts = (now: Instant): AnchorPorts => ({ pending: pendingHeads, vault: headVault(now), log: createLog() });
