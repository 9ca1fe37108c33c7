// One's own schema, pasted into a console as it stands: what this cluster can have is made; what it cannot is named, with its
// place and what to do instead, and the rest goes on behind it.

import { expect, test } from 'vitest';
import { inspect, replay, toRun } from '../../engine/index.ts';
import { createSession } from '../session.ts';
import { shownState, timelineOf } from '../state/shown.ts';
import { FIRST_SEED, firstScreen } from './firstScreen.ts';
import { COUNTERS, DESCRIBED, KILLRVIDEO, SERIES, SERVICE } from './pastedSchemas.test-support.ts';

/** Pastes the text, and goes on behind each statement that is refused. */
function pasted(text: string) {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  const refused: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const { problem, beyond } = session.enter('A', rest);
    if (problem !== null) refused.push(problem.sentence);
    rest = beyond;
  }
  session.settle();
  const state = session.store.getState();
  const tables = inspect(shownState(state)).nodes.map((node) =>
    node.shards[0]?.tables.map(
      ({ keyspace, table, columns }) =>
        `${keyspace}.${table}: ${columns.map(({ name, type }) => `${name} ${type}`).join(', ')}`,
    ),
  );
  expect(tables[1]).toEqual(tables[0]);
  expect(tables[2]).toEqual(tables[0]);
  const again = replay(toRun(timelineOf(state)));
  expect(again.ok).toBe(true);
  const told = [...new Set(state.console.lines.flatMap(({ passedOver }) => passedOver))].sort();
  return { refused, tables: tables[0]?.filter((one) => !one.startsWith('demo.users')), told };
}

test('Q2 Q9 a tutorial’s tables', () => {
  expect(pasted(KILLRVIDEO)).toMatchInlineSnapshot(`
    {
      "refused": [],
      "tables": [
        "killrvideo.videos: videoid uuid, added_date timestamp, description text, location text, location_type int, name text, preview_image_location text, tags set<text>, userid uuid",
        "killrvideo.user_videos: userid uuid, added_date timestamp, videoid uuid, name text, preview_image_location text",
        "killrvideo.user_credentials: email text, password text, userid uuid",
      ],
      "told": [],
    }
  `);
});

test('Q2 Q9 what DESCRIBE KEYSPACE prints', () => {
  expect(pasted(DESCRIBED)).toMatchInlineSnapshot(`
    {
      "refused": [],
      "tables": [
        "shop.orders_by_customer: customer_id bigint, order_id timeuuid, address frozen<map<text, text>>, express boolean, item_ids list<int>, lines frozen<list<tuple<int, text, decimal>>>, placed_on date, total double, weight float",
      ],
      "told": [
        "bloom_filter_fp_chance",
        "caching",
        "compaction",
        "compression",
        "crc_check_chance",
        "dclocal_read_repair_chance",
        "default_time_to_live",
        "gc_grace_seconds",
        "max_index_interval",
        "memtable_flush_period_in_ms",
        "min_index_interval",
        "read_repair_chance",
        "speculative_retry",
      ],
    }
  `);
});

test('Q2 Q9 user types, indexes and views are named, and the rest goes on', () => {
  expect(pasted(SERVICE)).toMatchInlineSnapshot(`
    {
      "refused": [
        "line 1:8 CREATE TYPE is not modelled here: there are no user types: use a tuple, or one column for each field.",
        "line 5:8 'address' is not a CQL type, and there are no user types here. Use for example 'text', 'int' or 'tuple<text, int>'.",
        "line 1:8 CREATE INDEX is not modelled here: there are no secondary indexes: read by the key, or make a second table that has the column in its key.",
        "line 1:8 CREATE MATERIALIZED VIEW is not modelled here: there are no views: make a second table and write to both.",
      ],
      "tables": [
        "accounts.sessions: user_id uuid, session_id timeuuid, data blob, ip inet, last_seen timestamp, user_agent text",
      ],
      "told": [
        "default_time_to_live",
      ],
    }
  `);
});

test('Q2 Q9 days, times of day and small numbers', () => {
  expect(pasted(SERIES)).toMatchInlineSnapshot(`
    {
      "refused": [],
      "tables": [
        "demo.readings: sensor_id int, day date, at time, station text, flags set<tinyint>, quality smallint, raw varint, value double",
      ],
      "told": [
        "compaction",
      ],
    }
  `);
});

test('Q2 Q9 counters can be declared, and not counted', () => {
  expect(pasted(COUNTERS)).toMatchInlineSnapshot(`
    {
      "refused": [
        "line 1:31 views = views + … (counters, elements of collections) is not modelled here: give all of views at once.",
      ],
      "tables": [
        "demo.page_views: page text, views counter",
        "demo.events: id timeuuid, kind ascii, payload map<text, frozen<list<text>>>",
      ],
      "told": [],
    }
  `);
});
