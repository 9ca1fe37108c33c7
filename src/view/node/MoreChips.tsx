// How many chips of a long strip lie below what is seen of it, for the eye: the list itself has them all.

import { useEffect, useRef, useState } from 'react';
import type { ColumnChip } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';

/** Less of a chip than this share is no chip that one can read. */
const READABLE = 0.6;

export function MoreChips({ columns }: { readonly columns: readonly ColumnChip[] }) {
  const place = useRef<HTMLSpanElement>(null);
  const [hidden, setHidden] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns are other chips
  useEffect(() => {
    const list = place.current?.previousElementSibling;
    if (!list) {
      return;
    }
    const below = new Set<Element>();
    // It tells without being asked: asking where chips stand would lay the page out at every step.
    const observer = new IntersectionObserver(
      (chips) => {
        for (const { target, intersectionRatio, boundingClientRect: box, rootBounds } of chips) {
          const isBelow = intersectionRatio < READABLE && box.bottom > (rootBounds?.bottom ?? 0);
          below[isBelow ? 'add' : 'delete'](target);
        }
        setHidden(below.size);
      },
      { root: list, threshold: READABLE },
    );
    for (const chip of list.children) {
      observer.observe(chip);
    }
    return () => observer.disconnect();
  }, [columns]);
  return (
    <span className="caption more-chips" ref={place} aria-hidden="true">
      {hidden > 0 && pageWords('hidden-more', { hidden })}
    </span>
  );
}
