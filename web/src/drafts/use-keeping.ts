import { useEffect, useRef, useState } from 'preact/hooks';
import { leaveDraftsEvent } from '../session/idle.ts';

type State = { readonly state: 'idle' | 'saving' | 'failed' } | { readonly state: 'saved'; readonly at: string };
/** `stop` when the draft has become the real thing: nothing more is kept, not even on the way out. */
export type Keeping = State & { readonly stop: () => void };
const rest = 1500;

/**
 * Keeps what is typed on the server: when the typing rests, when the page is left or hidden, and just before it locks.
 * The newest text wins; a save under way is followed by one more when something changed meanwhile.
 */
export function useKeeping<T>(value: T, keep: (value: T) => Promise<{ readonly savedAt: string }>, enabled: boolean): Keeping {
  const [keeping, setKeeping] = useState<State>({ state: 'idle' });
  const content = JSON.stringify(value);
  const kept = useRef(content);
  const latest = useRef({ value, content, keep, enabled });
  latest.current = { value, content, keep, enabled };
  const busy = useRef(false);
  const stopped = useRef(false);
  const save = async (): Promise<void> => {
    const turn = latest.current;
    if (stopped.current || !turn.enabled || busy.current || turn.content === kept.current) return;
    busy.current = true;
    setKeeping({ state: 'saving' });
    try {
      const { savedAt } = await turn.keep(turn.value);
      kept.current = turn.content;
      setKeeping({ state: 'saved', at: savedAt });
    } catch {
      setKeeping({ state: 'failed' });
      return;
    } finally {
      busy.current = false;
    }
    if (latest.current.content !== kept.current) await save();
  };
  useEffect(() => {
    if (!enabled || content === kept.current) return;
    const timer = setTimeout(() => void save(), rest);
    return () => clearTimeout(timer);
  }, [content, enabled]);
  useEffect(() => {
    const now = () => void save();
    const hidden = () => {
      if (document.visibilityState === 'hidden') now();
    };
    addEventListener(leaveDraftsEvent, now);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      now();
      removeEventListener(leaveDraftsEvent, now);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, []);
  return {
    ...keeping,
    stop: () => {
      stopped.current = true;
    },
  };
}
