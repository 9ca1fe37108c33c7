// From which step on a promise could not be kept: a search, so it is asked for after the picture is there, once for each
// break of a run.

import { useEffect, useState } from 'react';
import { type Command, inevitableFrom, type Timeline } from '../../engine/index.ts';
import { type BreakView, inevitableSentence } from '../../scene/verdict/verdictOf.ts';
import { timelineOf } from '../../store/session.ts';
import { useSlice } from '../sessionContext.ts';

export interface InevitableView {
  readonly step: number;
  readonly sentence: string;
  readonly wayOut: readonly Command[] | null;
}

const known = new WeakMap<Timeline, Map<string, InevitableView>>();

function found(timeline: Timeline, { found: broken }: BreakView): InevitableView {
  const views = known.get(timeline) ?? new Map<string, InevitableView>();
  known.set(timeline, views);
  const key = `${broken.promise} ${broken.step}`;
  const inevitable = views.has(key) ? null : inevitableFrom(timeline, broken);
  const view = views.get(key) ?? {
    step: inevitable?.step ?? 0,
    sentence: inevitable === null ? '' : inevitableSentence(inevitable, broken.step),
    wayOut: inevitable?.wayOut ?? null,
  };
  views.set(key, view);
  return view;
}

/** Null while it is looked for. */
export function useInevitable(view: BreakView): InevitableView | null {
  const timeline = useSlice(timelineOf);
  const [told, setTold] = useState<{ readonly of: BreakView; readonly view: InevitableView } | null>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTold({ of: view, view: found(timeline, view) }));
    return () => cancelAnimationFrame(frame);
  }, [timeline, view]);
  return told?.of === view ? told.view : null;
}
