import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseSummary, CaseList } from '../../../functions/contracts/case.ts';
import { call } from '../api/call.ts';

export interface CaseListRequest {
  readonly view: 'inbox' | 'mine' | 'watch' | 'unit' | 'party' | 'overdue';
  readonly key?: string;
  readonly status?: string;
  readonly direction?: string;
}
export interface CaseListState {
  readonly cases: readonly CaseSummary[] | null;
  readonly now: string;
  readonly failure: unknown;
  readonly more: boolean;
  readonly loading: boolean;
  readonly showMore: () => void;
  readonly reload: () => void;
}
const perPage = '50';

/** Pages of a list under one request, read on demand; overdue first within what is read. */
export function useCaseList({ view, key, status, direction }: CaseListRequest): CaseListState {
  const [pages, setPages] = useState<readonly CaseList[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [loading, setLoading] = useState(true);
  const turn = useRef(0);
  const read = async (before: readonly CaseList[]) => {
    const mine = ++turn.current;
    setLoading(true);
    try {
      const page = await call('list-cases', { query: { view, key, status, direction, cursor: before.at(-1)?.cursor ?? undefined, limit: perPage } });
      if (mine !== turn.current) return;
      setPages([...before, page]);
      setFailure(null);
    } catch (error) {
      if (mine === turn.current) setFailure(error);
    }
    if (mine === turn.current) setLoading(false);
  };
  useEffect(() => {
    setPages([]);
    setFailure(null);
    void read([]);
    return () => {
      turn.current += 1;
    };
  }, [view, key, status, direction]);
  const last = pages.at(-1);
  const all = pages.flatMap(({ cases }) => cases);
  return {
    cases: last ? [...all.filter(({ overdue }) => overdue), ...all.filter(({ overdue }) => !overdue)] : null,
    now: last?.now ?? '', failure, loading, more: last !== undefined && last.cursor !== null,
    showMore: () => void read(pages), reload: () => void read([]),
  };
}
