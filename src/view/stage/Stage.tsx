// The stage proper: the history above, the cards below, and between them the line that is now.

import { type CSSProperties, type RefObject, useEffect, useRef } from 'react';
import type { LoomGeometry, Scene } from '../../scene/scene.ts';
import type { ShownResult } from '../node/latestResult.ts';
import { NodeCardView } from '../node/NodeCardView.tsx';
import { useSession } from '../sessionContext.ts';
import { chosenMessage } from './chosenMessage.ts';
import { Envelopes } from './Envelopes.tsx';
import { HistoryList } from './HistoryList.tsx';
import { LaneHeads } from './LaneHeads.tsx';
import { Loom } from './Loom.tsx';
import { POUR_WIDTH } from './LoomLanes.tsx';
import { MessageToolbar } from './MessageToolbar.tsx';
import { messageActions } from './messageActions.ts';
import { useLoomPointer } from './useLoomPointer.ts';

interface Props {
  readonly scene: Scene;
  readonly answer: ShownResult | null;
  readonly scale: number;
  readonly onMeasure: (size: { readonly width: number; readonly height: number }) => void;
}

export function Stage({ scene, answer, scale, onMeasure }: Props) {
  const frame = useRef<HTMLElement>(null);
  const window_ = useRef<HTMLDivElement>(null);
  useMeasured({ frame, window: window_ }, onMeasure);
  const { loom, inFlight: items } = scene;
  const { geometry, viewport } = loom;
  const session = useSession();
  const pointer = useLoomPointer(loom, scale);
  const chosen = chosenMessage(loom, items);
  const actions = chosen === null ? [] : messageActions(session, chosen);
  return (
    <section className="cluster" aria-labelledby="cluster-title" ref={frame}>
      <h2 className="hidden-text" id="cluster-title">
        Cluster
      </h2>
      <div className="loom-window" ref={window_}>
        <div
          className="loom-frame"
          style={{ width: geometry.width, height: geometry.height, scale }}
          data-frame="loom"
          {...pointer}
        >
          <Loom loom={loom} step={scene.position.step} />
          <HistoryList loom={loom} step={scene.position.step} steps={scene.position.steps} />
          <Envelopes items={items} loom={loom} chosen={chosen} actions={actions} />
          <div
            className="ghosts"
            data-ghosts
            data-tape="html"
            aria-hidden="true"
            style={{ transform: `translateY(${-viewport.y}px)` }}
          />
        </div>
      </div>
      {chosen !== null && actions.length > 0 && (
        <MessageToolbar chosen={chosen} actions={actions} scale={scale} width={geometry.width} />
      )}
      <div className="now" aria-hidden="true">
        <span>now</span>
      </div>
      <LaneHeads nodes={scene.nodes} scale={scale} />
      <div className="cards" style={cardsStyle(geometry, scale)}>
        {scene.nodes.map((card) => (
          <NodeCardView
            key={card.key}
            card={card}
            scale={scale}
            entriesMax={scale > 1 ? 1 : 2}
            table={scene.table}
            identities={scene.identities}
            answer={answer?.node === card.node ? answer : null}
            step={scene.position.step}
          />
        ))}
      </div>
    </section>
  );
}

/** As wide as the loom above, and open at the top as wide as a lane pours in. */
const cardsStyle = (geometry: LoomGeometry, scale: number): CSSProperties =>
  ({
    minWidth: geometry.width * scale,
    '--pour': `${(geometry.laneWidth + 2 * POUR_WIDTH) * scale}px`,
  }) as CSSProperties;

interface Measured {
  /** Gives the width: it is as wide as the page leaves it, whatever lies in it. */
  readonly frame: RefObject<HTMLElement | null>;
  /** Gives the height: what the cards leave. */
  readonly window: RefObject<HTMLElement | null>;
}

function useMeasured(
  { frame, window: inner }: Measured,
  onMeasure: (size: Pick<LoomGeometry, 'width' | 'height'>) => void,
): void {
  useEffect(() => {
    const [outside, inside] = [frame.current, inner.current];
    if (outside === null || inside === null) {
      return;
    }
    const observer = new ResizeObserver(() => {
      const [width, height] = [outside.clientWidth, inside.clientHeight];
      if (width > 0 && height > 0) onMeasure({ width, height });
    });
    observer.observe(outside);
    observer.observe(inside);
    return () => observer.disconnect();
  }, [frame, inner, onMeasure]);
}
