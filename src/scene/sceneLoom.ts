// The loom of a scene: a lane a node with its history above the now line, messages as strokes between lanes.
// Coordinates are absolute (row r begins at r * rowHeight): marks keep their place for ever, only the viewport moves.

import type { NodeId, ShardId, Verb } from '../engine/index.ts';
import type { Identity } from './scene.ts';

export interface LoomGeometry {
  /** Width of the history panel and of the row of cards under it. */
  readonly width: number;
  /** Height of the visible history, above the now line. */
  readonly height: number;
  readonly rowHeight: number;
  readonly laneWidth: number;
  /** Gap between two cards, and half of it at either side. */
  readonly gap: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Loom {
  readonly geometry: LoomGeometry;
  /** The visible part: a viewBox whose lower edge is the now line; it moves with the fraction. */
  readonly viewport: Box;
  readonly nowY: number;
  /** Rows up to the playhead. */
  readonly rowCount: number;
  readonly lanes: readonly Lane[];
  readonly segments: readonly Segment[];
  readonly dots: readonly Dot[];
  readonly rows: readonly LoomRow[];
  readonly strokes: readonly Stroke[];
}

export interface Lane {
  readonly key: string;
  readonly node: NodeId;
  /** Centre and width of the lane. */
  readonly x: number;
  readonly w: number;
  readonly up: boolean;
  readonly identity: Identity | null;
}

/** A piece of a lane in one version's hue. */
export interface Segment {
  readonly key: string;
  readonly node: NodeId;
  readonly shard: ShardId;
  /** Left edge and width: shards of one node lie side by side in its lane. */
  readonly x: number;
  readonly w: number;
  readonly y1: number;
  readonly y2: number;
  /** Null: the node has no such table then. */
  readonly identity: Identity | null;
  readonly up: boolean;
  /** Where the version's glyph stands on it, every 96 px. */
  readonly glyphs: readonly Point[];
}

/** A knot on a lane: something happened there. */
export interface Dot {
  readonly key: string;
  readonly node: NodeId;
  readonly step: number;
  readonly x: number;
  readonly y: number;
  /** The version after it. */
  readonly identity: Identity | null;
  /** 'ADD email', 'merges X', 'restarts'; '' for a mere send or receipt. */
  readonly text: string;
  /** The side of the lane on which the text stands, and where. */
  readonly side: 'left' | 'right';
  readonly textX: number;
}

export interface LoomRow {
  readonly key: string;
  readonly row: number;
  /** Centre of the row. */
  readonly y: number;
  /** Steps gathered in this row: first to last, the state indices after them (1 = after the first step). */
  readonly firstStep: number;
  readonly lastStep: number;
  /** A run of local steps: how many; 0 when the row shows one step of its own. */
  readonly collapsed: number;
  /** 'Step 6 of 9. A receives push +phone from B. A: X becomes Z.' */
  readonly text: string;
  readonly current: boolean;
}

export type StrokeState = 'inFlight' | 'delivered' | 'lost' | 'duplicate' | 'late';

export interface Stroke {
  /** Message key and which copy: 'DEFINITIONS_UPDATE A>B s3#0@12'. */
  readonly key: string;
  readonly message: string;
  readonly verb: Verb;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly state: StrokeState;
  readonly identity: Identity | null;
  /** Steps of sending and of the end; null while in flight. */
  readonly sentStep: number;
  readonly endStep: number | null;
  readonly start: Point;
  /** Arrival, place of loss, or the envelope on the now line. */
  readonly end: Point;
  /** The line in pieces: cut 6 px either side of a lane that it only crosses and at its pill. */
  readonly pieces: readonly Line[];
  /** Arrowhead at `end`, direction in degrees (0 = to the right, clockwise); null when it has none. */
  readonly head: { readonly x: number; readonly y: number; readonly angle: number } | null;
  /** The ink cross of a lost message. */
  readonly cross: Point | null;
  /** Where the second copy branches off. */
  readonly fork: Point | null;
  /** Null while in flight (the envelope carries it) and on a lane to itself. */
  readonly label: StrokeLabel | null;
  readonly selected: boolean;
  /** 'Push +email, A to B, delivered' */
  readonly sentence: string;
}

export interface StrokeLabel extends Box {
  /** '+email', 'lost', 'again', 'late' are told by `text`; the centre is x + w/2, y + h/2. */
  readonly text: string;
  /** 'glyph': no room for a pill, only a 16 px tile; the full text on focus. */
  readonly shape: 'pill' | 'glyph';
}

/** A message in flight: an envelope on the now line. */
export interface MessageItem extends Box {
  readonly key: string;
  /** Message key: what `deliver`, `lose` and `duplicate` take. */
  readonly message: string;
  /** Handle of the pending choice. */
  readonly choice: string;
  readonly verb: Verb;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly identity: Identity | null;
  /** '+email', 'What is X?' */
  readonly text: string;
  /** 'Push +email, A to B' */
  readonly label: string;
  /** Way done from sender to receiver, 0 to 1; x follows from it. */
  readonly progress: number;
  /** Index among equal copies. */
  readonly copy: number;
  readonly held: boolean;
  /** It is what Next would deliver. */
  readonly next: boolean;
  readonly selected: boolean;
  /** Virtual time in microseconds at which it would arrive. */
  readonly due: number;
}
