import type { BootstrapPorts } from '../use-cases/ports-bootstrap.ts';
import { administrationPorts } from './administration-ports.ts';
import { registerStore } from './case-stores.ts';
import { createLog } from './log.ts';
import { routinePresets } from './routine-presets.ts';

export const bootstrapPorts = (): BootstrapPorts => ({ registers: registerStore(), administration: administrationPorts().registers, presets: routinePresets, log: createLog() });
