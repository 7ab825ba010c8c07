import { join } from 'node:path';
import { buildWhenChanged } from '../../infra/local/build-when-changed.ts';

/** The app to serve: `BRYGGA_ASSEMBLY` as it is, else this checkout's, built when it has changed. */
export const synthesizedApp = (): string =>
  process.env['BRYGGA_ASSEMBLY'] ?? buildWhenChanged(join(import.meta.dirname, '..', '..'), process.env['BRYGGA_STAGE'], () => undefined);
