// A step: what was asked for, and everything that happened, in the order in which it happened.

import { isStatement } from '../../engine/index.ts';
import { timeText } from '../microsWords.ts';
import { contextAt, type Moment, narrationAt } from '../moment.ts';
import { narrateMergePhases } from '../narrateMergePhase.ts';
import { label } from '../say.ts';
import type { Inspection } from './inspection.ts';
import { toldEventsAt } from './toldEvents.ts';
import { fact, facts, line, link, mono, note, section, stepText, stepValue, value } from './values.ts';

export function inspectStep(moment: Moment, step: number): Inspection {
  const taken = moment.timeline.steps[step - 1];
  const told = [
    ...toldEventsAt(moment, step).map(({ sentence }) => sentence),
    ...(taken === undefined ? [] : narrateMergePhases(contextAt(moment, step))),
  ];
  const command = taken?.command;
  const time = taken?.state.notes.now ?? moment.timeline.start.notes.now;
  return {
    key: 'step',
    kind: label('inspect-kind-step', {}),
    title: stepText(step),
    lead: narrationAt(moment, step).sentence,
    identity: null,
    sections: [
      section('facts', label('inspect-facts', {}), [
        facts('facts', [
          fact(label('inspect-time', {}), value(timeText(time))),
          fact(
            label('inspect-command', {}),
            ...(command === undefined ? [] : [mono(command.kind)]),
            ...(command !== undefined && isStatement(command)
              ? [link(command.id, { kind: 'statement', statement: command.id })]
              : []),
          ),
          fact(label('inspect-here', {}), ...(step === moment.step ? [] : [stepValue(step)])),
        ]),
      ]),
      section(
        'events',
        label('inspect-events', {}),
        told.length === 0
          ? [note('none', label('inspect-events-none', {}))]
          : [
              {
                kind: 'history',
                key: 'events',
                lines: told.map((sentence, i) => line(moment, { key: String(i), step }, sentence)),
              },
            ],
        { count: told.length },
      ),
    ],
  };
}
