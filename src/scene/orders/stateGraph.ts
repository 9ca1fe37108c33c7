// The state graph of a small search, drawn: layers by depth from left to right, within a layer near the states that lead there.
// A circle where all nodes are at one version, a diamond where they are apart, a square where one is down, an octagon where a
// promise is broken. Everything that can be seen is told in words, too, state by state.

import type { GraphEdge, GraphState, StateGraph } from '../../engine/index.ts';
import type { Identities } from '../run/identity.ts';
import type { MessageWords } from '../run/statementWords.ts';
import type { Identity, TableKey } from '../shape/scene.ts';
import { enumerated, label } from '../words/say.ts';
import { edgeText } from './edgeText.ts';
import { groupedStandings, type NodeMark, nodeMarks } from './nodeMarks.ts';

export type StateShape = 'agreed' | 'apart' | 'down' | 'broken';

export interface DrawnState {
  readonly state: number;
  readonly x: number;
  readonly y: number;
  readonly shape: StateShape;
  /** The one version of all nodes, where a run on the page has shown it. */
  readonly identity: Identity | null;
  readonly ends: boolean;
}

export interface DrawnEdge {
  readonly from: number;
  readonly to: number;
  readonly path: string;
}

export interface DrawnGraph {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly states: readonly DrawnState[];
  readonly edges: readonly DrawnEdge[];
  readonly title: string;
}

const RADIUS_MAX = 6;
const RADIUS_MIN = 3.5;
const ROW_MAX = 19;
const ROW_MIN = 10;
const HEIGHT = 400;
const COLUMN_MIN = 34;
const COLUMN_MAX = 64;
const EDGE = 14;
const WIDTH = 520;

export function drawGraph(graph: StateGraph, identities: Identities, table: TableKey | null): DrawnGraph {
  const layers = layersOf(graph);
  const tallest = Math.max(1, ...layers.map((layer) => layer.length));
  const column = Math.min(
    COLUMN_MAX,
    Math.max(COLUMN_MIN, (WIDTH - 2 * EDGE) / Math.max(1, layers.length - 1)),
  );
  const row = Math.min(ROW_MAX, Math.max(ROW_MIN, (HEIGHT - 2 * EDGE) / Math.max(1, tallest - 1)));
  const height = 2 * EDGE + (tallest - 1) * row;
  const places = new Map<number, { readonly x: number; readonly y: number }>();
  layers.forEach((layer, depth) => {
    const top = (height - (layer.length - 1) * row) / 2;
    layer.forEach((state, i) => {
      places.set(state, { x: EDGE + depth * column, y: top + i * row });
    });
  });
  const placeOf = (state: number) => places.get(state) ?? { x: 0, y: 0 };
  return {
    width: 2 * EDGE + (layers.length - 1) * column,
    height,
    radius: Math.min(RADIUS_MAX, Math.max(RADIUS_MIN, row * 0.36)),
    states: graph.states.map((whole, state) => ({
      state,
      ...placeOf(state),
      ...lookOf(whole, identities, table),
      ends: whole.ends,
    })),
    edges: distinct(graph).map(({ from, to }) => ({ from, to, path: pathOf(placeOf(from), placeOf(to)) })),
    title: label('graph-title', {
      states: label('count-states', { count: graph.states.length, text: String(graph.states.length) }),
      edges: graph.edges.length,
    }),
  };
}

/** By depth; within a layer by the mean place of what leads there, so that few edges cross. */
function layersOf({ states, edges }: StateGraph): readonly (readonly number[])[] {
  const layers: number[][] = [];
  states.forEach(({ depth }, state) => {
    layers[depth] = [...(layers[depth] ?? []), state];
  });
  const parents = new Map<number, number[]>();
  for (const { from, to } of edges) {
    if ((states[from]?.depth ?? 0) < (states[to]?.depth ?? 0)) {
      parents.set(to, [...(parents.get(to) ?? []), from]);
    }
  }
  const places = new Map<number, number>([[0, 0]]);
  return layers.map((layer) => {
    const weights = new Map(layer.map((state) => [state, meanOf(parents.get(state) ?? [], places)]));
    const sorted = layer.toSorted((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0) || a - b);
    sorted.forEach((state, i) => {
      places.set(state, i - (sorted.length - 1) / 2);
    });
    return sorted;
  });
}

function meanOf(states: readonly number[], places: ReadonlyMap<number, number>): number {
  return states.reduce((sum, state) => sum + (places.get(state) ?? 0), 0) / Math.max(1, states.length);
}

function distinct({ edges }: StateGraph): readonly { readonly from: number; readonly to: number }[] {
  const seen = new Set<string>();
  return edges.filter(({ from, to }) => {
    const key = `${from} ${to}`;
    const isNew = from !== to && !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function pathOf(
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
): string {
  const bend = (b.x - a.x) / 2;
  return `M${round(a.x)} ${round(a.y)}C${round(a.x + bend)} ${round(a.y)} ${round(b.x - bend)} ${round(b.y)} ${round(b.x)} ${round(b.y)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function standingsOf(whole: GraphState, identities: Identities, table: TableKey | null) {
  return whole.nodes.map(({ node, up, digest, versions }) => {
    const mine = Object.values(versions);
    // Of several tables the one on the stage; a version that nobody has seen here may be any table's.
    const shown = mine.find((version) => {
      const identity = identities.of(version);
      return identity !== null && identity.keyspace === table?.keyspace && identity.table === table.table;
    });
    return {
      node,
      up,
      digest,
      version: shown ?? mine.find((version) => identities.of(version) === null) ?? null,
    };
  });
}

function lookOf(
  whole: GraphState,
  identities: Identities,
  table: TableKey | null,
): Pick<DrawnState, 'shape' | 'identity'> {
  const standings = standingsOf(whole, identities, table);
  const isDown = standings.some(({ up }) => !up);
  const versions = new Set(standings.map(({ version }) => version));
  const digests = new Set(standings.map(({ digest }) => digest));
  const agreed = versions.size === 1 && digests.size === 1;
  const shape = whole.broken.length > 0 ? 'broken' : isDown ? 'down' : agreed ? 'agreed' : 'apart';
  return { shape, identity: shape === 'agreed' ? identities.of(standings[0]?.version ?? null) : null };
}

export interface StateWay {
  readonly to: number;
  readonly text: string;
}

/** One state in words, with the ways on and back: the graph for those who do not see it. */
export interface StateInWords {
  readonly state: number;
  readonly sentence: string;
  readonly standing: string;
  readonly nodes: readonly NodeMark[];
  readonly notes: readonly string[];
  readonly on: readonly StateWay[];
  readonly back: readonly StateWay[];
  /** What a branch that goes there is about. */
  readonly about: string;
}

export interface WordsContext {
  readonly identities: Identities;
  readonly table: TableKey | null;
  readonly words: MessageWords;
}

export function stateInWords(graph: StateGraph, state: number, context: WordsContext): StateInWords | null {
  const whole = graph.states[state];
  if (whole === undefined) {
    return null;
  }
  const standings = standingsOf(whole, context.identities, context.table);
  const way = (edge: GraphEdge, to: number): StateWay => ({
    to,
    text: label('graph-to', { command: edgeText(context.words, edge), number: String(to) }),
  });
  return {
    state,
    sentence: label('graph-state', { number: String(state), depth: whole.depth }),
    standing: enumerated(groupedStandings(standings)),
    nodes: nodeMarks(context.identities, standings),
    notes: [
      label('graph-pending', { count: whole.pending }),
      ...(whole.broken.length > 0 ? [label('graph-broken', { promises: enumerated(whole.broken) })] : []),
      ...(whole.ends ? [label('graph-ends', {})] : []),
    ],
    on: graph.edges.filter(({ from }) => from === state).map((edge) => way(edge, edge.to)),
    back: graph.edges
      .filter(({ from, to }) => to === state && from !== state)
      .map((edge) => way(edge, edge.from)),
    about: label('graph-about', { number: String(state) }),
  };
}
