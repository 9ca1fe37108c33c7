import { type RefObject, useEffect, useState } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const UNKNOWN: Size = { width: 0, height: 0 };

/** The size of an element's inside, in whole pixels; zeros until it is known or while it is not shown. */
export function useSize(target: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(UNKNOWN);
  useEffect(() => {
    const element = target.current;
    if (element === null) {
      return;
    }
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return size;
}
