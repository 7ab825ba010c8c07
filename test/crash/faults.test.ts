import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Faults, WireCall, WireFault, WireService } from '../../infra/local/faults.ts';
import { readAccount, violations } from './account.ts';
import { InProcess } from './in-process.ts';
import { Journey } from './journey.ts';
import { Seeded, seedFrom } from './seeded.ts';

const system = new InProcess();
/** What goes wrong now; between the tests nothing does. */
let current: Faults = {};
beforeAll(() => system.start({ wire: (call) => current.wire?.(call), stream: (records) => current.stream?.(records) ?? records }));
afterAll(() => system.remove());

const seed = seedFrom(process.env['SEED'], 11);

/** What the system itself asks for; the tests' own reading is left alone. */
const ownActions = new Set(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'BatchGetItem', 'TransactWriteItems', 'TransactGetItems', 'StartExecution', 'SendTaskSuccess', 'DescribeExecution', 'SendRawEmail']);

/** Lets the first of one service's calls and then some of them meet one of the faults; `met` counts them. */
function disturbing(service: WireService, rate: number, kinds: readonly WireFault[]): { readonly faults: Faults; readonly met: () => number } {
  const random = new Seeded(seed);
  let met = 0;
  const wire = (call: WireCall): WireFault | undefined => {
    if (call.service !== service || !ownActions.has(call.action) || (met > 0 && random.next() >= rate)) return undefined;
    met += 1;
    return kinds[random.below(kinds.length)];
  };
  return { faults: { wire }, met: () => met };
}

/** Two reports go their whole way while things go wrong; then that ends, and sweep and leases do their work. */
async function goThrough(faults: Faults): Promise<readonly string[]> {
  const earlier = (await readAccount(system.at)).cases.length;
  current = faults;
  try {
    const journeys = await Promise.all(['a', 'b'].map(async (name) => {
      const journey = new Journey(system.gate(), name);
      const { caseId } = await journey.submitted();
      await journey.sent();
      await journey.answered();
      return caseId;
    }));
    current = {};
    for (let sweep = 0; sweep < 3; sweep += 1) await system.at.advance('PT6M');
    const account = await readAccount(system.at);
    const answered = new Set(account.cases.filter(({ status }) => status === 'answered').map(({ id }) => id));
    return [
      ...journeys.filter((id) => !answered.has(id)).map((id) => `case ${id} is not answered`),
      ...(account.cases.length === earlier + journeys.length ? [] : [`there are ${account.cases.length - earlier} new cases, not ${journeys.length}`]),
      ...violations(account),
    ];
  } finally {
    current = {};
  }
}

const throttle: WireFault = { kind: 'throttle' };
const before = [{ kind: 'failure', effect: 'before' }, { kind: 'cut', effect: 'before' }] as const;
const after = [{ kind: 'failure', effect: 'after' }, { kind: 'cut', effect: 'after' }] as const;
const slow: WireFault = { kind: 'slow', milliseconds: 60 };

describe(`submissions, sendings and answers (SEED=${seed})`, () => {
  test.each<[string, WireService, number, readonly WireFault[]]>([
    ['throttled by the store', 'dynamodb', 0.06, [throttle]],
    ['failing or cut off before the store has written', 'dynamodb', 0.1, before],
    ['failing or cut off after the store has written', 'dynamodb', 0.1, after],
    ['with a slow store', 'dynamodb', 0.1, [slow]],
    ['throttled by the workflows', 'states', 0.5, [throttle]],
    ['failing or cut off before the workflows have taken it', 'states', 0.4, before],
    ['failing or cut off after the workflows have taken it', 'states', 0.4, after],
    ['throttled by the mail service', 'ses', 0.4, [throttle]],
    ['failing or cut off before the mail service has taken it', 'ses', 0.3, before],
    ['failing or cut off after the mail service has taken it', 'ses', 0.3, after],
  ])('%s: nothing is lost, nothing comes twice', async (_, service, rate, kinds) => {
    const disturbance = disturbing(service, rate, kinds);
    expect(await goThrough(disturbance.faults)).toEqual([]);
    expect(disturbance.met()).toBeGreaterThan(0);
  });

  test('with records of the stream doubled, out of order and come back later', async () => {
    const random = new Seeded(seed);
    const earlier: Record<string, unknown>[] = [];
    let strange = 0;
    const stream: Faults['stream'] = (records) => {
      const again = earlier.length === 0 ? [] : [earlier[random.below(earlier.length)] ?? {}];
      earlier.push(...records);
      strange += 1;
      return random.shuffled([...records, ...records.filter(() => random.next() < 0.5), ...again]);
    };
    expect(await goThrough({ stream })).toEqual([]);
    expect(strange).toBeGreaterThan(0);
  });

  test.each<[string, WireService]>([['the store', 'dynamodb'], ['the workflow service', 'states'], ['the mail service', 'ses']])('a minute in which %s cannot be reached, just when a case is due, stops no lifecycle', async (_, service) => {
    const { caseId } = await new Journey(system.gate(), 'outage').submitted();
    await system.at.rest();
    const { timers } = (await system.at.local('clock')).body as { timers: { what: string; due: string }[] };
    const due = Date.parse(String(timers.find(({ what }) => what === 'execution')?.due));
    let met = 0;
    current = {
      wire: (call) => {
        const now = system.runtime.now();
        if (call.service !== service || !ownActions.has(call.action) || now < due || now >= due + 60_000) return undefined;
        met += 1;
        return { kind: 'cut', effect: 'before' };
      },
    };
    await system.at.advance('P10D');
    current = {};
    for (let sweep = 0; sweep < 3; sweep += 1) await system.at.advance('PT6M');
    const account = await readAccount(system.at);
    expect(met).toBeGreaterThan(0);
    expect(violations(account)).toEqual([]);
    expect(account.cases.filter(({ stopped }) => stopped)).toEqual([]);
    expect(account.cases.map(({ id }) => id)).toContain(caseId);
  });
});
