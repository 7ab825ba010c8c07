import type { EndRegisterRow, RegisterRowChanged } from '../contracts/register-administration.ts';
import { endedEntry } from '../domain/administration/register-ending.ts';
import { localDate } from '../domain/calendar.ts';
import { NotFound, RegisterRefused } from '../domain/errors.ts';
import { changeRegister } from './change-register.ts';
import type { RegisterAdministration } from './ports-administration.ts';
import type { Caller } from './ports.ts';

/** Ends a row: nothing is deleted, and cases that name it go on. @throws NotFound, and as `changeRegister` */
export const endRegisterRow = (ports: { readonly registers: RegisterAdministration }, { caller, body }: { readonly caller: Caller; readonly body: EndRegisterRow }): Promise<RegisterRowChanged> =>
  changeRegister(ports, {
    caller, version: body.version, kind: 'end',
    decide: ({ rows }) => {
      const row = rows.find(({ entry, key }) => entry.register === body.register && key === body.key);
      if (!row) throw new NotFound('register-row');
      const ended = endedEntry(row.entry, body.on ?? localDate(caller.now));
      if (!ended) throw new RegisterRefused([{ pointer: '', code: 'cannot-end' }]);
      return ended;
    },
  });
