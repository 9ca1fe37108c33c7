// A name that a node's schema does not have (SPEC R12): told as users of Cassandra know it, with the name that was probably
// meant, or with what there is.

import { likelyWord } from '../cql/text/likelyWord.ts';
import { nameText } from '../cql/text/print.ts';
import type { Part, Refusal } from '../plain/result.ts';
import { refuse } from '../plain/result.ts';
import type { NodeId } from '../plain/scalars.ts';
import type { Schema } from './schema.ts';
import type { TableName } from './tableRows.ts';

const LISTED_MAX = 12;

function listed(names: readonly string[]): string {
  const more = names.length - LISTED_MAX;
  return `${names.slice(0, LISTED_MAX).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** ' Did you mean email?', or ''. */
const meant = (name: string, names: readonly string[]): string => {
  const near = likelyWord(name, names);
  return near === null ? '' : ` Did you mean ${nameText(near)}?`;
};

/** A column that the schema of `node` lacks, in the words `told` of the statement that names it. */
export function undefinedColumn(
  { node, schema }: { readonly node: NodeId; readonly schema: Schema },
  name: string,
  what: Part['what'] = 'column',
  told = `Undefined column name ${name} in table ${schema.keyspace}.${schema.table}.`,
): Refusal {
  const names = schema.columns.map((column) => column.name);
  return refuse(`${told}${meant(name, names)} On node ${node} it has ${listed(names)}.`, what, name);
}

/** A table that `node` does not serve; `tables` are those that it does. */
export function unconfiguredTable(
  node: NodeId,
  { keyspace, table }: TableName,
  tables: readonly TableName[],
): Refusal {
  const elsewhere = tables.find((one) => one.table === table && one.keyspace !== keyspace);
  const near = likelyWord(
    table,
    tables.filter((one) => one.keyspace === keyspace).map((one) => one.table),
  );
  const guess =
    elsewhere === undefined ? near && nameText(near) : `${nameText(elsewhere.keyspace)}.${nameText(table)}`;
  const known =
    tables.length === 0
      ? `Node ${node} has no table yet: create one, or wait until ${node} has heard of it.`
      : `Node ${node} has ${listed(tables.map((one) => `${one.keyspace}.${one.table}`))}${guess === null ? `: create it first, or wait until ${node} has heard of it` : ''}.`;
  return refuse(
    `unconfigured table ${keyspace}.${table}.${guess === null ? '' : ` Did you mean ${guess}?`} ${known}`,
    'table',
    table,
  );
}

export function unknownKeyspace(node: NodeId, keyspace: string, keyspaces: readonly string[]): Refusal {
  const known =
    keyspaces.length === 0
      ? `Node ${node} has no keyspace yet: create it first.`
      : `Node ${node} has ${listed(keyspaces)}${likelyWord(keyspace, keyspaces) === null ? `: create it first, or wait until ${node} has heard of it` : ''}.`;
  return refuse(
    `Keyspace '${keyspace}' does not exist.${meant(keyspace, keyspaces)} ${known}`,
    'keyspace',
    keyspace,
  );
}
