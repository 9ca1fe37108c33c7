// What HELP says (SPEC Q2): everything that a console understands, with an example of each that can be typed as it stands.

const EXAMPLES: readonly (readonly [what: string, example: string])[] = [
  [
    'make a keyspace',
    "CREATE KEYSPACE app WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 3};",
  ],
  ['make a table', 'CREATE TABLE app.users (id int PRIMARY KEY, name text);'],
  [
    'a compound key, a static column, an order',
    'CREATE TABLE app.visits (user text, day int, badge text STATIC, note text, PRIMARY KEY (user, day)) WITH CLUSTERING ORDER BY (day DESC);',
  ],
  ['add columns', 'ALTER TABLE app.users ADD (email text, tags set<text>);'],
  ['drop columns', 'ALTER TABLE app.users DROP email;'],
  ['change a type', 'ALTER TABLE app.users ALTER name TYPE blob;'],
  ['rename a column of the key', 'ALTER TABLE app.users RENAME id TO uid;'],
  ['change a comment', "ALTER TABLE app.users WITH comment = 'people';"],
  ['write a row', "INSERT INTO app.users (id, name) VALUES (1, 'Ada');"],
  [
    'write cells, at a time of one’s own',
    "UPDATE app.users USING TIMESTAMP 90 SET name = 'Ada' WHERE id = 1;",
  ],
  ['delete cells, a row or a partition', 'DELETE name FROM app.users WHERE id = 1;'],
  ['read', 'SELECT * FROM app.users WHERE id = 1;'],
  ['prepare a statement', 'PREPARE ins AS INSERT INTO app.users (id, name) VALUES (?, ?);'],
  ['run it, with the schema that it was prepared under', "EXECUTE ins (2, 'Bob');"],
  ['how many replicas must answer', 'CONSISTENCY QUORUM;'],
  ['the keyspace of names without one', 'USE app;'],
  ['show the messages and the cost of each statement', 'TRACING ON;'],
  ['the tables that this node knows', 'DESCRIBE TABLES;'],
  ['the keyspaces that this node knows', 'DESCRIBE KEYSPACES;'],
  ['a table as this node knows it', 'DESCRIBE TABLE app.users;'],
  ['all of it', 'DESCRIBE SCHEMA;'],
  ['remove a table or a keyspace', 'DROP TABLE app.users;'],
  ['an empty console; what was done stays done', 'CLEAR;'],
  ['this list', 'HELP;'],
];

export const CONSOLE_HELP: string = EXAMPLES.map(([what, example]) => `-- ${what}\n${example}`).join('\n');
