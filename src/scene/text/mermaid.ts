// A run as a Mermaid sequence diagram, in plain text: an arrow for each message that arrived or was lost, a note for what
// each step did, in the words of the page.

import type { Message, Timeline } from '../../engine/index.ts';
import { factsOf, pillText } from '../narration/narrateMessage.ts';
import { narrationAt } from '../narration/narrationAt.ts';
import { type Moment, momentAt, stateAt } from '../run/moment.ts';
import type { SceneOptions } from '../shape/scene.ts';

/** The steps from `from` up to `to`; all of them unless said. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export function mermaidOf(timeline: Timeline, options: SceneOptions, stretch?: Stretch): string {
  const { length } = timeline.steps;
  const { from, to } = stretch ?? { from: 0, to: length };
  const moment = momentAt(timeline, { step: length, fraction: 0 }, options);
  const steps = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i + 1);
  return [
    'sequenceDiagram',
    '  autonumber',
    ...timeline.config.nodes.map((node) => `  participant ${node}`),
    ...steps.flatMap((step) => linesOf(moment, step).map((line) => `  ${line}`)),
    '',
  ].join('\n');
}

function linesOf(moment: Moment, step: number): readonly string[] {
  const command = moment.timeline.steps[step - 1]?.command;
  const note = `: ${plain(narrationAt(moment, step).sentence)}`;
  if (command === undefined) {
    return [];
  }
  switch (command.kind) {
    case 'deliver':
    case 'lose':
    case 'duplicate': {
      const message = messageAt(moment, step - 1, command.message);
      const between = message === undefined ? '' : `${message.from},${message.to}`;
      return message === undefined
        ? []
        : command.kind === 'deliver'
          ? [
              `${message.from}->>${message.to}: ${arrowText(moment, message)}`,
              `Note over ${message.to}${note}`,
            ]
          : command.kind === 'lose'
            ? [`${message.from}-x${message.to}: ${arrowText(moment, message)}`, `Note over ${between}${note}`]
            : [`Note over ${between}${note}`];
    }
    case 'gossip':
      return [`${command.from}-->>${command.to}${note}`];
    case 'fire':
      return [`Note over ${command.timer.charAt(command.timer.indexOf(' ') + 1)}${note}`];
    case 'cut':
    case 'heal':
      return [`Note over ${command.a},${command.b}${note}`];
    case 'wait':
    case 'protect':
      return [`Note over ${everyone(moment)}${note}`];
    default:
      return [`Note over ${command.node}${note}`];
  }
}

function everyone({ timeline }: Moment): string {
  const { nodes } = timeline.config;
  return nodes.length === 1 ? (nodes[0] ?? '') : `${nodes[0]},${nodes.at(-1)}`;
}

function messageAt({ timeline }: Moment, step: number, handle: string): Message | undefined {
  const { messages } = stateAt(timeline, step).core;
  // The nth copy of a message is called by its key and '~n'.
  const key = handle.replace(/~\d+$/, '');
  return (
    messages.find((message) => message.key === handle) ?? messages.find((message) => message.key === key)
  );
}

const arrowText = ({ words }: Moment, message: Message): string => plain(pillText(words, factsOf(message)));

/** Signs that mean something to Mermaid, as its own entity codes; a diagram's text is one line. */
const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[#;<>%{}]/g, (sign) => `#${sign.charCodeAt(0)};`);
