import { type FocusEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * The version whose button has the focus or is to have it: drawn wherever it stands, since a button that leaves the
 * document loses the focus to the page.
 */
export function useFocused(list: RefObject<HTMLElement | null>) {
  const [version, setVersion] = useState<string | null>(null);
  const wanted = useRef(false);
  useLayoutEffect(() => {
    if (wanted.current && version !== null) {
      wanted.current = false;
      list.current?.querySelector<HTMLElement>(`[data-version="${version}"]`)?.focus({ preventScroll: true });
    }
  }, [list, version]);
  return {
    version,
    listeners: {
      onFocus: (event: FocusEvent<HTMLElement>): void => setVersion(event.target.dataset['version'] ?? null),
      onBlur: (): void => setVersion(null),
    },
    want: (next: string): void => {
      wanted.current = true;
      setVersion(next);
    },
  };
}
