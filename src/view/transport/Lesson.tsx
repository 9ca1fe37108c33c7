// The present step in one sentence, and the one button that goes on. Next says what it will do.

import type { Narration, NextItem, Position } from '../../scene/scene.ts';
import { timeWord } from '../../scene/timeWords.ts';
import { useSession } from '../sessionContext.ts';
import { welcome } from './welcome.ts';

/** More characters than these may not stand in two lines on a projector: values and names do not break. */
const LONG_SENTENCE = 72;

interface Props {
  readonly narration: Narration;
  readonly next: NextItem | null;
  readonly position: Position;
  readonly nodes: readonly string[];
  /** How many tables there are. */
  readonly tables: number;
}

export function Lesson({ narration, next, position, nodes, tables }: Props) {
  const session = useSession();
  const isFresh = position.steps === 0;
  const sentence = isFresh ? welcome(nodes, tables) : narration.sentence;
  const replaying = position.step < position.steps;
  return (
    <section className="lesson" aria-label="Lesson" id="lesson">
      <p
        className="narration"
        data-step={position.step}
        data-long={(!isFresh && sentence.length > LONG_SENTENCE) || undefined}
      >
        {sentence}
      </p>
      <button
        type="button"
        id="next"
        className="button strong next"
        aria-labelledby="next-word"
        aria-describedby="next-preview"
        aria-disabled={next === null && !replaying}
        onClick={() => session.next()}
      >
        <span id="next-word">Next</span>
        {next === null ? (
          <>
            <span className="preview" aria-hidden="true">
              {timeWord('nothing-short', {})}
            </span>
            <span className="hidden-text" id="next-preview">
              {timeWord('nothing-pending', {})}
            </span>
          </>
        ) : (
          <span id="next-preview" className="preview">
            {next.label}
          </span>
        )}
      </button>
      <button
        type="button"
        className="button back"
        disabled={position.step === 0}
        onClick={() => session.back()}
      >
        Back
      </button>
    </section>
  );
}
