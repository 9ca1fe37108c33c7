// The inspector of whatever is selected; without a selection, of the step at the playhead.

import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Section } from '../../scene/inspector/inspection.ts';
import { inspectorOf } from '../../scene/inspector/inspectorOf.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import type { DrawerProps } from '../shell/drawers.ts';
import { BlockView } from './BlockView.tsx';
import { type ShownRun, useRun } from './useRun.ts';

export function InspectorDrawer(_props: DrawerProps) {
  const run = useRun();
  return run === null ? null : <Inspected run={run} />;
}

function Inspected({ run }: { readonly run: ShownRun }) {
  const { timeline, playhead, options } = run;
  const inspection = useMemo(
    () => inspectorOf(timeline, playhead, options.selection, options),
    [timeline, playhead, options],
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const focus = useFocusKept(inspection.key, heading);
  return (
    <div className="drawer-scroll" key={inspection.key} {...focus}>
      <div className="inspected">
        {inspection.identity !== null && <VersionTile identity={inspection.identity} />}
        <div>
          <p className="caption">{inspection.kind}</p>
          <h3 tabIndex={-1} ref={heading}>
            {inspection.title}
          </h3>
        </div>
      </div>
      {inspection.lead !== '' && <p className="inspect-lead">{inspection.lead}</p>}
      {inspection.sections.map((section) => (
        <SectionView key={section.key} section={section} />
      ))}
    </div>
  );
}

/** Whoever has followed a link in here is at the head of what it led to; who chose a thing elsewhere stays there. */
function useFocusKept(key: string, heading: RefObject<HTMLElement | null>) {
  const inside = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing is another heading
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) {
      heading.current?.focus();
    }
  }, [key]);
  return {
    onFocus: () => {
      inside.current = true;
    },
    // What goes with the thing before is not left: the page draws, and tells nobody.
    onBlur: () => {
      inside.current = false;
    },
  };
}

function SectionView({ section }: { readonly section: Section }) {
  return (
    <details className="inspect-section" open={section.open}>
      <summary>
        <h4>{section.title}</h4>
        {section.count !== null && <span className="count">{section.count}</span>}
      </summary>
      {section.blocks.map((block) => (
        <BlockView key={block.key} block={block} />
      ))}
    </details>
  );
}
