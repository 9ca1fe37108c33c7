// A step: what was asked for, and everything that happened, in the order in which it happened.

import { type Command, isStatement } from '../../engine/index.ts';
import { narrateMergePhases } from '../narration/narrateMergePhase.ts';
import { messageName } from '../narration/narrateMessage.ts';
import { contextAt, narrationAt } from '../narration/narrationAt.ts';
import type { Moment } from '../run/moment.ts';
import { timeText } from '../words/microsWords.ts';
import { label } from '../words/say.ts';
import type { Fact, Inspection, Value } from './inspection.ts';
import { bareKey } from './messageState.ts';
import { toldEventsAt } from './toldEvents.ts';
import {
  fact,
  facts,
  link,
  mono,
  nodeValue,
  note,
  section,
  statementValue,
  stepText,
  stepValue,
  value,
} from './values.ts';

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
          ...(command === undefined ? [] : subjectFacts(moment, step, command)),
          fact(label('inspect-here', {}), ...(step === moment.step ? [] : [stepValue(step)])),
        ]),
      ]),
      section(
        'events',
        label('inspect-events', {}),
        [
          told.length === 0
            ? note('none', label('inspect-events-none', {}))
            : { kind: 'list', key: 'events', lines: told },
        ],
        { count: told.length },
      ),
    ],
  };
}

/** What the step was about: the message, the merge with what it came by, the nodes. */
function subjectFacts(moment: Moment, step: number, command: Command): readonly Fact[] {
  const message = (key: string): Value[] => {
    const bare = bareKey(key);
    const stroke = moment.index.strokes.find((one) => one.message === bare && one.sentStep <= step);
    return stroke === undefined
      ? []
      : [link(messageName(moment.words, stroke), { kind: 'message', message: bare })];
  };
  const nodes =
    'node' in command
      ? [command.node]
      : 'from' in command
        ? [command.from, command.to]
        : 'a' in command
          ? [command.a, command.b]
          : [];
  return [
    fact(label('inspect-kind-message', {}), ...('message' in command ? message(command.message) : [])),
    fact(
      label('inspect-merge-of', {}),
      ...('merge' in command
        ? broughtBy(moment, step, command).flatMap((one) =>
            'key' in one ? message(one.key) : statementValue(moment, one.statement),
          )
        : []),
    ),
    fact(label('inspect-nodes', { count: nodes.length }), ...nodes.map(nodeValue)),
  ];
}

/** The message that brought what is merged, or the statement, on its own node. */
function broughtBy(
  { timeline }: Moment,
  step: number,
  { node, merge }: { readonly node: string; readonly merge: string },
): readonly ({ readonly key: string } | { readonly statement: string })[] {
  for (let at = step; at > 0; at--) {
    const taken = timeline.steps[at - 1];
    const isQueued = taken?.events.some(
      (event) => event.kind === 'merge-queued' && event.node === node && event.merge === merge,
    );
    if (taken !== undefined && isQueued === true) {
      const { command } = taken;
      return 'message' in command
        ? [{ key: command.message }]
        : isStatement(command)
          ? [{ statement: command.id }]
          : [];
    }
  }
  return [];
}
