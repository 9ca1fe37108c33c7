// The loom of a scene: a lane a node with its history above the now line, messages as strokes between lanes.
// Coordinates are absolute (row r begins at r * rowHeight): marks keep their place for ever, only the viewport moves.

import type { NodeId, ShardId, Verb } from '../../engine/index.ts';
import type { Identity } from './sceneIdentity.ts';

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

/**
 * How much is drawn, by the height of a row: 'full' has pills and words, 'compact' tiles for pills, 'ticks' bare lines
 * and ticks, 'threads' only lanes and how much went between them.
 */
export type LoomDetail = 'full' | 'compact' | 'ticks' | 'threads';

export interface Loom {
  /** As drawn: the row height is smaller than asked for when the whole run is to be seen. */
  readonly geometry: LoomGeometry;
  readonly detail: LoomDetail;
  /** The visible part: its lower edge is the now line, or above it when one has scrolled into the past. */
  readonly viewport: Box;
  /** Below the last row by the band in which envelopes travel; it moves with the fraction. */
  readonly nowY: number;
  /** Height of that band: it grows with the envelopes that would else lie on each other. */
  readonly band: number;
  /** How far one has scrolled into the past, and how far one can, in rows. */
  readonly scroll: { readonly at: number; readonly max: number };
  /** Side of the glyph tiles on the lanes, in px; 0 when the lanes are too thin for any. */
  readonly glyphSize: number;
  /** Rows up to the playhead. */
  readonly rowCount: number;
  readonly lanes: readonly Lane[];
  readonly segments: readonly Segment[];
  readonly dots: readonly Dot[];
  readonly rows: readonly LoomRow[];
  readonly strokes: readonly Stroke[];
  /** What stands for the strokes where rows are too low to draw them one by one, or where they are too many. */
  readonly threads: readonly Thread[];
  readonly tallies: readonly Tally[];
  /** Gossip that was heard: a small thing next to messages, because it carries no more than a digest. */
  readonly gossips: readonly GossipMark[];
  /** Links that were cut or healed. */
  readonly cuts: readonly CutMark[];
  /** Gaps between lanes over which nothing could pass. */
  readonly walls: readonly Wall[];
  /** Between which steps a delivery may be put, in the visible part; empty where rows are too low to aim at. */
  readonly gaps: readonly Gap[];
}

/** How many messages crossed a gap between lanes, in words, where they are not drawn one by one: its middle. */
export interface Tally {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Messages that crossed the gap between two neighbouring lanes at about one time. */
export interface Thread {
  readonly key: string;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly count: number;
  /** From 0 to 1: how thick or dark, against the busiest one that could be drawn here. */
  readonly weight: number;
  /** The version that most of them showed. */
  readonly identity: Identity | null;
}

export interface GossipMark {
  readonly key: string;
  readonly step: number;
  readonly from: NodeId;
  readonly to: NodeId;
  /** From the sender's lane to the receiver's in one row, since gossip takes a step of its own; cut at other lanes. */
  readonly pieces: readonly Line[];
  readonly head: { readonly x: number; readonly y: number; readonly angle: number };
  /** The receiver found its own digest in it. */
  readonly same: boolean;
}

/** A link that was cut or healed, in its own row. */
export interface CutMark {
  readonly key: string;
  readonly step: number;
  readonly a: NodeId;
  readonly b: NodeId;
  /** From lane to lane, cut at lanes that it only crosses. */
  readonly pieces: readonly Line[];
  /** Where the sign of a cut stands; null: healed. */
  readonly sign: Point | null;
  readonly fresh: boolean;
}

/** From when to when every link was cut between the lanes at its left and those at its right. */
export interface Wall {
  readonly key: string;
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
}

/** A place between two steps. */
export interface Gap {
  /** How many steps come before it; as many as the playhead has means now. */
  readonly place: number;
  readonly y: number;
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
  /** 'knot': something to tell; 'small': a mere send or receipt; 'tick': rows too low for either. */
  readonly shape: 'knot' | 'small' | 'tick';
  /** 'ADD email', 'merges X', 'restarts'; shorter where there is little room, '' where there is none. */
  readonly text: string;
  /** The same unshortened; '' for a mere send or receipt. */
  readonly fullText: string;
  /** The side of the lane on which the text stands: its end nearest to the lane, and its middle line. */
  readonly side: 'left' | 'right';
  readonly textX: number;
  readonly textY: number;
  /** The room that the text takes; null without one. */
  readonly textBox: Box | null;
  /** It happened in the step that led here. */
  readonly fresh: boolean;
}

/** A row of the tape as one chooses it: where rows are very low, some of them together. */
export interface LoomRow {
  readonly key: string;
  readonly row: number;
  /** Centre and height. */
  readonly y: number;
  readonly h: number;
  /** Steps gathered in this row: first to last, the state indices after them (1 = after the first step). */
  readonly firstStep: number;
  readonly lastStep: number;
  /** A run of local steps: how many; 0 when the row shows one step of its own. */
  readonly collapsed: number;
  /** 'Step 6 of 9. A receives push +phone from B. A: X becomes Z.' */
  readonly text: string;
  readonly current: boolean;
  /** '6 quiet steps', where there is room for it. */
  readonly note: RowNote | null;
}

export interface RowNote extends Box {
  readonly text: string;
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
  /** The same pieces as one SVG path. */
  readonly path: string;
  /** Arrowhead at `end`, direction in degrees (0 = to the right, clockwise); null when it has none. */
  readonly head: { readonly x: number; readonly y: number; readonly angle: number } | null;
  /** The ink cross of a lost message. */
  readonly cross: Point | null;
  /** Where the second copy branches off. */
  readonly fork: Point | null;
  /** Null while in flight (the envelope carries it) and on a lane to itself. */
  readonly label: StrokeLabel | null;
  readonly selected: boolean;
  /** The person holds it back. */
  readonly held: boolean;
  /** Sent, delivered or lost in the step that led here. */
  readonly fresh: boolean;
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
  /** 'glyph': no room for its words, only an arrow and a tile. */
  readonly shape: 'pill' | 'glyph';
  readonly held: boolean;
  /** It is what Next would deliver. */
  readonly next: boolean;
  readonly selected: boolean;
  /** Virtual time in microseconds at which it would arrive. */
  readonly due: number;
}
