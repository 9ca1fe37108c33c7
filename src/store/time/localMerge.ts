// A DDL is two steps: the statement is checked, stamped and pushed, and then its node merges it (rule M2). For a person
// both are one action, so the session runs the second at once; the log still shows two steps.

import {
  append,
  type PendingChoice,
  pendingChoices,
  type Result,
  stateAt,
  type Timeline,
} from '../../engine/index.ts';
import { ok } from '../state/outcome.ts';

/** Phases of one merge: without the merge lock it has three, and then every shard switches by itself. */
const PHASES_MAX = 3 + 4;

/** The timeline with the merge of its last command's statement done on that statement's own node, if one is pending. */
export function localMergeOf(timeline: Timeline): Result<Timeline> {
  const command = timeline.steps.at(-1)?.command;
  if (command === undefined || !('id' in command)) {
    return ok(timeline);
  }
  const isItsMerge = (choice: PendingChoice): boolean =>
    (choice.kind === 'merge' || choice.kind === 'publish') &&
    choice.to === command.node &&
    choice.statement === command.id;
  let merged = timeline;
  for (let phase = 0; phase < PHASES_MAX; phase++) {
    const choice = pendingChoices(stateAt(merged, merged.steps.length)).find(isItsMerge);
    if (choice === undefined) {
      break;
    }
    const appended = append(merged, choice.command);
    if (!appended.ok) {
      return appended;
    }
    merged = appended.value;
  }
  return ok(merged);
}
