import type { IntakeView } from '../contracts/intake.ts';
import { maskMailbox } from '../domain/masking.ts';
import { openIntake } from './intake-session.ts';
import { namesOf } from './names.ts';
import type { IntakePorts } from './ports-intake.ts';
import type { SessionCaller } from './reply-caller.ts';
import { replyLimits } from './reply-limits.ts';

/** Who the session is of, and until when. @throws SessionExpired */
export async function readIntake(ports: Pick<IntakePorts, 'intakes' | 'secrets' | 'registers'>, { caller }: { readonly caller: SessionCaller }): Promise<IntakeView> {
  const session = await openIntake(ports, caller);
  const names = namesOf(await ports.registers.read());
  const unit = session.unitId === null ? null : names.unit(session.unitId);
  return {
    kind: session.kind,
    unit: unit && { name: unit.name, organisationId: unit.organisationId, organisationName: unit.organisationName },
    sentTo: maskMailbox(session.mailbox),
    language: session.language,
    endsAt: new Date(Date.parse(session.startedAt) + replyLimits.sessionSeconds * 1000).toISOString(),
  };
}
