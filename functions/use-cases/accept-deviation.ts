import type { output } from 'zod/mini';
import type { CommandReceipt } from '../contracts/command.ts';
import type { acceptDeviation as bodyShape } from '../contracts/incoming.ts';
import { staffMember } from '../domain/access.ts';
import { InvalidInput } from '../domain/errors.ts';
import { mayRegisterAs } from '../domain/incoming/access.ts';
import { acceptDeviation as decide } from '../domain/incoming/filing.ts';
import type { CaseCommand, StaffPorts } from './ports.ts';
import { runCaseCommand } from './run-case-command.ts';

/** Registers what came in without an account (V3), for a role that the user acts as. */
export const acceptDeviation = (ports: StaffPorts, request: CaseCommand<output<typeof bodyShape>>): Promise<CommandReceipt> =>
  runCaseCommand(ports, request, {
    action: 'accept-deviation',
    incoming: (concerned, body, context) => {
      const user = staffMember(context.register, context.actor, context.now);
      if (!mayRegisterAs(user, body.principal, context.routine.incoming)) throw new InvalidInput({ pointer: '/principal', code: 'principal-not-registering' });
      // V2: whom the user registers for is logged beside the user.
      return decide(concerned, body, { ...context, principal: body.principal });
    },
  });
