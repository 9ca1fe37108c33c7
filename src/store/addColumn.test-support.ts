// What a test does most often on the first screen.

import { FIRST_KEYSPACE, FIRST_TABLE } from './sandbox/firstScreen.ts';
import type { Session } from './state/sessionState.ts';

/** A node adds a text column to the table of the first screen. */
export const addColumn = (session: Session, node: string, name: string) =>
  session.act({
    kind: 'alter-table',
    node,
    keyspace: FIRST_KEYSPACE,
    table: FIRST_TABLE,
    changes: [{ kind: 'add', name, type: 'text' }],
  });
