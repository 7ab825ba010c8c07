import type { PutRegisterRow, RegisterRowChanged } from '../contracts/register-administration.ts';
import { changeRegister } from './change-register.ts';
import type { RegisterAdministration } from './ports-administration.ts';
import type { Caller } from './ports.ts';

/** Adds a row, or changes it from the version that was read. */
export const putRegisterRow = (ports: { readonly registers: RegisterAdministration }, { caller, body }: { readonly caller: Caller; readonly body: PutRegisterRow }): Promise<RegisterRowChanged> =>
  changeRegister(ports, { caller, version: body.version, kind: 'put', decide: () => body.entry });
