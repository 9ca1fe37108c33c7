// A CQL script as the setup of a run: read, bound and played on one node, statement by statement, each settled before the
// next. What the cluster refuses comes back with its line; a keyspace that a table names and nobody made is made.

import {
  advance,
  answerStatement,
  type CommandDraft,
  type Config,
  type ConsoleSession,
  createTimeline,
  isStatement,
  NEW_CONSOLE,
  pendingChoices,
  type Result,
  readScript,
  refusedPlace,
  SETUP_MAX,
  type SimState,
  type Statement,
} from '../../engine/index.ts';
import { ok, refuse } from '../state/outcome.ts';
import { sandboxWords } from '../words/messagesOfSandbox.en.ts';
import { SANDBOX_KEYSPACE } from './tableTemplates.ts';

/** Steps in which one statement of a setup has to come to rest. */
const REST_STEPS_MAX = 5_000;

interface Playing {
  readonly state: SimState;
  readonly console: ConsoleSession;
  readonly setup: readonly Statement[];
  readonly keyspaces: readonly string[];
}

type CqlStatement = Parameters<typeof answerStatement>[3];

/** The statements that `texts` come to, one text after the other, on the first node. */
export function setupOf(
  config: Config,
  seed: number,
  texts: readonly string[],
): Result<readonly Statement[]> {
  const empty = createTimeline({ seed, config: { ...config, setup: [] } });
  if (!empty.ok) {
    return empty;
  }
  let playing: Playing = {
    state: empty.value.start,
    console: { ...NEW_CONSOLE, keyspace: SANDBOX_KEYSPACE, consistency: 'ALL' },
    setup: [],
    keyspaces: [],
  };
  for (const text of texts) {
    const played = playedText(playing, text, seed);
    if (!played.ok) {
      return played;
    }
    playing = played.value;
  }
  return ok(playing.setup);
}

function playedText(start: Playing, text: string, seed: number): Result<Playing> {
  let playing = start;
  for (const part of readScript(text)) {
    if (!part.read.ok) {
      return refuse(sandboxWords('own-problem', { problem: part.read.problem.sentence }));
    }
    const played = playedStatement(playing, part.read.statement, seed);
    if (!played.ok) {
      const { what, place } = refusedPlace(part, playing.console, played);
      const before = text.slice(0, part.offset + place.offset).split('\n');
      const line = before.length;
      const column = (before.at(-1)?.length ?? 0) + 1;
      return refuse(sandboxWords('own-line', { line, column: String(column), problem: what }));
    }
    playing = played.value;
  }
  return ok(playing);
}

function playedStatement(playing: Playing, statement: CqlStatement, seed: number): Result<Playing> {
  const wanted = namedKeyspace(playing, statement);
  const ready =
    wanted === null || playing.keyspaces.includes(wanted)
      ? ok(playing)
      : playedDraft(playing, { kind: 'create-keyspace', node: nodeOf(playing), keyspace: wanted }, seed);
  if (!ready.ok) {
    return ready;
  }
  const answer = answerStatement(ready.value.state.core, nodeOf(playing), playing.console, statement);
  if (!answer.ok) {
    return answer;
  }
  const { session, command } = answer.value;
  const going = { ...ready.value, console: session };
  return command === null ? ok(going) : playedDraft(going, command, seed);
}

/** The keyspace that has to be there first, and is made when nobody made it. */
function namedKeyspace(playing: Playing, statement: CqlStatement): string | null {
  switch (statement.kind) {
    case 'create-table':
      return statement.name.keyspace ?? playing.console.keyspace;
    case 'use':
      return statement.keyspace;
    default:
      return null;
  }
}

const nodeOf = ({ state }: Playing): string => state.core.config.nodes[0] ?? 'A';

function playedDraft(playing: Playing, draft: CommandDraft, seed: number): Result<Playing> {
  if (!isStatement(draft) || draft.kind === 'select' || draft.kind === 'prepare') {
    return refuse(sandboxWords('setup-select', {}));
  }
  if (playing.setup.length >= SETUP_MAX) {
    return refuse(sandboxWords('setup-many', { max: SETUP_MAX }));
  }
  const number = playing.setup.length + 1;
  const statement = { timestamp: number, ...draft, id: `setup-${number}` } as Statement;
  const step = advance(playing.state, statement, seed);
  const rested = step.ok ? settled(step.value.state, seed) : step;
  if (!rested.ok) {
    return rested;
  }
  const made = statement.kind === 'create-keyspace' ? [statement.keyspace] : [];
  const gone = statement.kind === 'drop-keyspace' ? statement.keyspace : null;
  return ok({
    ...playing,
    state: rested.value,
    setup: [...playing.setup, statement],
    keyspaces: [...playing.keyspaces.filter((one) => one !== gone), ...made],
  });
}

function settled(start: SimState, seed: number): Result<SimState> {
  let state = start;
  for (let i = 0; i < REST_STEPS_MAX; i++) {
    const next = pendingChoices(state)[0];
    if (next === undefined) {
      return ok(state);
    }
    const advanced = advance(state, next.command, seed);
    if (!advanced.ok) {
      return advanced;
    }
    state = advanced.value.state;
  }
  return refuse(sandboxWords('setup-restless', {}));
}
