// From a state of a search back to the commands that lead there (SPEC X9): the choices along its parents, played again on whole
// cores as a run plays them.

import type { Command } from '../sim/command.ts';
import { stepCore } from '../sim/step.ts';
import { commandOf } from './choice.ts';
import { at } from './ints.ts';
import type { Search } from './search.ts';

function choicesTo({ parents, choices }: Search, state: number): readonly number[] {
  const path: number[] = [];
  for (let i = state; i > 0; i = at(parents, i)) {
    path.push(at(choices, i));
  }
  return path.reverse();
}

/** The same commands without telling copies of a message apart, which takes no replay: what conditions are asked of. */
export function roughCommandsTo(search: Search, state: number): readonly Command[] {
  return choicesTo(search, state).map((choice) => commandOf(choice, search.interned, search.lanes, null));
}

export function commandsTo(search: Search, state: number): readonly Command[] {
  let core = search.core;
  return choicesTo(search, state).map((choice) => {
    const command = commandOf(choice, search.interned, search.lanes, core);
    const stepped = stepCore(core, command);
    if (!stepped.ok) {
      throw new Error(`Broken rule X9: ${command.kind} is refused on the way back. ${stepped.problem}`);
    }
    core = stepped.value.core;
    return command;
  });
}
