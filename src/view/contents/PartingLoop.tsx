// Parting and agreeing in eight seconds, silent, over and over: a pure function of the time since it began, drawn from the
// first lesson's own run. Whoever prefers stillness sees its end.

import { useEffect, useMemo, useState } from 'react';
import { type Lesson, MAIN } from '../../lessons/lesson.ts';
import { playedLesson } from '../../lessons/playedLesson.ts';
import { project } from '../../scene/project.ts';
import type { LoomGeometry } from '../../scene/shape/scene.ts';
import { VersionTile } from '../marks/Glyph.tsx';
import { type LoopPlace, loopAt, loopEnd } from './loopAt.ts';
import { SmallLoom } from './SmallLoom.tsx';

const GEOMETRY: LoomGeometry = { width: 360, height: 176, rowHeight: 22, laneWidth: 26, gap: 16 };

export function PartingLoop({ lesson }: { readonly lesson: Lesson }) {
  const timeline = useMemo(
    () => playedLesson(lesson).runs.find(({ id }) => id === MAIN)?.timeline ?? null,
    [lesson],
  );
  const place = useLoop(timeline?.steps.length ?? 0);
  const scene = useMemo(
    () =>
      timeline === null
        ? null
        : project(timeline, place, {
            selection: null,
            tableKey: null,
            naming: 'lesson',
            folded: true,
            geometry: GEOMETRY,
          }),
    [timeline, place],
  );
  return scene === null ? null : (
    <div className="parting-loop" aria-hidden="true">
      <SmallLoom loom={scene.loom} />
      <ul>
        {scene.agreement.tiles.map(({ node, identity }) => (
          <li key={node} data-hue={identity?.hue}>
            <b>{node}</b> <VersionTile identity={identity} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function useLoop(steps: number): LoopPlace {
  const [place, setPlace] = useState<LoopPlace>(() => loopEnd(steps));
  useEffect(() => {
    if (steps === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      setPlace(loopEnd(steps));
      return;
    }
    const start = performance.now();
    let request = 0;
    const tick = (now: number): void => {
      setPlace(loopAt(now - start, steps));
      request = requestAnimationFrame(tick);
    };
    request = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(request);
  }, [steps]);
  return place;
}
