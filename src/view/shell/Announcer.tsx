// What a screen reader hears: one sentence for each step that a person takes, and while playing a summary at most every
// three seconds; a broken promise is said once, at once. The visible sentence itself is not live.

import { useEffect, useRef, useState } from 'react';
import type { Scene } from '../../scene/scene.ts';

const STEP_DELAY_MS = 400;
const PLAYING_DELAY_MS = 3_000;

export function Announcer({ scene, playing }: { readonly scene: Scene; readonly playing: boolean }) {
  const [said, setSaid] = useState('');
  const first = useRef(true);
  const sentence = playing ? scene.agreement.sentence : scene.narration.sentence;
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const timer = setTimeout(() => setSaid(sentence), playing ? PLAYING_DELAY_MS : STEP_DELAY_MS);
    return () => clearTimeout(timer);
  }, [sentence, playing]);
  return (
    <>
      <p className="hidden-text" role="status" aria-atomic="true">
        {said}
      </p>
      <p className="hidden-text" role="alert">
        {scene.promises.items
          .filter((item) => !item.held && item.changed)
          .map((item) => `Promise broken: ${item.witness?.sentence ?? item.title}`)
          .join(' ')}
      </p>
    </>
  );
}
