// What is said of a promise: its sentence, and the sentence of its witness when it is broken.

import type { PromiseId, SchemaVersion, SimState, Witness } from '../../engine/index.ts';
import { valuesOf } from '../../engine/index.ts';
import { rowText } from '../narration/entryWords.ts';
import type { NarrationContext } from '../narration/narrationContext.ts';
import { keyText } from '../run/statementWords.ts';
import { label, listed } from '../words/say.ts';

/** Digits by which a version is told where it has no name. */
const HEX_SHOWN = 4;

export function promiseTitle(id: PromiseId): string {
  return label(`promise-${id}`, {});
}

type Words = Pick<NarrationContext, 'identities' | 'statements' | 'after'>;

/** The table that a witness is about, on any node that serves it. */
function cfIdOf(state: SimState, { keyspace, table }: Witness): string | null {
  const tables = state.core.nodes.flatMap((node) => node.shards.flatMap((shard) => valuesOf(shard.tables)));
  return (
    tables.find(({ schema }) => schema.keyspace === keyspace && schema.table === table)?.schema.cfId ?? null
  );
}

/** The partition key of the row that it is about, as one writes it; '' when it is about none. */
export function witnessRow({ statements, after }: Words, witness: Witness): string {
  const statement = witness.statement === null ? undefined : statements.byId.get(witness.statement);
  if (statement !== undefined && 'key' in statement) {
    return keyText(statement.key);
  }
  return witness.key === null ? '' : rowText(after, cfIdOf(after, witness), witness.key);
}

/** What versions and rows are called. */
interface Names {
  readonly version: (version: SchemaVersion | null) => string;
  readonly row: (witness: Witness) => string;
}

/** One sentence: what is broken and where, told of a moment. */
export function witnessSentence(words: Words, witness: Witness): string {
  const version: Names['version'] = (one) => words.identities.name(one);
  return sentenceOf({ version, row: (one) => witnessRow(words, one) }, witness);
}

const INT_KEY = /^[0-9a-f]{8}$/u;

/** The same of a run that is not on the stage: versions by their digits, a row by what its key says as a number. */
export function witnessInShort(witness: Witness): string {
  const version: Names['version'] = (one) => one?.slice(0, HEX_SHOWN) ?? '';
  const row: Names['row'] = ({ key }) =>
    key !== null && INT_KEY.test(key) ? String(Number.parseInt(key, 16) | 0) : (key ?? '');
  return sentenceOf({ version, row }, witness);
}

function sentenceOf(names: Names, witness: Witness): string {
  const { fault } = witness;
  const nodes = listed(witness.nodes);
  const version = names.version(witness.version);
  const row = names.row(witness);
  const column = witness.column ?? '';
  switch (fault.kind) {
    case 'synced-not-contained':
    case 'one-version-two-schemas':
    case 'current-unknown':
    case 'coordinated-forgotten':
    case 'sender-forgot':
    case 'pulled-again':
    case 'version-returned':
      return label(`fault-${fault.kind}`, { nodes, version });
    case 'stored-not-contained':
    case 'held-forgotten':
      return label(`fault-${fault.kind}`, { nodes, row, version });
    case 'other-columns':
    case 'digests-differ':
    case 'sources-differ':
      return label(`fault-${fault.kind}`, { nodes });
    case 'version-reused':
      return label('fault-version-reused', { version });
    case 'two-versions-one-schema':
      return label('fault-two-versions-one-schema', {
        nodes,
        version,
        other: names.version(fault.other),
      });
    case 'versions-differ':
      return label('fault-versions-differ', { nodes, table: witness.table ?? '' });
    case 'confirmed-missing':
      return label('fault-confirmed-missing', { nodes, row, column, count: witness.nodes.length });
    case 'acknowledged-missing':
      return label('fault-acknowledged-missing', { row, column });
    case 'applied-not-contained': {
      const { lost } = fault;
      return label('fault-applied-not-contained', {
        nodes,
        version,
        lost: listed(lost),
        count: lost.length,
      });
    }
    case 'wrong-name': {
      const { name, text, writtenFor } = fault;
      return label('fault-wrong-name', { nodes, name, value: text, writtenFor });
    }
    case 'shown-after-drop': {
      const { name, text, ts, droppedAt } = fault;
      return label('fault-shown-after-drop', {
        nodes,
        name,
        value: text,
        ts: String(ts),
        droppedAt: String(droppedAt),
      });
    }
  }
}
