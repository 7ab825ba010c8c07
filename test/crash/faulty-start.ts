import { join } from 'node:path';
import type { Faults, WireFault, WireService } from '../../infra/local/faults.ts';
import { readOptions } from '../../infra/local/options.ts';
import { readOrganisation } from '../../infra/local/organisation.ts';
import { startRuntime } from '../../infra/local/runtime.ts';

/**
 * The whole system in a process of its own, as `start.ts` runs it, with one fault: `BRYGGA_FAULT` is
 * `{service, action, fault}` as JSON. It says where it is in `start.ts`'s words.
 */
const options = readOptions(process.argv.slice(2), process.cwd());
const given: { service: WireService; action: string; fault: WireFault } = JSON.parse(process.env['BRYGGA_FAULT'] ?? '');
const faults: Faults = { wire: ({ service, action }) => (service === given.service && action === given.action ? given.fault : undefined) };
const organisation = readOrganisation(join(import.meta.dirname, '../../workflows/demo/ekdala.json'));
const runtime = await startRuntime({
  assembly: options.assembly ?? '', data: options.data, port: options.port, awsPort: options.awsPort, startAt: options.startAt,
  organisation, routine: options.routine ?? 'vaxjo', dynamoDbEndpoint: undefined, faults,
  onBroken: (reason) => {
    throw new Error(reason);
  },
});
process.on('SIGTERM', () => void runtime.stop().then(() => process.exit(0)));
process.stdout.write(`Site ${runtime.origin}\nAWS_ENDPOINT_URL=${runtime.awsEndpoint}\n`);
