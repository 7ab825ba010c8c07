import { join } from 'node:path';
import { buildWhenChanged } from './build-when-changed.ts';

/** Runs at the end of `npm ci` and before the tests, so that a first `npm start` finds everything built. */
buildWhenChanged(join(import.meta.dirname, '..', '..'), process.env['BRYGGA_STAGE'], (text) => {
  console.log(text);
});
