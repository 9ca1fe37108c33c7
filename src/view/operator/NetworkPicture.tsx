// The network as a picture: a click on a link cuts or heals it, a line drawn across links cuts them all at once. For mouse
// and finger only; the list below it says and does the same.

import { type PointerEvent, useRef, useState } from 'react';
import {
  type NetworkView,
  strokeCommands,
  strokeSentence,
  toggleCommand,
} from '../../scene/operator/network.ts';
import {
  crossedLinks,
  linkAt,
  NETWORK_HEIGHT,
  NETWORK_NODE,
  NETWORK_WIDTH,
  nodeAt,
} from '../../scene/operator/networkGeometry.ts';
import type { Point } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { TileMark } from '../marks/Glyph.tsx';
import { useSession } from '../session/sessionContext.ts';

/** Less than this is a click, in the picture's own units. */
const STILL = 6;

export function NetworkPicture({ network }: { readonly network: NetworkView }) {
  const session = useSession();
  const [path, setPath] = useState<readonly Point[]>([]);
  const [near, setNear] = useState<string | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const crossed = crossedLinks(network.links, path);
  const drawing = path.length > 1;
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = svg.current?.getBoundingClientRect() ?? new DOMRect();
    const scale = NETWORK_WIDTH / (box.width || NETWORK_WIDTH);
    return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale };
  };
  const click = (at: Point): void => {
    const node = nodeAt(network.nodes, at);
    const key = linkAt(network.links, at);
    const link = network.links.find((one) => one.key === key);
    if (node !== null) {
      session.select({ kind: 'node', node });
    } else if (link !== undefined) {
      session.act(toggleCommand(link));
    }
  };
  const letGo = (): void => {
    const [start] = path;
    const commands = strokeCommands(network, crossed);
    if (drawing && commands.length > 0) {
      session.actAll(commands);
    } else if (!drawing && start !== undefined) {
      click(start);
    }
    setPath([]);
  };
  return (
    <div className="network-picture" data-drawing={drawing || undefined}>
      <svg
        ref={svg}
        viewBox={`0 0 ${NETWORK_WIDTH} ${NETWORK_HEIGHT}`}
        aria-hidden="true"
        data-near={near !== null || undefined}
        onPointerDown={(event) => {
          if (event.button === 0) {
            event.currentTarget.setPointerCapture(event.pointerId);
            setPath([pointOf(event)]);
          }
        }}
        onPointerMove={(event) => {
          const at = pointOf(event);
          const last = path.at(-1);
          if (last === undefined) {
            setNear(nodeAt(network.nodes, at) ?? linkAt(network.links, at));
          } else if (Math.hypot(at.x - last.x, at.y - last.y) >= STILL) {
            setPath([...path, at]);
          }
        }}
        onPointerUp={letGo}
        onPointerCancel={() => setPath([])}
        onPointerLeave={() => setNear(null)}
      >
        <Links network={network} crossed={crossed} near={near} />
        <Nodes network={network} />
        {drawing && <path className="stroke" d={`M${path.map(({ x, y }) => `${x} ${y}`).join('L')}`} />}
      </svg>
      <p className="note" aria-hidden="true">
        {drawing ? strokeSentence(network, crossed) : dialogWords('click-a-link-or-draw')}
      </p>
    </div>
  );
}

interface LinksProps {
  readonly network: NetworkView;
  readonly crossed: readonly string[];
  readonly near: string | null;
}

function Links({ network, crossed, near }: LinksProps) {
  return network.links.map(({ key, from, to, cut, carries, changed }) => {
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    return (
      <g
        key={key}
        className="link"
        data-cut={cut || undefined}
        data-near={near === key || undefined}
        data-crossed={(!cut && crossed.includes(key)) || undefined}
        data-changed={changed || undefined}
      >
        <line className="halo" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        {cut && (
          <path className="scissors" transform={`translate(${middle.x} ${middle.y})`} d="M-5-5 5 5M5-5-5 5" />
        )}
        {!cut && carries > 0 && (
          <g transform={`translate(${middle.x} ${middle.y})`}>
            <rect className="carries" x={-11} y={-9} width={22} height={18} rx={4} />
            <text y={4.5}>{carries}</text>
          </g>
        )}
      </g>
    );
  });
}

function Nodes({ network }: { readonly network: NetworkView }) {
  return network.nodes.map(({ node, up, identity, x, y }) => (
    <g
      key={node}
      className="node"
      transform={`translate(${x} ${y})`}
      data-hue={up ? identity?.hue : undefined}
      data-down={!up || undefined}
    >
      <circle r={NETWORK_NODE} />
      <text y={5.5}>{node}</text>
      {up && identity !== null && <TileMark identity={identity} x={18} y={-14} size={20} />}
      {!up && <path className="node-down" d="M-14 14 14-14" />}
    </g>
  ));
}
