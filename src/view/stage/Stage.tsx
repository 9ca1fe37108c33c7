// The stage proper: the history above, the cards below, and between them the line that is now. Whoever listens meets the
// cards first: how things are comes before how they came to be.

import { type CSSProperties, type RefObject, useEffect, useRef } from 'react';
import type { Loom, LoomGeometry, Scene } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import { hiddenParts } from '../../store/state/lessonState.ts';
import type { SessionState } from '../../store/state/sessionState.ts';
import { cardNeed, columnsNeed, isWideCard } from '../node/cardNeed.ts';
import type { ShownResult } from '../node/latestResult.ts';
import { NodeCardView } from '../node/NodeCardView.tsx';
import { TableSwitch } from '../node/TableSwitch.tsx';
import { usePresenting } from '../presenter/presenting.ts';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { DescribeButton } from '../shell/DescribeButton.tsx';
import { chosenMessage } from './chosenMessage.ts';
import { LaneHeads } from './LaneHeads.tsx';
import { pourWidth } from './LoomLanes.tsx';
import { LoomWindow } from './LoomWindow.tsx';
import { BackToNow, isBesideLanes, LoomZoom } from './LoomZoom.tsx';
import { MessageToolbar } from './MessageToolbar.tsx';
import type { LoomViewControl } from './useLoomView.ts';
import { useMessageActions } from './useMessageActions.ts';

const inLessonOf = ({ lesson }: SessionState): boolean => lesson !== null;
/** A lesson that needs no buttons on a card yet has none. */
const hasFootOf = ({ lesson }: SessionState): boolean => {
  const hidden = lesson === null ? [] : hiddenParts(lesson);
  return !hidden.includes('data') || !hidden.includes('inside');
};
/** A lesson that has come to what is inside a node shows it as it goes. */
const tellsKnownOf = ({ lesson }: SessionState): boolean =>
  lesson !== null && !hiddenParts(lesson).includes('inside');
const hasHeadsOf = ({ lesson }: SessionState): boolean =>
  lesson === null || !hiddenParts(lesson).includes('sources');
const hasCountOf = ({ lesson }: SessionState): boolean =>
  lesson === null || !hiddenParts(lesson).includes('tags');

interface Props {
  readonly scene: Scene;
  readonly answer: ShownResult | null;
  readonly scale: number;
  readonly view: LoomViewControl;
  /** One pane at a time: the header has no room for the switch of tables. */
  readonly isNarrow: boolean;
  /** One may act: on a slide too the cards have their buttons then. */
  readonly acts: boolean;
  readonly onMeasure: (size: { readonly width: number; readonly height: number }) => void;
}

export function Stage({ scene, answer, scale, isNarrow, acts, view, onMeasure }: Props) {
  // The buttons of a card are folded away on a slide: a second row stands in their place.
  const presenting = usePresenting().on;
  const frame = useRef<HTMLDivElement>(null);
  const window_ = useRef<HTMLDivElement>(null);
  useMeasured({ frame, window: window_ }, onMeasure);
  const { loom } = scene;
  const { geometry } = loom;
  const session = useSession();
  const chosen = chosenMessage(scene);
  const actions = useMessageActions(chosen, scene.position.step);
  const past = loom.scroll.at > 0;
  const room = roomBesideLanes(scene) * scale;
  const isBeside = isBesideLanes(room, scale > 1);
  const wide = { minWidth: geometry.width * scale };
  const inLesson = useSlice(inLessonOf);
  const tellsKnown = useSlice(tellsKnownOf);
  const hasFoot = useSlice(hasFootOf);
  const hasHeads = useSlice(hasHeadsOf);
  const hasCount = useSlice(hasCountOf);
  const need = Math.max(
    ...scene.nodes.map((card) => {
      const isWide = isWideCard(card.w * scale, scale > 1);
      const entriesMax = entriesMaxOf(card.w * scale, scale > 1 && !presenting);
      const showsFoot = hasFoot && (!presenting || acts);
      const room = { isLarge: scale > 1, hasFoot: showsFoot, width: card.w * scale, isWide, entriesMax };
      const own = answer?.node === card.node ? answer : null;
      return inLesson
        ? cardNeed(card, { ...room, answer: own, tellsKnown, hasHeads, hasCount })
        : card.compact
          ? 0
          : columnsNeed(scene.widestStrip, room);
    }),
  );
  const needStyle =
    !isNarrow && need > 0
      ? ({ '--need': `${need}px`, '--need-most': inLesson ? undefined : NEED_MOST } as CSSProperties)
      : {};
  return (
    <div className="cluster" data-past={past || undefined} ref={frame}>
      {isNarrow && <TableSwitch tables={scene.tables} />}
      <section className="cluster-part" aria-labelledby="cluster-title">
        <h2 className="hidden-text" id="cluster-title">
          {pageWords('cluster')}
        </h2>
        <DescribeButton of={pageWords('cluster-and-history')} quiet />
        <div className="cards" style={{ ...cardsStyle(loom, scale), ...needStyle }}>
          {scene.nodes.map((card) => (
            <NodeCardView
              key={card.key}
              card={card}
              scale={scale}
              entriesMax={
                isNarrow && inLesson
                  ? STACKED_ENTRIES
                  : entriesMaxOf(card.w * scale, scale > 1 && !presenting)
              }
              isStacked={isNarrow}
              tellsKnown={tellsKnown}
              table={scene.table}
              identities={scene.identities}
              answer={answer?.node === card.node ? answer : null}
              hasNews={answer?.node === card.node && answer.step === scene.position.step}
            />
          ))}
          {scene.left.map((one) => (
            <p key={one.node} className="node-left" style={{ left: one.x * scale, width: one.w * scale }}>
              {one.sentence}
            </p>
          ))}
        </div>
      </section>
      <section className="history-part" aria-labelledby="history-title">
        <h2 className="hidden-text" id="history-title">
          {pageWords('history')}
        </h2>
        <div className="loom-window" ref={window_} style={wide} data-strip={!isBeside || undefined}>
          <LoomWindow scene={scene} scale={scale} view={view} chosen={chosen} actions={actions} />
        </div>
        {chosen !== null && actions.length > 0 && (
          <MessageToolbar
            chosen={chosen}
            actions={actions}
            scale={scale}
            room={geometry}
            onClose={() => session.select(null)}
          />
        )}
        <div className="now" style={wide} aria-hidden="true">
          <span>{past ? pageWords('earlier') : pageWords('now')}</span>
        </div>
        <LaneHeads nodes={scene.nodes} left={scene.left} scale={scale} />
        <LoomZoom view={view} needed={loom.scroll.max > 0 || view.canZoomIn} room={room} />
        <BackToNow view={view} />
      </section>
    </div>
  );
}

/** Where one experiments the history keeps the greater part of the height. */
const NEED_MOST = '48vh';

/** Cards under each other scroll: what a sentence speaks of is there. */
const STACKED_ENTRIES = 6;

/** How many entries a card of this width has room for, in px; on a projector its buttons take the place of the second. */
const entriesMaxOf = (width: number, isLarge: boolean): number => {
  const inLine = isLarge ? 1 : 2;
  return isWideCard(width, isLarge) ? 3 * inLine : inLine;
};

/** As wide as the loom above, and open at the top as wide as a lane pours in. */
const cardsStyle = ({ geometry, lanes }: Loom, scale: number): CSSProperties => {
  const lane = lanes[0]?.w ?? 0;
  return {
    minWidth: geometry.width * scale,
    '--pour': `${(lane + 2 * pourWidth(lane)) * scale}px`,
  } as CSSProperties;
};

/** From the last lane to the right edge, in the loom's own pixels. */
function roomBesideLanes({ loom: { lanes, geometry }, left }: Scene): number {
  const centres = [...lanes.map(({ x }) => x), ...left.map(({ x, w }) => x + w / 2)];
  return geometry.width - Math.max(...centres) - geometry.laneWidth / 2;
}

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
