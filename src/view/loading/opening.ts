// Whether something that was asked for is still being fetched. What is typed meanwhile is meant for it, so the page's own
// keys must not answer.

let fetching = 0;

export const isOpening = (): boolean => fetching > 0;

/** Call when the wait begins; what it returns ends it. */
export function beginOpening(): () => void {
  fetching += 1;
  return () => {
    fetching -= 1;
  };
}
