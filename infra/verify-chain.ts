import { argv, env, exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { installationHere, installationThere, type Installation } from './chain-source.ts';
import { verifyChains } from './chain-verification.ts';
import { readNamedSettings } from './settings.ts';

/**
 * Checks the chains of events of an installation from outside, against the daily documents of the locked bucket:
 * `npm run verify-chain`. Reads the deployment that BRYGGA_STAGE names, with the credentials of the environment (tables
 * through the SDK, stack and bucket through the aws CLI); where AWS_ENDPOINT_URL names an address of this machine, the
 * installation there. Every break is a line; exit code 1 when there is one, 2 when the installation cannot be read.
 */
parseArgs({ args: argv.slice(2), options: {} });

try {
  const result = await verifyChains(installation(), new Date().toISOString());
  for (const line of result.breaks) stdout.write(`${line}\n`);
  stdout.write(`${result.cases} cases, ${result.events} events (${result.older} of before there were chains, ${result.erased} erased), ${result.erasedCases === 0 ? '' : `${result.erasedCases} ${result.erasedCases === 1 ? 'case' : 'cases'} erased under signed runs, `}${result.documents} daily documents: ${result.breaks.length === 0 ? 'no break' : `${result.breaks.length} ${result.breaks.length === 1 ? 'break' : 'breaks'}`}\n`);
  exit(result.breaks.length === 0 ? 0 : 1);
} catch (error) {
  stderr.write(`The installation cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
  exit(2);
}

function installation(): Installation {
  const endpoint = env['AWS_ENDPOINT_URL'];
  if (endpoint !== undefined && URL.canParse(endpoint) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(endpoint).hostname)) return installationHere(endpoint.replace(/\/$/, ''));
  return installationThere(readNamedSettings(env));
}
