// For tests only: runs as people make them, long ones too, from surprises that go on.

import { append, draw, type Timeline } from '../../../engine/index.ts';
import { surpriseOf } from '../../sandbox/surprise.ts';
import { randomMove } from '../../sandbox/surpriseMoves.ts';
import { TABLE_TEMPLATES, type TableTemplate } from '../../sandbox/tableTemplates.ts';
import { localMergeOf } from '../../time/localMerge.ts';

/** A run of exactly `length` commands, if its surprise is no longer than that. */
export function longRun(seed: number, length: number): Timeline {
  const surprise = surpriseOf(seed);
  if (!surprise.ok) {
    throw new Error(surprise.problem);
  }
  let run = surprise.value.timeline;
  const tables = run.config.setup.flatMap((one) => (one.kind === 'create-table' ? [one.table] : []));
  const template = TABLE_TEMPLATES.find(({ table }) => tables.includes(table)) as TableTemplate;
  const drawn = (what: string, below: number): number => draw(seed, `more ${what}`, below);
  for (let i = 0; run.steps.length < length; i++) {
    const move = randomMove({ drawn, template, nodes: run.config.nodes }, run, i);
    const acted = move === null ? null : append(run, move);
    const merged = acted?.ok ? localMergeOf(acted.value) : null;
    run = merged?.ok ? merged.value : run;
  }
  return { ...run, steps: run.steps.slice(0, length) };
}
