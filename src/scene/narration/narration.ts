// Which sentence stands for a step: its most telling event. The others stay in `more`, in the order they happened.

import type { SimEvent, Step } from '../../engine/index.ts';
import { timerFacts } from '../../engine/index.ts';
import type { Narration } from '../shape/scene.ts';
import { say } from '../words/say.ts';
import { narrateLosses } from './narrateDiscarded.ts';
import { narrateEvent } from './narrateEvent.ts';
import { narrateMergePhases } from './narrateMergePhase.ts';
import { isElsewhere, type NarrationContext } from './narrationContext.ts';

/** A merge that is further, but not done: it has no event. */
const MERGE_PHASE = 'merge-phase';

/** From the most telling to the least; a lost value outranks all, a timer tells next to nothing. */
const ORDER: readonly string[] = [
  'node-aborted',
  'ring-change-failed',
  'ring-changed',
  'streaming-begun',
  'ring-pending-join',
  'cell-lost',
  'mutation-applied-unsafe',
  'mutation-refused',
  'merge-failed',
  'merge-changed',
  'statement-received',
  'statement-ended-badly',
  'link-cut',
  'message-lost',
  'message-duplicated',
  'version-not-found',
  'version-loading-failed',
  'version-sync-failed',
  'version-requested',
  'schema-requested',
  'operated',
  'entry-moved',
  'data-statement-received',
  'statement-ended',
  'read-received-and-answered',
  'entry-upgraded',
  'schema-merged',
  MERGE_PHASE,
  'version-loaded',
  'definition-sent',
  'schema-sent',
  'request-failed',
  'request-waits',
  'mutation-applied',
  'digest-mismatch',
  'replica-repaired',
  'sstable-read-failed',
  'commitlog-replay-failed',
  'pull-scheduled',
  'pull-not-needed',
  'digest-heard-different',
  'read-served',
  'cell-discarded',
  'schema-switched',
  'write-acknowledged',
  'statement-prepared',
  'statement-invalidated',
  'memtable-flushed',
  'sstables-compacted',
  'cache-evicted',
  'commitlog-replayed',
  'message-delivered',
  'merge-queued',
  'version-synced',
  'waiting-given-up',
  'version-forgotten',
  'version-aliased',
  'digest-heard',
];

const DATA_KINDS: readonly string[] = ['insert', 'update', 'delete', 'select'];

const RANKS: ReadonlyMap<string, number> = new Map(ORDER.map((kind, i) => [kind, i]));

/** What these set off is told after them. */
const RANK_OF_OPERATION: Readonly<Record<string, string>> = {
  crash: 'statement-received',
  cut: 'link-cut',
  'add-node': 'link-cut',
  'remove-node': 'link-cut',
};

function rankKey(event: SimEvent, { statements, events }: NarrationContext): string {
  switch (event.kind) {
    case 'statement-received': {
      const kind = statements.byId.get(event.statement)?.kind ?? '';
      // A read that one node answers in the step that asks for it: the answer tells more than the question.
      const isAnswered =
        kind === 'select' &&
        events.some((one) => one.kind === 'statement-ended' && one.statement === event.statement);
      if (isAnswered) {
        return 'read-received-and-answered';
      }
      return DATA_KINDS.includes(kind) ? 'data-statement-received' : event.kind;
    }
    case 'schema-merged':
      return event.changes.length > 0 ? 'merge-changed' : event.kind;
    case 'mutation-applied':
      return event.unsafe ? 'mutation-applied-unsafe' : event.kind;
    case 'statement-ended':
      return event.result.status === 'ok' ? event.kind : 'statement-ended-badly';
    case 'digest-heard':
      return event.same ? event.kind : 'digest-heard-different';
    case 'operated':
      return RANK_OF_OPERATION[event.operation.kind] ?? event.kind;
    case 'timer-fired':
      // Whoever gives up waiting lets go of a version; a grace ends in order to forget one.
      return timerFacts(event.timer).kind.endsWith('-timeout') ? 'waiting-given-up' : event.kind;
    case 'ring-pending':
      return event.change === 'join' ? 'ring-pending-join' : event.kind;
    case 'stored':
      if (event.event.kind === 'cell-discarded') {
        return event.event.source === 'result' ? 'cell-discarded' : 'cell-lost';
      }
      if (event.event.kind === 'entry-upgraded') {
        const moved = event.event.fates.some((fate) => fate.toId !== null && fate.toId !== fate.fromId);
        return moved ? 'entry-moved' : event.event.kind;
      }
      return event.event.kind;
    default:
      return event.kind;
  }
}

/** Smaller is more telling; among equals it is what happens to the table that is shown. */
function tellingRank(event: SimEvent, context: NarrationContext): number {
  const rank = RANKS.get(rankKey(event, context)) ?? ORDER.length;
  return isElsewhere(context, event) ? rank + 0.5 : rank;
}

interface Told {
  readonly rank: number;
  readonly sentence: string;
}

/** The step in one plain sentence, and all its sentences. A moment without a step has none behind it. */
export function narrate(step: Step | null, context: NarrationContext): Narration {
  if (step === null) {
    return { sentence: say('start', {}), more: [] };
  }
  const loss = step.events.find((event) => rankKey(event, context) === 'cell-lost');
  const told: Told[] = step.events.map((event) => ({
    rank: tellingRank(event, context),
    sentence: (event === loss ? narrateLosses(context) : null) ?? narrateEvent(context, event),
  }));
  for (const sentence of narrateMergePhases(context)) {
    told.push({ rank: RANKS.get(MERGE_PHASE) ?? ORDER.length, sentence });
  }
  const best = told.reduce<Told | null>((a, b) => (a === null || b.rank < a.rank ? b : a), null);
  const more = told.map((one) => one.sentence).filter((one, i, all) => all.indexOf(one) === i);
  return { sentence: best?.sentence ?? say('nothing', {}), more };
}
