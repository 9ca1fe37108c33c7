// One mark, drawn by the same components and classes as on the stage.

import type { ReactNode } from 'react';
import type { LegendMark } from '../../scene/legend.ts';
import type { Box } from '../../scene/shape/scene.ts';
import { dialogWords } from '../../scene/words/dialogWords.ts';
import { VersionName, VersionTile } from '../marks/Glyph.tsx';
import { Icon } from '../marks/Icon.tsx';
import { EntryTable } from '../node/EntryTable.tsx';
import { Cuts } from '../stage/LoomCuts.tsx';
import { Knots, Lanes } from '../stage/LoomLanes.tsx';
import { StrokeLines, StrokePills } from '../stage/LoomStrokes.tsx';

export function LegendMarkView({ mark }: { readonly mark: LegendMark }) {
  switch (mark.kind) {
    case 'version':
      return <VersionName identity={mark.identity} />;
    case 'ghost':
      return (
        <span className="dag-node" data-ghost>
          <VersionName identity={mark.identity} />
        </span>
      );
    case 'lanes':
      return (
        <Cut box={mark.box}>
          <Lanes loom={mark.loom} selection={null} />
        </Cut>
      );
    case 'knot':
      return (
        <Cut box={mark.box}>
          <Lanes loom={mark.loom} selection={null} />
          <Knots loom={mark.loom} selection={null} />
        </Cut>
      );
    case 'cut':
      return (
        <Cut box={mark.box}>
          <Cuts cuts={[mark.cut]} />
        </Cut>
      );
    case 'stroke':
      return (
        <Cut box={mark.box}>
          <StrokeLines strokes={[mark.stroke]} />
          <StrokePills strokes={[mark.stroke]} />
        </Cut>
      );
    case 'envelope':
      return (
        <span className="envelope" data-hue={mark.identity.hue} data-held={mark.held || undefined}>
          {mark.held && <Icon name="pause" />}
          <VersionTile identity={mark.identity} />
          <span className="text">{mark.text}</span>
          {!mark.held && <Icon name="arrow" />}
        </span>
      );
    case 'entry':
      return (
        <div className="legend-host" data-hue={mark.host?.hue}>
          <EntryTable entry={mark.entry} />
        </div>
      );
    case 'flag':
      return <span className="flag">{mark.node}</span>;
    case 'centre':
      return (
        <span className="node-place">
          <span>{mark.centre}</span>
        </span>
      );
    case 'edge':
      return (
        <svg aria-hidden="true" width="64" height="40">
          <path
            className="edge"
            d="M32 2C32 20 20 20 20 38"
            data-overwritten={mark.look === 'overwritten' || undefined}
            data-hard={mark.look === 'hard' || undefined}
          />
          {mark.look === 'hard' && <path className="edge-core" d="M32 2C32 20 20 20 20 38" />}
        </svg>
      );
    case 'broken':
      return (
        <span className="verdict" data-broken>
          <Icon name="octagon" /> {dialogWords('broken')}
        </span>
      );
    default:
      return <ChipMark mark={mark} />;
  }
}

type ChipKind = Extract<LegendMark, { name: string }>;

function ChipMark({ mark }: { readonly mark: ChipKind }) {
  const leaving = mark.kind === 'chip' && mark.leaving;
  const change = leaving ? 'leaving' : mark.kind === 'halo' ? 'added' : undefined;
  return (
    <span className="chip" data-change={change} data-selected={mark.kind === 'selected' || undefined}>
      <span className="name">{mark.name}</span>
      <sub className="mono">{mark.id}</sub>
    </span>
  );
}

/** A piece of the loom, at its own size. */
function Cut({ box, children }: { readonly box: Box; readonly children: ReactNode }) {
  return (
    <svg
      className="loom legend-cut"
      aria-hidden="true"
      width={box.w}
      height={box.h}
      viewBox={`${box.x} ${box.y} ${box.w} ${box.h}`}
    >
      {children}
    </svg>
  );
}
