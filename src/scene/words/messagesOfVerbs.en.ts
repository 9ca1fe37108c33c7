// Sentences about messages: sent, received, lost and doubled, for each verb of its own, so that a language with other
// grammar can put each in its own words. One-way messages vanish unnoticed; a lost request breaks the connection.

export const MESSAGE_SENTENCES_EN = {
  'sent-DEFINITIONS_UPDATE': '{from} sends {label} to {to}.',
  'sent-MIGRATION_REQUEST': '{from} asks {to} for all its changes.',
  'sent-MIGRATION_REPLY': '{from} sends {to} all its changes.',
  'sent-GET_SCHEMA_VERSION': '{from} asks {to} for the definition of {version}.',
  'sent-SCHEMA_VERSION_REPLY':
    '{from} {found, select, no {tells {to} that it does not know {version}} other {sends {to} the definition of {version}}}.',
  'sent-MUTATION':
    '{from} sends the {repair, select, yes {repair} other {write}} to {to}, at version {version}.',
  'sent-MUTATION_DONE': '{from} confirms the {repair, select, yes {repair} other {write}} to {to}.',
  'sent-READ_DATA': '{from} asks {to} for the row, as of version {version}.',
  'sent-READ_DIGEST': '{from} asks {to} for a digest of the row, as of version {version}.',
  'sent-READ_MUTATION_DATA': '{from} asks {to} for the whole row, as of version {version}.',
  'sent-READ_REPLY': '{from} answers {to}.',

  'delivered-DEFINITIONS_UPDATE': '{to} receives {label} from {from}.',
  'delivered-MIGRATION_REQUEST': '{to} is asked by {from} for all its changes.',
  'delivered-MIGRATION_REPLY': '{to} receives all changes of {from}.',
  'delivered-GET_SCHEMA_VERSION': '{to} is asked by {from} for the definition of {version}.',
  'delivered-SCHEMA_VERSION_REPLY':
    '{to} {found, select, no {hears that {from} does not know {version}} other {receives the definition of {version} from {from}}}.',
  'delivered-MUTATION':
    '{to} receives a {repair, select, yes {repair} other {write}} of version {version} from {from}.',
  'delivered-MUTATION_DONE':
    '{to} hears that {from} applied the {repair, select, yes {repair} other {write}}.',
  'delivered-READ_DATA': '{to} is asked by {from} for the row, as of version {version}.',
  'delivered-READ_DIGEST': '{to} is asked by {from} for a digest, as of version {version}.',
  'delivered-READ_MUTATION_DATA': '{to} is asked by {from} for the whole row, as of version {version}.',
  'delivered-READ_REPLY': '{to} receives {from}’s answer.',

  'lost-unseen': '{from}’s message to {to} is lost: {node} is not there to miss it.',
  'lost-copy': '{from}’s message to {to}: one copy is lost, another is on its way.',
  'lost-with-link': 'The link takes {from}’s message to {to} with it.',
  'lost-DEFINITIONS_UPDATE': 'The push to {to} is lost. Neither {from} nor {to} notices.',
  'lost-MIGRATION_REQUEST': 'The request to {to} is lost: {from} sees the connection break.',
  'lost-MIGRATION_REPLY': 'The changes for {to} are lost: {to} sees the connection break.',
  'lost-GET_SCHEMA_VERSION': 'The question to {to} is lost: {from} sees the connection break.',
  'lost-SCHEMA_VERSION_REPLY': 'The answer about {version} is lost: {to} sees the connection break.',
  'lost-MUTATION':
    '{to} hears nothing of the {repair, select, yes {repair} other {write}}: it is lost on the way from {from}.',
  'lost-MUTATION_DONE':
    '{to} does not hear that {from} has applied the {repair, select, yes {repair} other {write}}: the confirmation is lost.',
  'lost-READ_DATA': 'The read for {to} is lost: {from} sees the connection break.',
  'lost-READ_DIGEST': 'The read for {to} is lost: {from} sees the connection break.',
  'lost-READ_MUTATION_DATA': 'The read for {to} is lost: {from} sees the connection break.',
  'lost-READ_REPLY': 'The answer to {to} is lost: {to} sees the connection break.',

  'duplicated-DEFINITIONS_UPDATE': 'The push of {label} to {to} is on its way twice.',
  'duplicated-MIGRATION_REQUEST': 'The request from {from} to {to} is on its way twice.',
  'duplicated-MIGRATION_REPLY': 'The changes from {from} to {to} are on their way twice.',
  'duplicated-GET_SCHEMA_VERSION': 'The question from {from} to {to} is on its way twice.',
  'duplicated-SCHEMA_VERSION_REPLY': 'The answer about {version} from {from} to {to} is on its way twice.',
  'duplicated-MUTATION':
    'The {repair, select, yes {repair} other {write}} from {from} to {to} is on its way twice.',
  'duplicated-MUTATION_DONE': 'The confirmation from {from} to {to} is on its way twice.',
  'duplicated-READ_DATA': 'The read from {from} to {to} is on its way twice.',
  'duplicated-READ_DIGEST': 'The read from {from} to {to} is on its way twice.',
  'duplicated-READ_MUTATION_DATA': 'The read from {from} to {to} is on its way twice.',
  'duplicated-READ_REPLY': 'The answer from {from} to {to} is on its way twice.',

  'pill-DEFINITIONS_UPDATE': '{label}',
  'pill-MIGRATION_REQUEST': 'all your changes?',
  'pill-MIGRATION_REPLY': 'all changes',
  'pill-GET_SCHEMA_VERSION': 'what is {version}?',
  'pill-SCHEMA_VERSION_REPLY': '{version} is {found, select, no {unknown} other {…}}',
  'pill-MUTATION': '{repair, select, yes {repair} other {write}}',
  'pill-MUTATION_DONE': 'done',
  'pill-READ_DATA': 'read',
  'pill-READ_DIGEST': 'read digest',
  'pill-READ_MUTATION_DATA': 'read all',
  'pill-READ_REPLY': 'answer',

  'label-DEFINITIONS_UPDATE': 'Push {label}, {from} to {to}',
  'label-MIGRATION_REQUEST': 'Request for all changes, {from} to {to}',
  'label-MIGRATION_REPLY': 'All changes, {from} to {to}',
  'label-GET_SCHEMA_VERSION': 'Question what {version} is, {from} to {to}',
  'label-SCHEMA_VERSION_REPLY':
    '{found, select, no {Answer that {version} is unknown} other {Definition of {version}}}, {from} to {to}',
  'label-MUTATION': '{repair, select, yes {Repair} other {Write}} at {version}, {from} to {to}',
  'label-MUTATION_DONE': 'Confirmation, {from} to {to}',
  'label-READ_DATA': 'Read at {version}, {from} to {to}',
  'label-READ_DIGEST': 'Read of a digest at {version}, {from} to {to}',
  'label-READ_MUTATION_DATA': 'Read of the whole row at {version}, {from} to {to}',
  'label-READ_REPLY': 'Answer, {from} to {to}',
} as const;
