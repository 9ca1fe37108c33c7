// Laws of editing the past (SPEC N12–N14), over random runs: nothing is lost silently, what is said to be legal is accepted,
// and what changes nothing is the same run.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../sim/edit.ts';
import { flightOf, messageAt } from '../sim/flight.ts';
import { rejoiningOf } from '../sim/parting.ts';
import type { Place, PlacesQuery } from '../sim/places.ts';
import { placesFor, previewOf } from '../sim/places.ts';
import { play, SEED } from '../sim/random/play.ts';
import { setupOf } from '../sim/random/tables.ts';
import type { Rerun } from '../sim/rerun.ts';
import { rerun } from '../sim/rerun.ts';
import type { Timeline } from '../sim/timeline.ts';
import { append, fork, stateAt, stateHash } from '../sim/timeline.ts';
import { MOST, worldOf } from './world.test-support.ts';

const scaled = (runs: number) => Math.ceil((runs * (fc.readConfigureGlobal()?.numRuns ?? 100)) / 100);
const pick = fc.noBias(fc.tuple(fc.nat(996), fc.nat(96), fc.nat(96), fc.nat(96)));
const picks = fc.array(pick, { minLength: 15, maxLength: 50, size: 'max' });

const world = worldOf({ mix: MOST, namesOnce: false, losesPulls: true, config: { setup: setupOf(2) } });
const table = { keyspace: 'ks', table: 't' };

function drawnRun(drawn: Parameters<typeof play>[1]): Timeline {
  const { start, steps } = play(world, drawn);
  return { seed: SEED, config: world.config, start, steps };
}

const hashes = ({ start, steps }: Timeline): readonly string[] =>
  [start, ...steps.map(({ state }) => state)].map(({ core }) => stateHash(core));

const commandsOf = ({ steps }: Timeline) => steps.map(({ command }) => JSON.stringify(command));

/** Every message as it is on its way somewhere in the run, once a flight. */
function sightingsOf(timeline: Timeline): readonly { readonly message: string; readonly seen: number }[] {
  return timeline.steps.flatMap(({ state }, i) =>
    state.core.messages
      .filter(({ key }) => messageAt(stateAt(timeline, i), key) === null)
      .map(({ key }) => ({ message: key, seen: i + 1 })),
  );
}

function editsOf(timeline: Timeline, number: number): readonly Edit[] {
  const { length } = timeline.steps;
  const [place, step] = [number % (length + 1), 1 + (number % length)];
  const sightings = sightingsOf(timeline);
  const sighting = sightings[number % Math.max(1, sightings.length)];
  const ofMessage: readonly Edit[] =
    sighting === undefined
      ? []
      : [
          { kind: 'deliver', ...sighting, place },
          { kind: 'lose', ...sighting, place },
          { kind: 'duplicate', ...sighting, place },
          { kind: 'hold', ...sighting },
        ];
  return [
    ...ofMessage,
    { kind: 'move', step, place },
    { kind: 'remove', step },
    { kind: 'replace', step, command: { kind: 'wait', micros: 5 } },
    { kind: 'protect', protections: { versionTags: false, pullDelay: number % 2 === 0 } },
  ];
}

function done(timeline: Timeline, edit: Edit): Rerun {
  const edited = rerun(timeline, edit);
  if (!edited.ok) {
    throw new Error(edited.problem);
  }
  return edited.value;
}

describe('editing the past', () => {
  it('N12: with nothing changed it is the same run, step by step, and played once more it is the same again', () => {
    fc.assert(
      fc.property(picks, fc.nat(), (drawn, number) => {
        const timeline = drawnRun(drawn);
        const again = done(timeline, { kind: 'protect', protections: {} });
        expect(again.timeline).not.toBe(timeline);
        expect(hashes(again.timeline)).toEqual(hashes(timeline));
        expect([again.skipped, again.from]).toEqual([[], timeline.steps.length]);
        const step = 1 + (number % timeline.steps.length);
        for (const place of [step - 1, step]) {
          expect(done(timeline, { kind: 'move', step, place }).timeline).toBe(timeline);
        }
      }),
      { numRuns: scaled(12) },
    );
  }, 60_000);

  it('N12: what is skipped and what is kept are all the commands; it is deterministic, and shares the past', () => {
    fc.assert(
      fc.property(picks, fc.nat(), (drawn, number) => {
        const timeline = drawnRun(drawn);
        for (const edit of editsOf(timeline, number)) {
          const edited = rerun(timeline, edit);
          if (!edited.ok) {
            expect(edited.problem).toMatch(/^\S.{8,}\.$/s);
            continue;
          }
          const { timeline: after, skipped, from, at, besides } = edited.value;
          const taken = edit.kind === 'remove' || edit.kind === 'hold' || edit.kind === 'replace' ? 1 : 0;
          const old = commandsOf(timeline);
          const kept = [...commandsOf(after), ...skipped.map(({ command }) => JSON.stringify(command))];
          const missing = old.filter((command) => !removedOnce(kept, command));
          expect(missing.length).toBeLessThanOrEqual(
            edit.kind === 'lose' || edit.kind === 'deliver' ? 1 : taken,
          );
          const added = edit.kind === 'duplicate' ? 2 : edit.kind === 'protect' ? besides.length : 1;
          expect(kept.length).toBeLessThanOrEqual(added);
          expect(edit.kind === 'protect' || besides.length === 0).toBe(true);
          for (const { step, command, problem } of skipped) {
            expect(timeline.steps[step - 1]?.command).toEqual(command);
            expect(problem).toMatch(/^\S.{8,}[.?]$/s);
          }
          expect(at).toBeGreaterThanOrEqual(Math.min(from, after.steps.length));
          if (edit.kind !== 'protect') {
            expect(after.steps.slice(0, from)).toEqual(timeline.steps.slice(0, from));
          }
          expect(hashes(done(timeline, edit).timeline)).toEqual(hashes(after));
        }
      }),
      { numRuns: scaled(12) },
    );
  }, 60_000);

  it('N12: a run that was edited replays, command by command, from its start', () => {
    fc.assert(
      fc.property(picks, fc.nat(), (drawn, number) => {
        const timeline = drawnRun(drawn);
        for (const edit of editsOf(timeline, number)) {
          const edited = rerun(timeline, edit);
          if (edited.ok && edit.kind !== 'protect') {
            const again = edited.value.timeline.steps.reduce<Timeline>(
              (run, { command }) => {
                const next = append(run, command);
                return next.ok ? next.value : run;
              },
              fork(timeline, 0),
            );
            expect(hashes(again)).toEqual(hashes(edited.value.timeline));
          }
        }
      }),
      { numRuns: scaled(8) },
    );
  }, 60_000);
});

function removedOnce(list: string[], item: string): boolean {
  const index = list.indexOf(item);
  if (index >= 0) {
    list.splice(index, 1);
  }
  return index >= 0;
}

describe('places for a message', () => {
  const editAt = (query: PlacesQuery, { place }: Place): Edit => ({
    kind: query.mode === 'move' ? 'deliver' : 'duplicate',
    message: query.message,
    seen: query.seen,
    place,
  });

  it('N13: every place that is said to be legal is accepted, every other refused with a sentence', () => {
    const seen = { legal: 0, early: 0, gone: 0 };
    fc.assert(
      fc.property(picks, (drawn) => {
        const timeline = drawnRun(drawn);
        for (const sighting of sightingsOf(timeline).slice(0, 6)) {
          for (const mode of ['move', 'duplicate'] as const) {
            const query = { ...sighting, mode, from: 0, to: timeline.steps.length };
            const places = placesFor(timeline, query);
            const flight = flightOf(timeline, sighting);
            for (const place of places.ok ? places.value : []) {
              const edited = rerun(timeline, editAt(query, place));
              const preview = previewOf(timeline, { ...query, place: place.place }, table);
              expect([place, preview.ok]).toEqual([place, place.legal]);
              if (place.legal) {
                seen.legal += 1;
                expect([place, edited.ok ? '' : edited.problem]).toEqual([place, '']);
              } else {
                seen[flight.ok && place.place < flight.value.sent ? 'early' : 'gone'] += 1;
                expect(place.problem).toMatch(/^\w+ .+ at step \d+\b.*\.$/s);
                expect([place, edited.ok ? '' : edited.problem]).toEqual([place, place.problem]);
              }
            }
          }
        }
      }),
      { numRuns: scaled(8) },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  }, 120_000);

  it('N13: the preview is what the re-run gives at that step', () => {
    fc.assert(
      fc.property(picks, fc.nat(), fc.constantFrom('move', 'duplicate'), (drawn, number, mode) => {
        const timeline = drawnRun(drawn);
        const sightings = sightingsOf(timeline);
        fc.pre(sightings.length > 0);
        const sighting = sightings[number % sightings.length] ?? { message: '', seen: 0 };
        const query = { ...sighting, mode, from: 0, to: timeline.steps.length } as const;
        const places = placesFor(timeline, query);
        for (const place of places.ok ? places.value.filter(({ legal }) => legal) : []) {
          const preview = previewOf(timeline, { ...query, place: place.place }, table);
          const edited = done(timeline, editAt(query, place));
          const isSame = edited.timeline === timeline;
          const state = stateAt(edited.timeline, preview.ok ? preview.value.step : 0);
          const node = state.core.nodes.find(({ id }) => preview.ok && id === preview.value.node);
          const version = Object.values(node?.shards[0]?.tables ?? {}).find(
            ({ schema }) => schema.table === 't',
          )?.schema.version;
          expect(preview).toMatchObject({ ok: true, value: { version: version ?? null } });
          expect(isSame || (preview.ok && preview.value.step === edited.at)).toBe(true);
        }
      }),
      { numRuns: scaled(15) },
    );
  }, 60_000);
});

describe('runs of one tree', () => {
  it('N14: an edit that is taken back rejoins at once, and what is found to have rejoined stays equal', () => {
    fc.assert(
      fc.property(picks, fc.nat(), (drawn, number) => {
        const timeline = drawnRun(drawn);
        for (const edit of editsOf(timeline, number)) {
          const edited = rerun(timeline, edit);
          if (!edited.ok || edited.value.timeline === timeline) {
            continue;
          }
          const { timeline: other, from } = edited.value;
          const met = rejoiningOf(other, timeline, from);
          const [a, b] = [hashes(other), hashes(timeline)];
          if (met !== null) {
            const rest = Math.min(a.length - met.a, b.length - met.b);
            expect(a.slice(met.a, met.a + rest)).toEqual(b.slice(met.b, met.b + rest));
            expect(Math.min(met.a, met.b)).toBeGreaterThan(from);
            expect(a[met.a - 1] !== b[met.b - 1] || met.a - 1 <= from || met.b - 1 <= from).toBe(true);
          } else {
            expect(other.steps.length > from && b.slice(from + 1).includes(a.at(-1) ?? '')).toBe(false);
          }
        }
      }),
      { numRuns: scaled(15) },
    );
  }, 60_000);
});
