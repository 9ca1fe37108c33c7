import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embedCall, PROTOCOL } from './embedCall.ts';
import { embedOptions } from './embedOptions.ts';

test('each call of the protocol is understood as it is meant', () => {
  const asked = (fields: object) => embedCall({ schemerge: PROTOCOL, id: 7, ...fields });
  for (const call of ['play', 'pause', 'next', 'back', 'state'] as const) {
    expect(asked({ call })).toEqual({ id: 7, call: { ok: true, value: { call } } });
  }
  expect(asked({ call: 'seek', at: 3 })?.call).toEqual({
    ok: true,
    value: { call: 'seek', at: 3, fraction: 0 },
  });
  expect(asked({ call: 'seek', at: 3, fraction: 0.5 })?.call.ok).toBe(true);
  expect(asked({ call: 'open', link: '#run=1.x' })?.call.ok).toBe(true);
  expect(asked({ call: 'theme', theme: 'dark' })?.call.ok).toBe(true);
  for (const wrong of [
    { call: 'seek' },
    { call: 'seek', at: 1.5 },
    { call: 'seek', at: 1, fraction: 1 },
    { call: 'open', link: 'x'.repeat(100_001) },
    { call: 'theme', theme: 'toString' },
    { call: '__proto__' },
    { call: 'next', schemerge: 2 },
  ]) {
    const refused = asked(wrong);
    expect(refused?.call.ok === false && refused.call.problem).toMatch(/^\S.*\.$/);
  }
});

test('whatever is posted is not for us, is a call, or is refused in a sentence; nothing throws', () => {
  const part = fc.oneof(fc.anything(), fc.constantFrom(1, 'seek', 'open', 'theme', 'play', -1, 2 ** 60));
  const message = fc.oneof(
    fc.anything(),
    fc.dictionary(fc.constantFrom('schemerge', 'call', 'id', 'at', 'fraction', 'link', 'theme'), part),
  );
  fc.assert(
    fc.property(message, (data) => {
      const asked = embedCall(data);
      if (asked !== null) {
        expect(['string', 'number', 'object']).toContain(typeof asked.id);
        expect(asked.call.ok || /^\S.*\.$/.test(asked.call.problem)).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('what an address asks of a figure is understood, or is as if it were not there', () => {
  expect(embedOptions('?from=2&to=9&loop=1&play=1&controls=none&theme=projector')).toEqual({
    from: 2,
    to: 9,
    loop: true,
    play: true,
    controls: 'none',
    theme: 'projector',
  });
  const usual = { from: 0, to: null, loop: false, play: false, controls: 'min', theme: null };
  expect(embedOptions('')).toEqual(usual);
  expect(embedOptions('?from=-1&to=1e9&loop=yes&controls=all&theme=<b>')).toEqual(usual);
  expect(embedOptions('?from=5&to=2')).toEqual({ ...usual, from: 5 });
});
