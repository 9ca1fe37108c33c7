// What one asks for in a new sandbox, and the configuration that it comes to. Limits are the engine's, told in sentences.

import {
  type Config,
  configOf,
  createTimeline,
  NODES_MAX,
  PROTECTIONS_2016,
  PROTECTIONS_LATER,
  type Protections,
  type Result,
  SHARDS_MAX,
} from '../../engine/index.ts';
import { ok, refuse } from '../state/outcome.ts';
import { type SandboxWord, sandboxWords } from '../words/messagesOfSandbox.en.ts';
import { setupOf } from './sandboxSetup.ts';
import { TABLE_TEMPLATES, type TemplateId } from './tableTemplates.ts';

export interface SandboxForm {
  readonly nodes: number;
  readonly shards: number;
  readonly replicationFactor: number;
  /** Milliseconds. */
  readonly latency: number;
  readonly jitter: number;
  /** Messages lost out of a hundred. */
  readonly loss: number;
  readonly seed: number;
  readonly templates: readonly TemplateId[];
  /** CQL of one's own, run after the templates. */
  readonly own: string;
  readonly protections: Protections;
}

export type NumberField = 'nodes' | 'shards' | 'replicationFactor' | 'latency' | 'jitter' | 'loss' | 'seed';

export interface FieldLimit {
  readonly field: NumberField;
  readonly title: SandboxWord;
  readonly min: number;
  readonly max: number;
}

const LETTERS = 'ABCDEFGHI';
const MILLISECOND = 1_000;
const LATENCY_MAX = 60_000;
/** Percent; the engine counts in thousandths. */
const LOSS_MAX = 100;
const THOUSANDTHS = 10;

export const FIRST_FORM: SandboxForm = {
  nodes: 3,
  shards: 1,
  replicationFactor: 3,
  latency: 10,
  jitter: 10,
  loss: 0,
  seed: 1,
  templates: ['users'],
  own: '',
  protections: PROTECTIONS_2016,
};

/** The number fields in their order, each with what it may be in this form. */
export function limitsOf(form: SandboxForm): readonly FieldLimit[] {
  const most = Number.isInteger(form.nodes) ? Math.min(NODES_MAX, Math.max(1, form.nodes)) : NODES_MAX;
  return [
    { field: 'nodes', title: 'field-nodes', min: 1, max: NODES_MAX },
    { field: 'shards', title: 'field-shards', min: 1, max: SHARDS_MAX },
    { field: 'replicationFactor', title: 'field-replicationFactor', min: 1, max: most },
    { field: 'latency', title: 'field-latency', min: 0, max: LATENCY_MAX },
    { field: 'jitter', title: 'field-jitter', min: 0, max: LATENCY_MAX },
    { field: 'loss', title: 'field-loss', min: 0, max: LOSS_MAX },
    { field: 'seed', title: 'field-seed', min: 0, max: Number.MAX_SAFE_INTEGER },
  ];
}

export const PRESETS = {
  '2016': PROTECTIONS_2016,
  later: PROTECTIONS_LATER,
} as const;
export type PresetId = keyof typeof PRESETS;

/** The preset that these protections are, or null for a choice of one's own. */
export function presetOf(protections: Protections): PresetId | null {
  const same = (preset: Protections): boolean =>
    (Object.keys(preset) as (keyof Protections)[]).every((id) => preset[id] === protections[id]);
  return same(PRESETS['2016']) ? '2016' : same(PRESETS.later) ? 'later' : null;
}

/** Seed and configuration of a sandbox, checked as far as playing its setup; or why there is none. */
export function sandboxOf(form: SandboxForm): Result<{ readonly seed: number; readonly config: Config }> {
  const wrong = limitsOf(form).find(
    ({ field, min, max }) => !Number.isInteger(form[field]) || form[field] < min || form[field] > max,
  );
  if (wrong !== undefined) {
    const given = form[wrong.field];
    return refuse(
      sandboxWords('out-of-range', {
        field: sandboxWords(wrong.title, {}),
        min: wrong.min,
        max: wrong.max,
        given: Number.isNaN(given) ? sandboxWords('nothing', {}) : given,
      }),
    );
  }
  const { seed } = form;
  const config = configOf({
    nodes: [...LETTERS.slice(0, form.nodes)],
    shards: form.shards,
    replicationFactor: form.replicationFactor,
    latency: { base: form.latency * MILLISECOND, jitter: form.jitter * MILLISECOND },
    loss: form.loss * THOUSANDTHS,
    protections: form.protections,
  });
  const setup = setupOf(config, seed, [cqlOf(form.templates), form.own]);
  if (!setup.ok) {
    return setup;
  }
  const whole = { seed, config: { ...config, setup: setup.value } };
  const played = createTimeline(whole);
  return played.ok ? ok(whole) : played;
}

/** The CQL of the chosen templates, in their own order. */
export function cqlOf(templates: readonly TemplateId[]): string {
  return TABLE_TEMPLATES.filter(({ id }) => templates.includes(id))
    .map(({ cql }) => cql)
    .join('\n\n');
}
