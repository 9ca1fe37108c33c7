// The CQL that a click stands for. Every direct action shows it, so that clicking teaches the language of the field.

import type { Literal } from '../../engine/index.ts';

/** A name as CQL writes it: bare when it reads as one, else in double quotes, doubled inside. */
const nameCql = (name: string): string =>
  /^[a-z][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;

export const addColumnCql = (table: string, name: string, type: string): string =>
  `ALTER TABLE ${nameCql(table)} ADD ${name === '' ? '…' : nameCql(name)} ${type};`;

export const dropColumnCql = (table: string, name: string): string =>
  `ALTER TABLE ${nameCql(table)} DROP ${nameCql(name)};`;

/** A value as CQL writes it: text in single quotes, doubled inside. */
export const literalCql = (value: Literal): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);

export function insertCql(
  table: string,
  values: readonly (readonly [string, Literal])[],
  timestamp: number | null,
): string {
  const names = values.map(([name]) => nameCql(name)).join(', ');
  const literals = values.map(([, value]) => literalCql(value)).join(', ');
  const using = timestamp === null ? '' : ` USING TIMESTAMP ${timestamp}`;
  return `INSERT INTO ${nameCql(table)} (${names}) VALUES (${literals})${using};`;
}

export function selectCql(table: string, key: readonly (readonly [string, Literal])[]): string {
  const where = key.map(([name, value]) => `${nameCql(name)} = ${literalCql(value)}`).join(' AND ');
  return `SELECT * FROM ${nameCql(table)} WHERE ${where};`;
}
