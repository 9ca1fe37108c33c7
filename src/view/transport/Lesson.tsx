// The present step in one sentence, and the one button that goes on. Next says what it will do.

import type { Narration, NextItem, Position } from '../../scene/scene.ts';
import { useSession } from '../sessionContext.ts';
import { welcome } from './welcome.ts';

interface Props {
  readonly narration: Narration;
  readonly next: NextItem | null;
  readonly position: Position;
  readonly nodes: readonly string[];
}

export function Lesson({ narration, next, position, nodes }: Props) {
  const session = useSession();
  const replaying = position.step < position.steps;
  const preview = next === null ? 'nothing is on its way' : next.label;
  return (
    <section className="lesson" aria-label="Lesson" id="lesson">
      <p className="narration" data-step={position.step}>
        {position.steps === 0 ? welcome(nodes) : narration.sentence}
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
        <span id="next-preview" className="preview">
          {preview}
        </span>
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
