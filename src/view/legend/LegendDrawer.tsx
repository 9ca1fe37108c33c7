// The legend: the marks as the stage draws them, each with one sentence.

import { useMemo } from 'react';
import { type LegendItem, legendOf } from '../../scene/legend.ts';
import type { DrawerProps } from '../shell/drawers.ts';
import { LegendMarkView } from './LegendMarkView.tsx';

export function LegendDrawer(_props: DrawerProps) {
  const sections = useMemo(() => legendOf(), []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className="drawer-scroll legend-list" tabIndex={0}>
      {sections.map((section) => (
        <section key={section.key} aria-labelledby={`legend-${section.key}`}>
          <h3 id={`legend-${section.key}`}>{section.title}</h3>
          <ul>
            {section.items.map((item) => (
              <Item key={item.key} item={item} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Item({ item }: { readonly item: LegendItem }) {
  return (
    <li>
      {/* The mark says nothing that the sentence does not. */}
      <div className="legend-mark" aria-hidden="true" inert data-mark={item.mark.kind}>
        <LegendMarkView mark={item.mark} />
      </div>
      <p>{item.sentence}</p>
    </li>
  );
}
