// Tables to begin with, as the CQL that makes and fills them: what a sandbox runs is what one reads.

import type { Literal } from '../../engine/index.ts';
import type { SandboxWord } from '../words/messagesOfSandbox.en.ts';

export const TEMPLATE_IDS = ['users', 'teams', 'visits', 'profiles'] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

export interface TableTemplate {
  readonly id: TemplateId;
  readonly title: SandboxWord;
  readonly about: SandboxWord;
  readonly table: string;
  readonly cql: string;
  /** The key of a row that it starts with, and one of that row's own columns. */
  readonly key: Readonly<Record<string, Literal>>;
  readonly column: string;
}

/** The keyspace of whatever names none. */
export const SANDBOX_KEYSPACE = 'demo';

export const TABLE_TEMPLATES: readonly TableTemplate[] = [
  {
    id: 'users',
    title: 'template-users',
    about: 'template-users-about',
    table: 'users',
    cql: `CREATE TABLE users (id int PRIMARY KEY, name text);
INSERT INTO users (id, name) VALUES (1, 'Ada');
INSERT INTO users (id, name) VALUES (2, 'Bob');`,
    key: { id: 1 },
    column: 'name',
  },
  {
    id: 'teams',
    title: 'template-teams',
    about: 'template-teams-about',
    table: 'teams',
    cql: `CREATE TABLE teams (team text, id int, name text, motto text static, PRIMARY KEY (team, id));
INSERT INTO teams (team, id, name, motto) VALUES ('red', 1, 'Ada', 'Onwards');
INSERT INTO teams (team, id, name) VALUES ('red', 2, 'Bob');`,
    key: { team: 'red', id: 1 },
    column: 'name',
  },
  {
    id: 'visits',
    title: 'template-visits',
    about: 'template-visits-about',
    table: 'visits',
    cql: `CREATE TABLE visits (site text, id int, day int, page text, PRIMARY KEY ((site, id), day)) WITH CLUSTERING ORDER BY (day DESC);
INSERT INTO visits (site, id, day, page) VALUES ('docs', 1, 1, 'start');
INSERT INTO visits (site, id, day, page) VALUES ('docs', 1, 2, 'schema');`,
    key: { site: 'docs', id: 1, day: 1 },
    column: 'page',
  },
  {
    id: 'profiles',
    title: 'template-profiles',
    about: 'template-profiles-about',
    table: 'profiles',
    cql: `CREATE TABLE profiles (id int PRIMARY KEY, name text, emails set<text>, scores list<int>, links map<text, text>);
INSERT INTO profiles (id, name, emails, scores, links) VALUES (1, 'Ada', {'ada@x', 'ada@y'}, [3, 5], {'home': 'ada.x'});
INSERT INTO profiles (id, name, emails) VALUES (2, 'Bob', {'bob@x'});`,
    key: { id: 1 },
    column: 'name',
  },
];
