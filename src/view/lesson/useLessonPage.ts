import { useEffect } from 'react';
import type { LessonShown } from '../../store/lesson/lessonShown.ts';
import type { Layout } from '../shell/layoutOf.ts';
import type { Pane } from '../shell/panes.ts';

/** Scripts see at which beat one is. */
export function useLessonMarks(lesson: LessonShown | null): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (lesson === null) {
      delete dataset['lesson'];
      delete dataset['beat'];
      delete dataset['focus'];
      return;
    }
    dataset['lesson'] = lesson.id;
    dataset['beat'] = lesson.mode === 'beat' ? String(lesson.beat) : lesson.mode;
    dataset['focus'] = lesson.focus ?? '';
  }, [lesson]);
}

/** Where there is room for one view at a time, a beat shows the one that it is about. */
export function useLessonPane(lesson: LessonShown | null, layout: Layout, show: (pane: Pane) => void): void {
  const pane = lesson === null || lesson.mode !== 'beat' ? null : paneOf(lesson, layout);
  const beat = lesson?.mode === 'beat' ? `${lesson.id} ${lesson.beat}` : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each new beat, and not when somebody picks another pane
  useEffect(() => {
    if (pane !== null) show(pane);
    const card = lesson?.mode === 'beat' && layout === 'narrow' ? cardOf(lesson.focus) : null;
    // Cards stand under each other there: the one that is spoken of comes into sight, once it is shown.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (card !== null) card.scrollIntoView({ block: 'start' });
        else if (lesson?.beat === 0) document.querySelector('main')?.scrollTo(0, 0);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [beat]);
}

/** The card of a node that a beat is about; a node's name may be anything. */
const cardOf = (focus: LessonShown['focus']): Element | null =>
  focus === null ? null : document.querySelector(`[data-node="${CSS.escape(focus)}"]`);

function paneOf({ focus, hidden }: LessonShown, layout: Layout): Pane {
  switch (focus) {
    case 'loom':
      // Where there is room, cards and history stand together.
      return layout === 'narrow' && !hidden.includes('history') ? 'history' : 'nodes';
    case 'dag':
      return 'versions';
    case 'ids':
      return 'ids';
    default:
      return 'nodes';
  }
}
