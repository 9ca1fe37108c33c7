// A network that loses messages by itself: which ones depends on the seed and the message alone (SPEC F9).

import { describe, expect, it } from 'vitest';
import { configOf } from '../config/config.ts';
import { add, playScript } from '../laws/script.test-support.ts';
import { worldOf } from '../laws/world.test-support.ts';
import { checkConfig } from './checkConfig.ts';
import { playedCommand } from './loss.ts';
import { pendingChoices } from './policy.ts';
import { setupOf } from './random/tables.ts';
import { append, createTimeline, stateAt } from './timeline.ts';

const { config } = worldOf({ config: { setup: setupOf() } });

const choicesWith = (loss: number) =>
  pendingChoices(stateAt(playScript({ ...config, loss }, [add('A', 100, 'x')]), 1));

describe('loss', () => {
  it('F9: nothing is lost at 0, every message at 1000, and never what is no message', () => {
    for (const loss of [0, 1_000]) {
      for (const choice of choicesWith(loss)) {
        const isLost = loss === 1_000 && choice.kind === 'message';
        expect(playedCommand({ seed: 7, config: { loss } }, choice)).toEqual(
          isLost ? { kind: 'lose', message: choice.id } : choice.command,
        );
      }
    }
    expect(choicesWith(0).map(({ kind }) => kind)).toContain('merge');
  });

  it('F9: the share that is lost is the share that was asked for, and a greater loss loses what a smaller one does', () => {
    const [choice] = choicesWith(0).filter(({ kind }) => kind === 'message');
    if (choice === undefined) {
      throw new Error('A message is on its way.');
    }
    const lostAt = (loss: number): readonly boolean[] =>
      Array.from(
        { length: 2_000 },
        (_, seed) => playedCommand({ seed, config: { loss } }, choice).kind === 'lose',
      );
    const [some, more] = [lostAt(200), lostAt(500)];
    expect(some.filter(Boolean).length / 2_000).toBeCloseTo(0.2, 1);
    expect(more.filter(Boolean).length / 2_000).toBeCloseTo(0.5, 1);
    expect(some.every((isLost, seed) => !isLost || more[seed] === true)).toBe(true);
  });

  it('F9: the setup loses nothing, and a hand delivers what would be lost', () => {
    const begun = createTimeline({ seed: 1, config: { ...config, loss: 1_000 } });
    const whole = createTimeline({ seed: 1, config });
    if (!begun.ok || !whole.ok) {
      throw new Error('Both configurations make sense.');
    }
    expect(begun.value.start.core.nodes).toEqual(whole.value.start.core.nodes);
    const pushed = playScript({ ...config, loss: 1_000 }, [add('A', 100, 'x')]);
    const push = pendingChoices(stateAt(pushed, 1)).find(({ kind }) => kind === 'message');
    const delivered = append(pushed, push?.command ?? { kind: 'wait', micros: 1 });
    expect(delivered.ok && delivered.value.steps.at(-1)?.events[0]?.kind).toBe('message-delivered');
  });

  it.each([-1, 1_001, 0.5, Number.NaN])('N1: a loss of %s is refused with the limits', (loss) => {
    expect(checkConfig(1, configOf({ loss }))).toMatch(/^Loss is a whole number from 0 to 1000/);
  });
});
