import type { RequestIntakeCode } from '../contracts/intake.ts';
import { InvalidInput } from '../domain/errors.ts';
import { maskMailbox } from '../domain/masking.ts';
import type { Register } from '../domain/register.ts';
import { intakeId, type IntakeParty, type IntakePorts } from './ports-intake.ts';
import type { LinkCaller } from './reply-caller.ts';
import { limit, limitAddress, replyLimits } from './reply-limits.ts';

/**
 * Begins an intake: a six-digit code goes to the unit's registered function mailbox, or to the mailbox that was typed.
 * The page gets a secret that names this intake; the row keeps hashes of both.
 * @throws InvalidInput, RateLimited, Throttled
 */
export async function requestIntakeCode(ports: IntakePorts, { caller, body }: { readonly caller: LinkCaller; readonly body: RequestIntakeCode }) {
  const { now } = caller;
  await limitAddress(ports, caller);
  const party = partyOf(await ports.registers.read(), body);
  const rule = party.kind === 'party' ? replyLimits.codesPerRecipient : replyLimits.codesPerTypedMailbox;
  await limit(ports, 'code-recipient', party.unitId ?? party.mailbox.toLowerCase(), rule, now);
  await limit(ports, 'intake-address', caller.clientAddress, replyLimits.intakesPerAddress, now);

  const intake = ports.identifiers.newSecret();
  const hash = ports.secrets.hash(intake);
  const code = String(ports.identifiers.newNumber(1_000_000)).padStart(6, '0');
  const codeExpiresAt = new Date(Date.parse(now) + replyLimits.codeValidSeconds * 1000).toISOString();
  await ports.intakes.begin(
    { ...party, hash, codeHash: ports.secrets.keyed(intake, code), sentAt: now, codeExpiresAt, tries: 0 },
    { kind: 'intakeCode', caseId: intakeId(hash), code, expiresAt: codeExpiresAt },
  );
  return { intake, sentTo: maskMailbox(party.mailbox), validForSeconds: replyLimits.codeValidSeconds, againAfterSeconds: replyLimits.codeAgainSeconds };
}

/** Parties file as a unit that the register knows: an own unit files as staff does. */
function partyOf({ units, organisations }: Register, body: RequestIntakeCode): IntakeParty {
  if (body.kind === 'public') return { kind: 'public', unitId: null, mailbox: body.mailbox, language: body.language };
  const unit = units.find(({ id }) => id === body.unitId);
  const external = organisations.some(({ id, own }) => id === unit?.organisationId && !own);
  if (unit?.mailbox === undefined || !external) throw new InvalidInput({ pointer: '/unitId', code: 'party-unknown' });
  return { kind: 'party', unitId: unit.id, mailbox: unit.mailbox, language: unit.language };
}
