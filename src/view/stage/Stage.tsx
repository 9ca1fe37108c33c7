// The stage proper: the history above, the cards below, and between them the line that is now.

import { type RefObject, useEffect, useRef } from 'react';
import type { LoomGeometry, Scene } from '../../scene/scene.ts';
import type { ShownResult } from '../node/latestResult.ts';
import { NodeCardView } from '../node/NodeCardView.tsx';
import { Envelopes } from './Envelopes.tsx';
import { HistoryList } from './HistoryList.tsx';
import { Loom } from './Loom.tsx';

interface Props {
  readonly scene: Scene;
  readonly answer: ShownResult | null;
  readonly scale: number;
  readonly onMeasure: (size: { readonly width: number; readonly height: number }) => void;
}

export function Stage({ scene, answer, scale, onMeasure }: Props) {
  const window_ = useRef<HTMLDivElement>(null);
  useMeasured(window_, onMeasure);
  const { geometry, viewport } = scene.loom;
  const table = scene.tables.find((each) => each.selected) ?? null;
  return (
    <section className="cluster" aria-label="Cluster">
      <div className="loom-window" ref={window_}>
        <div
          className="loom-frame"
          style={{ width: geometry.width, height: geometry.height, scale }}
          data-frame="loom"
        >
          <Loom loom={scene.loom} />
          <HistoryList loom={scene.loom} step={scene.position.step} steps={scene.position.steps} />
          <Envelopes items={scene.inFlight} loom={scene.loom} />
          <div
            className="ghosts"
            data-ghosts
            data-tape="html"
            aria-hidden="true"
            style={{ transform: `translateY(${-viewport.y}px)` }}
          />
        </div>
      </div>
      <div className="now" aria-hidden="true">
        <span>now</span>
      </div>
      <div className="cards" style={{ minWidth: geometry.width * scale }}>
        {scene.nodes.map((card) => (
          <NodeCardView
            key={card.key}
            card={card}
            scale={scale}
            table={table}
            identities={scene.identities}
            answer={answer?.node === card.node ? answer : null}
            step={scene.position.step}
          />
        ))}
      </div>
    </section>
  );
}

function useMeasured(
  target: RefObject<HTMLElement | null>,
  onMeasure: (size: Pick<LoomGeometry, 'width' | 'height'>) => void,
): void {
  useEffect(() => {
    const element = target.current;
    if (element === null) {
      return;
    }
    const observer = new ResizeObserver(([entry]) => {
      const box = entry?.contentRect;
      if (box !== undefined && box.width > 0) {
        onMeasure({ width: Math.round(box.width), height: Math.round(box.height) });
      }
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [target, onMeasure]);
}
