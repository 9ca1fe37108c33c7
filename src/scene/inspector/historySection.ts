// What has happened to a thing, step by step: the sentences of all events that are about it.

import type { SimEvent } from '../../engine/index.ts';
import type { Moment } from '../run/moment.ts';
import type { Section } from './inspection.ts';
import { toldEventsAt } from './toldEvents.ts';
import { line, note, section } from './values.ts';

interface About {
  readonly title: string;
  /** What is said where nothing has happened. */
  readonly none: string;
  readonly open?: boolean;
}

export function historySection(
  moment: Moment,
  isAbout: (event: SimEvent) => boolean,
  { title, none, open = true }: About,
): Section {
  const lines = moment.timeline.steps
    .slice(0, moment.step)
    .flatMap(({ events }, at) =>
      events.some(isAbout)
        ? toldEventsAt(moment, at + 1).flatMap(({ event, sentence }, i) =>
            isAbout(event) ? [line(moment, { key: `${at + 1}/${i}`, step: at + 1 }, sentence)] : [],
          )
        : [],
    );
  return section(
    'history',
    title,
    lines.length === 0 ? [note('none', none)] : [{ kind: 'history', key: 'history', lines }],
    { count: lines.length, open },
  );
}
