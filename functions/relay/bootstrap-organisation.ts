import { bootstrapPorts } from '../adapters/bootstrap-ports.ts';
import { bootstrapRequest } from '../contracts/trigger.ts';
import { bootstrapOrganisation } from '../use-cases/bootstrap-organisation.ts';

export const handler = (event: unknown) => bootstrapOrganisation(bootstrapPorts(), bootstrapRequest.parse(event));
