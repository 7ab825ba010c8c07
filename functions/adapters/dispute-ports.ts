import type { DisputePorts } from '../use-cases/ports-dispute.ts';
import { documentClient } from './clients.ts';
import { DynamoDisputeRegister } from './dispute-register.ts';
import { casesTable } from './environment.ts';
import { staffPorts } from './staff-ports.ts';

export const disputePorts = (): DisputePorts => ({ ...staffPorts(), disputes: new DynamoDisputeRegister(documentClient(), casesTable) });
