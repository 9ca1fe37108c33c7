// What this page leaves out, what it concludes by itself, and where its rules come from. Each list is a list: a line more is
// a line here. What is simplified is told as SPEC.md has it; what was found by running stands in tests.

export const HONESTY_EN = {
  lead: 'The page runs the rules of one moment of one program, told in our own words and code. It is a model: here is what it leaves out, what nobody had written down, and where to read on.',

  'title-rules': 'Where the rules come from',
  'title-simple': 'What is simplified',
  'title-derived': 'What we concluded, and what running it showed',
  'title-later': 'What came later',
  'title-not': 'What was never promised',
} as const;

export const HONESTY_RULES_EN: readonly string[] = [
  'ScyllaDB, merge f917f73616 of 11 January 2016, “Handling of schema changes”: the state of the source right after it, with its comments and the letters about it.',
  'Incidents by their number in ScyllaDB’s issue tracker: #420 (the same table created on two nodes), #1258 and #2617 (writes refused as not synced), #3393 (a forwarded write asks the forwarder), #4485 (the digest changes when tombstones expire), #1207 (schema changes are in no order), #14146 and #23831 (shards switch at different moments).',
  'SPEC.md in the source numbers every rule; each test begins with the number of the rule that it holds.',
];

export const HONESTY_SIMPLE_EN: readonly string[] = [
  'One replication factor for the whole cluster, a hash of our own for a key’s place, and no ranges of tokens.',
  'The system tables have only some of their cells, so a version’s digits differ from those of a real node. The framing of what is hashed is the real one.',
  'Table options are one comment. There is no TTL, no counter in writes, no lightweight transaction, no user type, no trigger, no hint, no batch log.',
  'Gossip goes straight from each node to each other, and a node that is down is known to be down at once. When nodes join or leave, all learn of it at the same moment.',
  'A write times out after 2 s, a read after 5 s, and a write that has timed out may still be applied.',
  'A read repair writes the whole merged partition, and the page tells that it was sent, not that it arrived.',
  'A merge is one step; with several shards each shard’s switch is one. Real nodes interleave more finely, and a crash may fall inside what is one step here.',
  'Duplicates and overtaking do not happen on a TCP connection. They are offered all the same, and marked.',
  'Latency and loss are drawn from the seed and the message, so that one more command shifts nothing else. Real networks are not so kind.',
  'A blob column takes no collection here. The original does, and spoils the entry.',
  'Reading from disk skips a cell of the wrong kind or type. The reader of January 2016 looked at neither.',
];

export const HONESTY_DERIVED_EN: readonly string[] = [
  'Confirmed: two nodes can agree on a version while one lacks a tombstone that a later change brings to light. Promises about equal schemas speak of the living rows only.',
  'Confirmed: dropping a column on one node while another adds one brings the dropped column back, because ALTER writes every column again. The same way comments and type changes are lost.',
  'Confirmed: a write that is forwarded between data centres can be acknowledged and lost with every protection of 2016 on.',
  'Confirmed: with two shards a version may be marked as synced before every shard has switched, and a write for the late one is lost.',
  'Confirmed: a keyspace that differs makes the merge fail after its rows are written; a later pull then finds no difference, and the cluster reports agreement while it is split.',
  'Corrected: a value written with an old timestamp after a column came back is not ignored. It is read until the next conversion, which is what filters by drop time.',
  'Corrected: an old version does not return through a prepared statement, which a drop invalidates; it returns through an entry that nobody has touched.',
  'Corrected: with one fixed schema of one’s own, both cells are lost in either order; order matters only when “mine” is what is stored.',
  'Corrected: without the pull delay one ALTER leads to n(n−1)/2 pulls, as played; only when all n nodes alter at once are there n(n−1).',
  'Found: marking contained versions as synced and writing only what changed are sound each, and unsound together.',
  'Not settled: whether a definition that fails to load leaves its entry loading for ever, as the source suggests. Here such a load fails at once.',
];

export const HONESTY_LATER_EN: readonly string[] = [
  'July 2017: a registry entry that nobody holds is kept for one more second. 2018: a replica asks the original coordinator. February 2021: reads sync too.',
  'From December 2021 on: schema changes go through one log that a majority keeps (Raft). They are in one order; a dropped column cannot come back; CREATE against CREATE is refused.',
  '2025: all shards switch before the version counts as synced. 2026: pulling schemas and hashing versions left the source.',
  'What stays: a node may lag, so definitions are still asked for, and entries are still converted when they are touched.',
];

export const HONESTY_NOT_EN: readonly string[] = [
  'That the later change wins as one means it: the clocks of nodes decide, cell by cell.',
  'That an acknowledged ALTER is known anywhere but on the node that answered.',
  'That a column that was dropped stays away when somebody alters the table without knowing.',
];
