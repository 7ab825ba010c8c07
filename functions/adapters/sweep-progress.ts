import type { SweepProgress } from '../use-cases/ports-relay.ts';
import { getRow, putRow } from './row-access.ts';

const key = { pk: 'SWEEP', sk: 'PROGRESS' };

export const sweepProgress: SweepProgress = {
  async read() {
    const cursor = (await getRow(key))?.['cursor'];
    return typeof cursor === 'string' ? cursor : null;
  },
  write: (cursor) => putRow({ ...key, cursor }),
};
