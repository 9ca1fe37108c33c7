/** How long a page that is never idle keeps others waiting. */
const BUSY_MS_MAX = 3_000;

/** Calls back when the page has nothing to do; what it returns calls that off. */
export function whenIdle(then: () => void): () => void {
  // Safari has no such callback.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(then);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(then, { timeout: BUSY_MS_MAX });
  return () => cancelIdleCallback(asked);
}
