import { useMemo, useRef, useState } from 'preact/hooks';
import { Attempt } from '../../api/attempt.ts';
import { call } from '../../api/call.ts';
import type { Answer, BodyOf } from '../../api/client.ts';
import { ApiFailure } from '../../api/failure.ts';
import type { OperationId } from '../../../../functions/contracts/routes.ts';

export type Sent<Id extends OperationId> = { readonly answer: Answer<Id> } | { readonly failure: ApiFailure };

/**
 * One thing a person sends: busy while under way, deaf to a second press, and with one idempotency key
 * for every attempt at the same content.
 */
export function useSending<Id extends OperationId>(id: Id) {
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  const attempt = useMemo(() => new Attempt(), []);
  const send = async (body: BodyOf<Id>, path: Readonly<Record<string, string>> = {}): Promise<Sent<Id> | null> => {
    if (underWay.current) return null;
    underWay.current = true;
    setBusy(true);
    try {
      const answer = await call(id, { path, body, idempotencyKey: attempt.keyFor([path, body]) });
      attempt.done();
      return { answer };
    } catch (error) {
      if (error instanceof ApiFailure) return { failure: error };
      throw error;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  return { busy, send };
}
