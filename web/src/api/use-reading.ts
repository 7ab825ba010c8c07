import { useEffect, useRef, useState } from 'preact/hooks';
import type { OperationId } from '../../../functions/contracts/routes.ts';
import { call } from './call.ts';
import type { Answer, Call } from './client.ts';

export interface Reading<T> {
  readonly data: T | null;
  readonly failure: unknown;
  readonly reload: () => Promise<void>;
}

/** Reads once per distinct request; a reload keeps what is shown until the new answer is there. */
export function useReading<Id extends OperationId>(id: Id, request: Call<Id> | null): Reading<Answer<Id>> {
  const [state, setState] = useState<{ data: Answer<Id> | null; failure: unknown }>({ data: null, failure: null });
  const key = JSON.stringify(request);
  const latest = useRef(0);
  const read = async (): Promise<void> => {
    if (request === null) return;
    const turn = ++latest.current;
    try {
      const data = await call(id, request);
      if (turn === latest.current) setState({ data, failure: null });
    } catch (failure) {
      if (turn === latest.current) setState(({ data }) => ({ data, failure }));
    }
  };
  useEffect(() => {
    setState({ data: null, failure: null });
    void read();
    return () => {
      latest.current += 1;
    };
  }, [id, key]);
  return { ...state, reload: read };
}
