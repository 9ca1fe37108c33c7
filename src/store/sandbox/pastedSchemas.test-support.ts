// Schemas as people have them, pasted as they stand: a tutorial's, what `DESCRIBE KEYSPACE` prints, one of a service with
// user types and indexes, time series, and counters.

export const KILLRVIDEO = `
// User credentials, keyed by email address so we can authenticate
CREATE KEYSPACE IF NOT EXISTS killrvideo WITH replication = { 'class': 'SimpleStrategy', 'replication_factor': 1 };
USE killrvideo;
CREATE TABLE IF NOT EXISTS user_credentials (
    email text,
    password text,
    userid uuid,
    PRIMARY KEY (email)
);
CREATE TABLE IF NOT EXISTS user_videos (
    userid uuid,
    added_date timestamp,
    videoid uuid,
    name text,
    preview_image_location text,
    PRIMARY KEY (userid, added_date, videoid)
) WITH CLUSTERING ORDER BY (added_date DESC, videoid ASC);
CREATE TABLE IF NOT EXISTS videos (
    videoid uuid, userid uuid, name text, description text, location text, location_type int,
    preview_image_location text, tags set<text>, added_date timestamp, PRIMARY KEY (videoid)
);
INSERT INTO videos (videoid, userid, name, tags, added_date) VALUES (123e4567-e89b-42d3-a456-426614174000,
  50554d6e-29bb-41e5-b345-feff819cdc9f, 'Ada''s talk', {'cql', 'schema'}, '2016-01-11 09:30:00+0000');
SELECT * FROM videos WHERE videoid = 123e4567-e89b-42d3-a456-426614174000;
`;

export const DESCRIBED = `
CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': '3'}  AND durable_writes = true;

CREATE TABLE shop.orders_by_customer (
    customer_id bigint,
    order_id timeuuid,
    address frozen<map<text, text>>,
    express boolean,
    item_ids list<int>,
    lines frozen<list<frozen<tuple<int, text, decimal>>>>,
    placed_on date,
    total double,
    weight float,
    PRIMARY KEY (customer_id, order_id)
) WITH CLUSTERING ORDER BY (order_id DESC)
    AND bloom_filter_fp_chance = 0.01
    AND caching = {'keys': 'ALL', 'rows_per_partition': 'ALL'}
    AND comment = 'one row an order'
    AND compaction = {'class': 'SizeTieredCompactionStrategy', 'max_threshold': '32', 'min_threshold': '4'}
    AND compression = {'sstable_compression': 'org.apache.cassandra.io.compress.LZ4Compressor'}
    AND crc_check_chance = 1.0
    AND dclocal_read_repair_chance = 0.1
    AND default_time_to_live = 0
    AND gc_grace_seconds = 864000
    AND max_index_interval = 2048
    AND memtable_flush_period_in_ms = 0
    AND min_index_interval = 128
    AND read_repair_chance = 0.0
    AND speculative_retry = '99.0PERCENTILE';
`;

export const SERVICE = `
CREATE KEYSPACE IF NOT EXISTS accounts WITH REPLICATION = {'class': 'SimpleStrategy', 'replication_factor': '3'};
CREATE TYPE accounts.address (street text, city text, zip int);
CREATE TABLE accounts.users (
  id uuid PRIMARY KEY,
  email text,
  "displayName" text,
  home frozen<address>,
  created_at timestamp
) WITH compaction = {'class': 'LeveledCompactionStrategy', 'sstable_size_in_mb': 160} AND gc_grace_seconds = 432000;
CREATE TABLE accounts.sessions (
  user_id uuid,
  session_id timeuuid,
  ip inet,
  data blob,
  PRIMARY KEY ((user_id), session_id)
) WITH default_time_to_live = 86400;
CREATE INDEX users_by_email ON accounts.users (email);
CREATE MATERIALIZED VIEW accounts.users_by_name AS SELECT * FROM accounts.users WHERE id IS NOT NULL PRIMARY KEY (id);
ALTER TABLE accounts.sessions ADD (user_agent text, last_seen timestamp);
`;

export const SERIES = `
CREATE TABLE demo.readings (
  sensor_id int, day date, at time, station text STATIC,
  value double, raw varint, flags set<tinyint>, quality smallint,
  PRIMARY KEY ((sensor_id, day), at)
) WITH CLUSTERING ORDER BY (at DESC)
  AND compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'DAYS', 'compaction_window_size': 1};
INSERT INTO demo.readings (sensor_id, day, at, station, value, flags, quality)
  VALUES (7, '2016-01-11', '09:30:00', 'roof', 21.5, {1, 2}, 100);
SELECT * FROM demo.readings WHERE sensor_id = 7 AND day = '2016-01-11';
`;

export const COUNTERS = `
USE demo;
CREATE COLUMNFAMILY page_views (page text, views counter, PRIMARY KEY (page)) WITH comment='counts';
UPDATE page_views SET views = views + 1 WHERE page = 'home';
CREATE TABLE events (id timeuuid PRIMARY KEY, kind ascii, payload map<text, frozen<list<text>>>);
`;
