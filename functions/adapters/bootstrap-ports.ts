import type { BootstrapPorts } from '../use-cases/ports-bootstrap.ts';
import { registerStore } from './case-stores.ts';
import { createLog } from './log.ts';
import { routinePresets } from './routine-presets.ts';

export const bootstrapPorts = (): BootstrapPorts => ({ registers: registerStore(), presets: routinePresets, log: createLog() });
