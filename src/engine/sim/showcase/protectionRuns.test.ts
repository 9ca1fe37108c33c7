// One run for every protection: without it a promise breaks or costs rise; the same commands with it keep them.

import { describe, expect, it, test } from 'vitest';
import { costsOf } from '../costs.ts';
import { checkPromises } from '../promises/promises.ts';
import { PROTECTION_TABLE } from '../protectionTable.ts';
import { rerun } from '../rerun.ts';
import type { Timeline } from '../timeline.ts';
import { protectionRun } from './protectionRuns.ts';
import { playShowcase } from './showcase.ts';

const brokenIn = ({ steps }: Timeline): readonly string[] => [
  ...new Set(
    steps.flatMap(({ state }) => checkPromises(state.core).flatMap(({ id, held }) => (held ? [] : [id]))),
  ),
];

function runsOf(id: (typeof PROTECTION_TABLE)[number]['id']) {
  const row = PROTECTION_TABLE.find((one) => one.id === id);
  const off = playShowcase(protectionRun(id));
  if (!off.ok || row === undefined) {
    throw new Error(off.ok ? id : off.problem);
  }
  const on = rerun(off.value, { kind: 'protect', protections: { [id]: row.on } });
  if (!on.ok) {
    throw new Error(on.problem);
  }
  return { on: on.value.timeline, off: off.value };
}

/** Whoever passed the write on learns the version (I2, I9), or is asked before it has (I10): two runs. */
const ELSEWHERE: readonly string[] = ['I10'];

describe('a run for each protection', () => {
  for (const { id, outcome } of PROTECTION_TABLE) {
    if (outcome.kind === 'broken') {
      it(`P2: without ${id} the same commands break ${outcome.promises.join(', ')}, with it none`, () => {
        const { on, off } = runsOf(id);
        expect(brokenIn(on)).toEqual([]);
        const found = brokenIn(off);
        expect(found).toEqual(
          expect.arrayContaining(
            outcome.promises.filter((one) => id !== 'syncSource' || !ELSEWHERE.includes(one)),
          ),
        );
      });
    } else {
      it(`P3: without ${id} the same commands cost more ${outcome.counters.join(', ')}`, () => {
        const { on, off } = runsOf(id);
        for (const counter of outcome.counters) {
          expect([counter, costsOf(off)[counter] > costsOf(on)[counter]]).toEqual([counter, true]);
        }
      });
    }
  }
});

test('P2: without syncSource whoever passed a write on is asked for its version before it knows it', () => {
  const { config, script } = protectionRun('syncSource');
  const early = script.filter((line) => line !== 'SCHEMA_VERSION_REPLY A>B');
  const off = playShowcase({ config, script: early });
  const on = off.ok ? rerun(off.value, { kind: 'protect', protections: { syncSource: 'coordinator' } }) : off;
  expect(off.ok && brokenIn(off.value)).toContain('I10');
  expect(on.ok && brokenIn(on.value.timeline)).toEqual([]);
});
