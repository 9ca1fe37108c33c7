/**
 * What the words of the field mean, in one or two sentences, by the id under which a beat introduces them. `said` is how the
 * beat, or the reason of the question before it, says it: there it is explained.
 */
export const GLOSSARY_EN = {
  version: {
    term: 'version',
    said: 'versions',
    meaning:
      'A hash of everything that was stored about a table. Two are equal or not; neither comes before the other.',
  },
  contains: {
    term: 'contains',
    said: 'contains',
    meaning: 'Z contains X when merging X into Z changes nothing. Engineers say that Z is superior to X.',
  },
  'column-id': {
    term: 'box number',
    said: 'number 2',
    meaning:
      'A column’s place among the columns of its kind, sorted by name. Engineers call it the column id.',
  },
  upgrade: {
    term: 'upgrade',
    said: 'upgraded',
    meaning: 'Moving a row’s cells to the boxes of another version. What has no column there falls out.',
  },
  memtable: {
    term: 'memtable',
    said: 'memtable',
    meaning: 'Rows that were written and lie in memory until they go to disk.',
  },
  cache: {
    term: 'cache',
    said: 'cache',
    meaning: 'Rows that were read from disk and are kept in memory for the next reader.',
  },
  sstable: {
    term: 'sstable',
    said: 'file on disk',
    meaning: 'A file of rows on disk. It is never changed, and it names its columns.',
  },
  push: {
    term: 'push',
    said: 'news',
    meaning: 'The news of a change, sent once to every other server. Nobody confirms it.',
  },
  quorum: {
    term: 'quorum',
    said: 'two of three',
    meaning: 'More than half of the servers that keep a row, here two of three.',
  },
  load: {
    term: 'LOAD',
    said: 'LOAD',
    meaning: 'Asking what a version looks like. One’s own table stays as it is.',
  },
  sync: {
    term: 'SYNC',
    said: 'SYNC',
    meaning: 'Taking all changes of another server into one’s own schema.',
  },
  gossip: {
    term: 'gossip',
    said: 'gossip',
    meaning: 'Small facts that servers tell each other every second, from one to the next.',
  },
  digest: {
    term: 'digest',
    said: 'digest',
    meaning: 'A short hash of a server’s whole schema: it says whether two differ, not in what.',
  },
  pull: {
    term: 'pull',
    said: 'asks A for all its changes',
    meaning: 'Asking another server for all its changes, and merging the answer.',
  },
  'drop-time': {
    term: 'drop time',
    said: 'dropped at 100',
    meaning:
      'When a column was dropped. It is kept with the name; what was written before it does not count.',
  },
  prepared: {
    term: 'prepared statement',
    said: 'prepared statement',
    meaning: 'A statement that a server has read once and keeps, with the version that it was read under.',
  },
  shard: {
    term: 'shard',
    said: 'two shards',
    meaning: 'A processor core with rows and memory of its own. A server has several.',
  },
} as const;

export type TermId = keyof typeof GLOSSARY_EN;
