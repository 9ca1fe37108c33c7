// From which step on a promise could not be kept: a search, so the worker is asked, once for each break of a run.

import { useEffect, useState } from 'react';
import { type Break, type Command, RUN_FORMAT, type Timeline } from '../../engine/index.ts';
import { type BreakView, inevitableSentence } from '../../scene/verdict/verdictOf.ts';
import { timelineOf } from '../../store/session.ts';
import { explorerOfPage } from '../../workers/explorerClient.ts';
import { useSlice } from '../session/sessionContext.ts';

export interface InevitableView {
  readonly step: number;
  readonly sentence: string;
  readonly wayOut: readonly Command[] | null;
}

const known = new WeakMap<Timeline, Map<string, Promise<InevitableView>>>();

function asked(timeline: Timeline, broken: Break): Promise<InevitableView> {
  const views = known.get(timeline) ?? new Map<string, Promise<InevitableView>>();
  known.set(timeline, views);
  const key = `${broken.promise} ${broken.step}`;
  const view = views.get(key) ?? found(timeline, broken);
  views.set(key, view);
  return view;
}

/** What came after the break does not matter, so it is not played again. */
async function found({ seed, config, steps }: Timeline, broken: Break): Promise<InevitableView> {
  const commands = steps.slice(0, broken.step).map(({ command }) => command);
  const run = { format: RUN_FORMAT, seed, config, commands } as const;
  const inevitable = await explorerOfPage().ask('inevitable', { run, broken });
  return {
    step: inevitable.step,
    sentence: inevitableSentence(inevitable, broken.step),
    wayOut: inevitable.wayOut,
  };
}

/** Null while it is looked for. */
export function useInevitable(view: BreakView): InevitableView | null {
  const timeline = useSlice(timelineOf);
  const [told, setTold] = useState<{ readonly of: BreakView; readonly view: InevitableView } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void asked(timeline, view.found).then((answer) => {
      if (isWanted) {
        setTold({ of: view, view: answer });
      }
    });
    return () => {
      isWanted = false;
    };
  }, [timeline, view]);
  return told?.of === view ? told.view : null;
}
