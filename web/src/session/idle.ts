/** Locks a page that nobody has touched for so long (design.md 6). */
export const idleLimit = 15 * 60_000;
export const leaveDraftsEvent = 'brygga:before-lock';

/** Calls `locks` after 15 minutes without a key, a touch or a pointer; answers a function that stops it. */
export function watchIdle(locks: () => void, surroundings: { now: () => number } = { now: () => performance.now() }): () => void {
  let last = surroundings.now();
  const touch = () => {
    last = surroundings.now();
  };
  const check = () => {
    if (surroundings.now() - last < idleLimit) return;
    dispatchEvent(new Event(leaveDraftsEvent));
    locks();
  };
  const events = ['keydown', 'pointerdown', 'pointermove', 'scroll'] as const;
  for (const name of events) addEventListener(name, touch, { passive: true, capture: true });
  document.addEventListener('visibilitychange', check);
  const timer = setInterval(check, 10_000);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', check);
    for (const name of events) removeEventListener(name, touch, { capture: true });
  };
}
