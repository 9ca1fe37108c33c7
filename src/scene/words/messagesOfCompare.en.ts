// Words for two sides beside each other: two nodes, two moments or two branches. {mode} says which; {a} and {b} are the
// names of the sides, {node} the node that both are about.

export const COMPARE_LABELS_EN = {
  'compare-none':
    '{mode, select, nodes {{a} and {b} show no difference in this table: one schema, digest {hash}, and entries that look alike.} other {Same state: the hashes are equal, {hash}.}}',
  'compare-hidden':
    '{mode, select, nodes {{a} and {b} show no difference in this table, yet their digests differ: {hash} and {other}.} other {Nothing shown here differs, yet the hashes do: {hash} and {other}.}}',
  'compare-count': '{count, plural, one {One difference} other {# differences}} between {a} and {b}',
  'compare-side-moment': '{step, plural, =0 {the start} other {step #}}',
  'compare-at': '{at, plural, =0 {at the start} other {after step #}}',
  'compare-at-end': 'after step {at}, its last',
  'compare-parted': '{step, plural, =0 {They part at the start.} other {They part after step #.}}',
  'compare-same-run': 'They do not part: one goes on where the other ends.',
  'compare-cluster': 'Cluster',
  'compare-absent': 'not there',
  'compare-no-table': 'no table',

  'compare-what-version': 'version',
  'compare-what-version-shard': 'version, shard {shard}',
  'compare-what-up': 'state',
  'compare-what-column': 'column {column}',
  'compare-what-entry': 'row {row}, {source}',
  'compare-what-stored': 'row {row}, {source}: stored at',
  'compare-what-cell': 'row {row}, {source}: {column}',
  'compare-what-registry': 'registry: {version}',
  'compare-what-gossip': 'gossip about {peer}',
  'compare-what-merges': 'merges in line',
  'compare-what-waits': 'requests that wait',
  'compare-what-registry-shard': 'registry, shard {shard}: {version}',
  'compare-what-row': '{table}: {row}',
  'compare-system-cell': '{name} = {text} @{ts}',
  'compare-rewritten': '{count, plural, one {# cell} other {# cells}} @{ts}',
  'compare-registry': '{load}, {sync}; held by {count, plural, =0 {nobody} other {{holders}}}',
  'compare-deletions': 'deletions',
  'compare-markers': 'row markers',
  'compare-no-cells': 'no cells',

  'compare-column': 'id {id}, {type}',
  'compare-column-static': 'static, id {id}, {type}',
  'compare-column-key': '{kind}, {type}',
  'compare-written': '{text} @{ts}',
  'compare-held': 'holds',
  'compare-broken': 'broken',
  'compare-flying': 'on the way',

  'compare-version':
    '{mode, select, nodes {{a} is at {was}, {b} at {is}.} moments {{node} goes from {was} to {is}.} other {{node} is at {was} in {a}, at {is} in {b}.}}',
  'compare-up':
    '{mode, select, nodes {{a} is {was}, {b} is {is}.} moments {{node} is {was}, then {is}.} other {{node} is {was} in {a}, {is} in {b}.}}',
  'compare-column-only':
    '{mode, select, nodes {{lacks} lacks {column}.} moments {{node} {gain, select, yes {gains} other {loses}} column {column}.} other {{node} lacks {column} in {lacks}.}}',
  'compare-column-id':
    '{mode, select, nodes {{column} has id {was} on {a}, {is} on {b}.} moments {{column} moves from id {was} to {is} on {node}.} other {{column} on {node} has id {was} in {a}, {is} in {b}.}}',
  'compare-column-type':
    '{mode, select, nodes {{column} is {was} on {a}, {is} on {b}.} moments {{column} on {node} becomes {is}; it is {was} before.} other {{column} on {node} is {was} in {a}, {is} in {b}.}}',
  'compare-entry-only':
    '{mode, select, nodes {{lacks} has no row {row} in its {source}.} moments {{node} {gain, select, yes {gains} other {loses}} row {row} in its {source}.} other {{node} has no row {row} in its {source} in {lacks}.}}',
  'compare-entry-stored':
    '{mode, select, nodes {Row {row} in the {source} is stored at {was} on {a}, at {is} on {b}.} moments {Row {row} in the {source} of {node} goes from {was} to {is}.} other {Row {row} in the {source} of {node}: at {was} in {a}, at {is} in {b}.}}',
  'compare-cell':
    '{mode, select, nodes {{column} of row {row}, {source}: {was} on {a}, {is} on {b}.} moments {{column} of row {row} in the {source} of {node}: {was}, then {is}.} other {{column} of row {row}, {source} of {node}: {was} in {a}, {is} in {b}.}}',
  'compare-statement':
    '{mode, select, moments {{statement} on {node}: {was}, then {is}.} other {{statement} on {node}: {was} in {a}, {is} in {b}.}}',
  'compare-message': '{name}: on the way only {mode, select, moments {at} other {in}} {there}.',
  'compare-promise':
    '{mode, select, moments {Promise {breaks, select, yes {breaks} other {holds again}}: {title}} other {Promise broken in {broken} only: {title}}}',
  'compare-details':
    '{mode, select, nodes {The {area, select, registry {registries} gossip {gossip views} merges {merges in line} waits {waiting requests} other {system rows}} of {a} and {b} differ{count, plural, one {} other { in # places}}.} moments {{node}: {area, select, registry {its registry changes} gossip {its gossip view changes} merges {its merges in line change} waits {its waiting requests change} other {its system rows change}}{count, plural, one {} other { in # places}}.} other {{node}: {area, select, registry {its registry differs} gossip {its gossip view differs} merges {its merges in line differ} waits {its waiting requests differ} other {its system rows differ}}{count, plural, one {} other { in # places}}.}}',

  'outcome-none': 'no answer',
  'outcome-unasked': 'not asked',
  'outcome-empty': 'no such row',
  'outcome-ok': 'done',
  'outcome-timeout': 'time-out',
  'outcome-unavailable': 'unavailable',
  'outcome-failed': 'refused',
} as const;
