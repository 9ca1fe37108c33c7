// The CQL that a click stands for. Every direct action shows it, so that clicking teaches the language of the field.

import type { Literal } from '../../engine/index.ts';

export const addColumnCql = (table: string, name: string, type: string): string =>
  `ALTER TABLE ${table} ADD ${name === '' ? '…' : name} ${type};`;

export const dropColumnCql = (table: string, name: string): string => `ALTER TABLE ${table} DROP ${name};`;

/** A value as CQL writes it: text in single quotes, doubled inside. */
export const literalCql = (value: Literal): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);

export function insertCql(
  table: string,
  values: readonly (readonly [string, Literal])[],
  timestamp: number | null,
): string {
  const names = values.map(([name]) => name).join(', ');
  const literals = values.map(([, value]) => literalCql(value)).join(', ');
  const using = timestamp === null ? '' : ` USING TIMESTAMP ${timestamp}`;
  return `INSERT INTO ${table} (${names}) VALUES (${literals})${using};`;
}

export function selectCql(table: string, key: readonly (readonly [string, Literal])[]): string {
  const where = key.map(([name, value]) => `${name} = ${literalCql(value)}`).join(' AND ');
  return `SELECT * FROM ${table} WHERE ${where};`;
}
