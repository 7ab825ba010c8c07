import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { Installation } from '../e2e/installation.ts';
import { mailMark } from '../../functions/mail/mail-mark.ts';
import { mailMarkOf, readAccount, violations, type Account, type LedgerRow } from './account.ts';
import { Journey, wardMailbox } from './journey.ts';
import { synthesizedApp } from './synthesized-app.ts';

let installations: Installation[] = [];
afterEach(async () => {
  delete process.env['BRYGGA_FAULT'];
  await Promise.all(installations.map((installation) => installation.stop()));
  installations = [];
});

async function started(options: { folder?: string; entry?: string } = {}): Promise<Installation> {
  const at = new Installation({ now: '2026-11-23T08:00:00Z', assembly: synthesizedApp(), ...options });
  installations.push(at);
  await at.start();
  return at;
}

/** Real time that SES holds its answer back; shorter than the function's patience, longer than pulling the plug takes. */
const heldBack = 4500;

/**
 * Kills the process between SES's answer and our record of it, for the first mail to the address that `act` causes, and
 * starts it again. The mail is in the mailbox by then, and the ledger knows only that it was begun.
 */
async function dieInTheWindow(folder: string, address: string, act: (at: Installation) => Promise<unknown>): Promise<Installation> {
  process.env['BRYGGA_FAULT'] = JSON.stringify({ service: 'ses', action: 'SendRawEmail', fault: { kind: 'slow', milliseconds: heldBack } });
  const faulty = await started({ folder, entry: join(import.meta.dirname, 'faulty-start.ts') });
  const before = (await faulty.mailsTo(address)).length;
  // Its answer may never come: the process dies first.
  const acting = act(faulty).catch(() => undefined);
  while ((await faulty.mailsTo(address)).length === before) await pause(5);
  await faulty.kill();
  await acting;
  return started({ folder });
}

const journeyAt = (at: Installation): Journey => new Journey({ at, up: () => Promise.resolve(), asked: () => undefined }, 'window');

function mailOf({ ledger, mails }: Account, name: string): { readonly row: LedgerRow | undefined; readonly sent: number } {
  const row = ledger.find(({ mailId }) => mailId.includes(name));
  return { row, sent: mails.filter((mail) => mailMarkOf(mail) === mailMark(row?.mailId ?? '')).length };
}

describe('a death between the mail service’s answer and our record (design.md 1.7)', () => {
  test('repeats what the receiver cannot do without, and the ledger says so', async () => {
    const at = await started();
    await at.kill();
    const again = await dieInTheWindow(at.folder, 'siri@ekdala.example', (faulty) => journeyAt(faulty).submitted());
    await again.advance('PT20M');
    const account = await readAccount(again);
    expect(mailOf(account, '.receipt.')).toEqual({ sent: 2, row: expect.objectContaining({ status: 'sent', reason: 'repeated', attempts: 2 }) });
    expect(violations(account)).toEqual([]);
  });

  test('drops what another mail repeats anyway, and the ledger says so', async () => {
    const at = await started();
    const journey = journeyAt(at);
    await journey.submitted();
    await journey.sent();
    await at.advance('P22D');
    await at.kill();
    // T−7 is on the 23rd day.
    const again = await dieInTheWindow(at.folder, wardMailbox, (faulty) => faulty.advance('P2D'));
    await again.advance('PT20M');
    const account = await readAccount(again);
    const { row, sent } = mailOf(account, '.remindBefore-');
    expect({ row, sent }).toEqual({ sent: 1, row: expect.objectContaining({ status: 'dropped', reason: 'window', attempts: 2 }) });
    expect(violations(account)).toEqual([]);
  });
});
