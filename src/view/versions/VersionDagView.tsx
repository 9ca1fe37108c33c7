// Which version contains which: V0 at the top, and every version under those that it contains. A node's flag stands at
// the version it is at. Choosing a version shows, below, how ids move into it; choosing two, between them.

import { type KeyboardEvent, type MouseEvent, memo, useMemo, useRef, useState } from 'react';
import type { DagNode, VersionDag } from '../../scene/shape/scene.ts';
import { pairOfTwo } from '../../scene/versions/dagMap.ts';
import {
  DAG_DETAILS,
  type DagDetail,
  dagHeight,
  dagPicture,
  dagWindow,
  type PlacedNode,
} from '../../scene/versions/dagPicture.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import type { Session, SessionState } from '../../store/state/sessionState.ts';
import { useSession, useSlice } from '../session/sessionContext.ts';
import { DescribeButton } from '../shell/DescribeButton.tsx';
import { scaleOf } from '../stage/geometry.ts';
import { useSize } from '../useSize.ts';
import { DagEdges } from './DagEdges.tsx';
import { DagMap } from './DagMap.tsx';
import { DagTile } from './DagTile.tsx';
import { DagTools } from './DagTools.tsx';
import { neighbour } from './dagKeys.ts';
import { FlagsOutOfSight } from './FlagsOutOfSight.tsx';
import { handBeside } from './handBeside.ts';
import { useDagScroll } from './useDagScroll.ts';
import { useFocused } from './useFocused.ts';

/** What is drawn beyond what is seen, in px. */
const BEYOND = 160;
/** From so many panels' height on, a map of the whole stands beside it; among bare tiles always, as they come no smaller. */
const MAP_FROM = 2;
const MAP_SPACE = 48;

const themeOf = (state: SessionState) => state.theme;

export const VersionDagView = memo(function VersionDagView({ dag }: { readonly dag: VersionDag }) {
  const session = useSession();
  const unit = scaleOf(useSlice(themeOf));
  const window_ = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const size = useSize(window_);
  const [detail, setDetail] = useState<DagDetail>('full');
  const [comparing, setComparing] = useState(false);
  const height = dagHeight(dag, { ...size, unit, detail });
  const overflows = size.height > 0 && height > size.height + 1;
  const hasMap = overflows && (detail === 'tiles' || height > MAP_FROM * size.height);
  const picture = useMemo(() => {
    const width = size.width - (hasMap ? MAP_SPACE : 0);
    return dagPicture(dag, { width, height: size.height, unit, detail });
  }, [dag, size, unit, detail, hasMap]);
  const { top, bring } = useDagScroll({ target: window_, dag, picture, height: size.height });
  const shown = useMemo(
    () => dagWindow(picture, top - BEYOND, top + Math.max(size.height, 1) + BEYOND),
    [picture, top, size.height],
  );
  const selected = dag.nodes.find((node) => node.selected);
  const tabStop = selected ?? dag.nodes.find((node) => node.picked) ?? dag.nodes.at(-1);
  const focused = useFocused(list);
  const choose = useChoice(dag, comparing, () => setComparing(false));
  const walk = (event: KeyboardEvent, node: DagNode): void => {
    const target = neighbour(dag, node, event.key);
    const zoomed = zoomBy(event.key, detail);
    if (target !== undefined) {
      bring(target.identity.version);
      focused.want(target.identity.version);
    } else if (zoomed !== undefined) {
      setDetail(zoomed);
    } else if (event.key === ' ') {
      choose(node, true);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const drawn = withThese(shown.nodes, picture.nodes, [tabStop?.identity.version, focused.version]);
  return (
    <section className="panel versions" aria-labelledby="versions-title" data-detail={detail}>
      <header className="panel-head">
        <h2 id="versions-title">{pageWords('versions')}</h2>
        <DagTools
          detail={detail}
          zooms={overflows}
          onDetail={setDetail}
          onFit={() => setDetail(fitting(dag, { ...size, unit }))}
          compare={
            selected === undefined || dag.nodes.length < 2
              ? null
              : {
                  on: comparing,
                  toggle: () => setComparing(!comparing),
                  inspect: () => session.openDrawer('inspector'),
                }
          }
        />
        <p>{pageWords('later-each-contains-those-above')}</p>
        <DescribeButton of={pageWords('versions')} />
      </header>
      <p className="hidden-text" id="versions-described">
        {dag.description.join(' ')}
      </p>
      <div className="dag-room">
        <div
          className="panel-scroll"
          ref={window_}
          {...handBeside(() => selected !== undefined && letGo(session))}
        >
          <div className="dag" data-frame="dag" style={{ width: picture.width, height: picture.height }}>
            <DagEdges
              picture={picture}
              edges={shown.edges}
              unit={unit}
              onPick={({ from, to }) => {
                session.pick({ from, to });
                session.select({ kind: 'version', version: to });
              }}
            />
            <ul
              aria-labelledby="versions-title"
              aria-describedby="versions-described"
              ref={list}
              {...focused.listeners}
            >
              {drawn.map((placed) => (
                <DagTile
                  key={placed.node.key}
                  placed={placed}
                  isTabStop={placed.node === tabStop}
                  position={dag.nodes.indexOf(placed.node) + 1}
                  count={dag.nodes.length}
                  onPress={(event: MouseEvent) => choose(placed.node, event.shiftKey)}
                  onKey={(event) => walk(event, placed.node)}
                />
              ))}
            </ul>
          </div>
        </div>
        {overflows && <FlagsOutOfSight nodes={picture.nodes} top={top} height={size.height} onGo={bring} />}
        {hasMap && (
          <DagMap
            picture={picture}
            height={size.height}
            top={top}
            onTop={(to) => window_.current?.scrollTo({ top: to })}
          />
        )}
      </div>
    </section>
  );
});

/** Chooses a version, or with one chosen already, pairs the two. */
type Choose = (node: DagNode, pairs: boolean) => void;

function useChoice(dag: VersionDag, comparing: boolean, done: () => void): Choose {
  const session = useSession();
  const selected = dag.nodes.find((node) => node.selected);
  return (node, pairs) => {
    const { version } = node.identity;
    if ((pairs || comparing) && selected !== undefined && selected !== node) {
      session.pick(pairOfTwo(dag, selected.identity.version, version));
      done();
      return;
    }
    if (node === selected && !pairs) {
      letGo(session);
      done();
      return;
    }
    session.pick(node.main === null ? null : { from: node.main.from, to: node.main.to });
    session.select({ kind: 'version', version });
  };
}

/** The ids follow the run again. */
function letGo(session: Session): void {
  session.select(null);
  session.pick(null);
}

/** The greatest detail in which all versions are seen at once, or else the least. */
function fitting(dag: VersionDag, room: { width: number; height: number; unit: number }): DagDetail {
  return DAG_DETAILS.find((detail) => dagHeight(dag, { ...room, detail }) <= room.height) ?? 'tiles';
}

function zoomBy(key: string, detail: DagDetail): DagDetail | undefined {
  const at = DAG_DETAILS.indexOf(detail);
  return key === '+' ? DAG_DETAILS[at - 1] : key === '-' ? DAG_DETAILS[at + 1] : undefined;
}

/** The nodes in sight and those that are needed wherever they stand, in the order of the whole. */
function withThese(
  shown: readonly PlacedNode[],
  all: readonly PlacedNode[],
  needed: readonly (string | null | undefined)[],
): readonly PlacedNode[] {
  const seen = new Set(shown);
  return all.filter((placed) => seen.has(placed) || needed.includes(placed.node.identity.version));
}
