// Every sentence of the scene, in English, by id. Twelve rules: actor first, one fact; the cause after a colon; present
// tense; at most 90 characters; never newer, behind or outdated; loading is not merging; a merge names its result; an
// upgrade says what moved; a loss says what, where and why; who does not know is said; no future; an answer to a client
// claims only what it is. A translation replaces this file: placeholders stay, no sentence is put together from pieces.

import { CARD_LABELS_EN } from './messagesOfCards.en.ts';
import { COMPARE_LABELS_EN } from './messagesOfCompare.en.ts';
import { CONSOLE_LABELS_EN } from './messagesOfConsole.en.ts';
import { HEARING_LABELS_EN } from './messagesOfHearing.en.ts';
import { INSPECTOR_LABELS_EN } from './messagesOfInspector.en.ts';
import { LEGEND_LABELS_EN } from './messagesOfLegend.en.ts';
import { MERGE_SENTENCES_EN } from './messagesOfMerges.en.ts';
import { NETWORK_LABELS_EN } from './messagesOfNetwork.en.ts';
import { ORDERS_LABELS_EN } from './messagesOfOrders.en.ts';
import { PROMISE_LABELS_EN } from './messagesOfPromises.en.ts';
import { PROTECTION_LABELS_EN } from './messagesOfProtections.en.ts';
import { RANDOM_RUNS_LABELS_EN } from './messagesOfRandomRuns.en.ts';
import { RING_LABELS_EN, RING_SENTENCES_EN } from './messagesOfRing.en.ts';
import { RULE_LABELS_EN } from './messagesOfRules.en.ts';
import { STAGE_LABELS_EN } from './messagesOfStage.en.ts';
import { MESSAGE_SENTENCES_EN } from './messagesOfVerbs.en.ts';
import { VERDICT_LABELS_EN } from './messagesOfVerdict.en.ts';
import { LABELS_OF_VERSIONS_EN } from './messagesOfVersions.en.ts';
import { VIEW_LABELS_EN } from './messagesOfViews.en.ts';

export const SENTENCES_EN = {
  ...MESSAGE_SENTENCES_EN,
  ...RING_SENTENCES_EN,

  start: 'The run begins.',
  nothing: 'Nothing changes.',
  'promise-broken': 'Promise broken: {title}',

  'statement-schema': '{node} accepts {label}.',
  'statement-schema-told': '{node} accepts {label} and tells {peers}.',
  'statement-write': '{node} takes a write of row {row} at version {version}.',
  'statement-write-plain': '{node} takes a write of row {row}.',
  'statement-read-plain': '{node} is asked for row {row}.',
  'statement-read': '{node} is asked for row {row} as of version {version}.',
  'statement-prepare': '{node} is asked to prepare statement {name}.',
  'statement-other': '{node} takes {label}.',
  'schema-done': '{node} answers the client: its own merge is done.',
  'write-done':
    '{node} answers the client: {targets, plural, one {its only replica} other {{acks} of # replicas}} confirmed.',
  'write-done-plain': '{node} answers the client: enough replicas confirmed.',
  'read-done': '{node} answers the client: {values}.',
  'read-done-empty': '{node} answers the client: no such row.',
  'prepare-done': '{node} answers the client: the statement is prepared.',
  'statement-timeout': '{node} tells the client: time-out, too few replicas answered.',
  'statement-timeout-repair': '{node} tells the client: time-out, the repair is not confirmed.',
  'statement-unavailable': '{node} tells the client: it sees too few replicas up.',
  'statement-failed': '{node} tells the client: {problem}.',
  'statement-cut':
    '{node} {left, select, no {stops} other {leaves}}: its client gets no answer, and does not know what took effect.',
  'statement-prepared': '{node} prepares statement {name} at version {version}.',
  'statement-invalidated':
    '{node} discards prepared statement {name}: {dropped, select, no {the columns changed} other {the table is dropped}}.',
  'write-acknowledged': '{node} counts the confirmation from {by}: {acks} confirmed, {needed} needed.',

  'write-acknowledged-own': '{node} has applied the write itself: {acks} confirmed, {needed} needed.',
  'request-unsent': '{node} cannot ask {to}: it believes that {to} is down.',
  'request-failed': '{node} gets no answer from {to}: the connection broke.',
  'timer-set':
    '{node} starts a timer: {kind, select, pull {when it ends, it asks {peer} for its changes} uptime {until it ends, it pulls at once} grace {when it ends, it forgets {version}} other {when it ends, it gives up waiting for {what}}}.',
  'timer-fired':
    '{node}’s timer ends: {kind, select, pull {it need not wait to ask {peer} any more} uptime {it no longer counts as just started} grace {{version} has been unused for a second} other {it has waited long enough for {what}}}.',
  'timer-cancelled':
    '{node} stops a timer: {kind, select, pull {it need not ask {peer}} uptime {it no longer counts as just started} grace {{version} is in use again} other {{what} has its answers}}.',

  ...MERGE_SENTENCES_EN,
  'digest-announced': '{node} announces its changed digest by gossip.',
  'digest-announced-same': '{node} announces its digest by gossip: it is the same as before.',
  'node-aborted': '{node} stops: {problem}.',

  'digest-heard': '{node} hears from {peer} by gossip: their digests differ.',
  'digest-heard-same':
    '{node} hears from {peer} by gossip: their digests agree, {heard} of {all} announcements heard.',
  'pull-scheduled': '{node} starts a 60 s timer before it asks {peer} for its changes.',
  'pull-not-needed': '{node} needs nothing from {peer}: their digests agree.',
  'schema-requested': '{node} asks {peer} for all its changes.',
  'schema-requested-version':
    '{node} has not marked {version} as merged: it asks {peer} for all its changes.',
  'schema-sent': '{node} sends {peer} all its changes.',

  'version-requested': '{node} does not know version {version}: it asks {source}.',
  'version-requested-sender': '{node} does not know version {version}: it asks {source}, the sender.',
  'waits-load': '{node} makes the {what} wait: it does not know version {version}.',
  'waits-load-joined': '{node} makes the {what} wait too: version {version} is already asked for.',
  'waits-sync': '{node} makes the {what} wait: it has not marked {version} as merged.',
  'waits-sync-joined': '{node} makes the {what} wait too: the pull for {version} is under way.',
  'definition-sent': '{node} tells {peer} what {version} looks like.',
  'version-not-found': '{node} does not know {version} either: it says so to {peer}.',
  'version-loaded': '{node} now knows what {version} looks like. Its own table is unchanged.',
  'version-loading-failed': '{node} gets no definition of {version} from {peer}.',
  'version-synced-merge': '{node} marks {version} as merged: it stands there itself.',
  'version-synced-pull': '{node} marks {version} as merged: it has all changes of its sender.',
  'version-synced-shard': '{node} marks {version} as merged: another of its shards had it.',
  'version-synced-contained': '{node} marks {version} as merged: its own version contains it.',
  'version-synced-restart': '{node} marks {version} as merged: it starts with it.',
  'version-sync-failed': '{node} cannot mark {version} as merged: the request fails.',
  'version-unheld': '{node} no longer uses {version} anywhere.',
  'version-forgotten': '{node} forgets {version}: nothing there uses it.',

  'mutation-applied':
    '{node} applies the {by, select, write {write of} repair {repair of} other {moving}} row {row} under {version}.',
  'mutation-applied-converted':
    '{node} applies the {by, select, write {write of} repair {repair of} other {moving}} row {row}, sent at {version}, under {current}.',
  'mutation-applied-unsafe':
    '{node} applies a {by, select, write {write} repair {repair} other {moving row}} of {version} under {current}, which does not contain {version}.',
  'mutation-refused':
    '{node} refuses the {by, select, write {write} repair {repair} other {moving row}}: {problem}.',
  'read-served': '{node} reads row {row} as of version {version}.',
  'digest-mismatch': '{node} compares the replicas’ answers: they differ.',
  'replica-repaired': '{node} sends {peer} a repair of the row.',
  'replica-repaired-own': '{node} repairs its own row.',

  'entry-upgraded': '{node} touches row {row}: {column} moves from box {from} to box {to}.',
  'entry-upgraded-2': '{node} touches row {row}: {column} moves to box {to}, {column2} to box {to2}.',
  'entry-upgraded-n':
    '{node} touches row {row}: {column} and {count, plural, one {one more column} other {# more columns}} move.',
  'entry-upgraded-none': '{node} touches row {row}: it goes from {from} to {to}, no box moves.',
  'converted-mutation':
    '{node} turns the {by, select, write {write} repair {repair} other {moving row}} from {from} to {to}.',
  'converted-result': '{node} answers in the shape of {to}, the version asked for.',
  'converted-entry': '{node} turns a copy of row {row} from {from} to {to}.',
  'converted-sstable': '{node} reads row {row} from an sstable, by column names, as {to}.',
  'discarded-no-column':
    '{node} drops {value}{others, plural, =0 {} other { and # more}}: its version has no column {column}.',
  'discarded-kind':
    '{node} drops {value}{others, plural, =0 {} other { and # more}}: {column} is {kind, select, static {static} regular {regular} partition_key {a partition key} other {a clustering key}} here.',
  'discarded-type':
    '{node} drops {value}{others, plural, =0 {} other { and # more}}: {type} does not fit {type2}.',
  'discarded-dropped':
    '{node} drops {value}{others, plural, =0 {} other { and # more}}: written @{ts}, {column} dropped @{droppedAt}.',
  'discarded-several':
    '{node} drops {value}{others, plural, =0 {} other { and # more}}: {to} has no place for them.',
  'omitted-no-column': '{node} leaves {column} out: the version asked for has no such column.',
  'omitted-kind':
    '{node} leaves {column} out: it is {kind, select, static {static} regular {regular} partition_key {a partition key} other {a clustering key}} in the version asked for.',
  'omitted-type': '{node} leaves {column} out: {type} does not fit {type2}.',
  'omitted-dropped': '{node} leaves {value} out: written @{ts}, {column} dropped @{droppedAt}.',
  'commitlog-appended':
    '{node} notes the {by, select, write {write of} repair {repair of} other {moving}} row {row} in its commitlog.',
  'mutation-stored': '{node} keeps row {row} in its memtable at version {version}.',
  'cache-hit': '{node} finds row {row} in its cache.',
  'cache-missed': '{node} does not find row {row} in its cache.',
  'cache-populated': '{node} puts row {row} into its cache.',
  'memtable-flushed':
    '{node} writes {count, plural, one {one row} other {# rows}} from its memtable to an sstable.',
  'sstables-compacted': '{node} rewrites {count, plural, one {one sstable} other {# sstables as one}}.',
  'cache-evicted': '{node} evicts {count, plural, one {one row} other {# rows}} from its cache.',
  'commitlog-replayed':
    '{node} replays {count, plural, one {one write} other {# writes}} from its commitlog.',
  'commitlog-replay-failed': '{node} cannot replay row {row}: it does not know {version}.',
  'sstable-read-failed': '{node} cannot read row {row}: its sstable names a column {column}.',

  'operated-flush': '{node} is told to flush {table}.',
  'operated-compact': '{node} is told to compact {table}.',
  'operated-evict': '{node} is told to evict {table} from its cache.',
  'operated-crash': '{node} crashes: its memory is gone, its disk stays.',
  'operated-restart': '{node} starts again.',
  'operated-expire': '{node} removes expired schema tombstones.',
  'operated-cut': 'The link between {a} and {b} is cut.',
  'operated-heal': 'The link between {a} and {b} works again.',
  'operated-skew': '{node}’s clock is {time} off from now on.',
  'operated-skew-none': '{node}’s clock is right from now on.',
  'operated-wait': 'Time passes: {time}.',
  'operated-protect': 'The rules change: {name} is now {value}{count, plural, =0 {} other {, and # more}}.',
  'peer-up': '{node} believes that {peer} is up.',
  'peer-down': '{node} believes that {peer} is down.',
} as const;

/** Short texts: what Next says, knots in the loom, counts. */
export const LABELS_EN = {
  ...CARD_LABELS_EN,
  ...COMPARE_LABELS_EN,
  ...CONSOLE_LABELS_EN,
  ...RANDOM_RUNS_LABELS_EN,
  ...HEARING_LABELS_EN,
  ...LEGEND_LABELS_EN,
  ...NETWORK_LABELS_EN,
  ...RING_LABELS_EN,
  ...RULE_LABELS_EN,
  ...VIEW_LABELS_EN,

  'list-two': '{first} and {second}',
  'list-rows': '{first}; {second}',
  cell: '{column} = {value}',
  quoted: "''{value}''",
  'time-us': '{value} µs',
  'time-ms': '{value} ms',
  'time-s': '{value} s',
  'time-min': '{value} min',
  agreement: '{stands}.',
  'list-middle': '{first}, {second}',
  'list-end': '{first} and {second}',
  ...INSPECTOR_LABELS_EN,
  ...PROMISE_LABELS_EN,
  ...PROTECTION_LABELS_EN,
  ...VERDICT_LABELS_EN,
  ...STAGE_LABELS_EN,

  'next-push': '{label} reaches {node}',
  'next-request-version': '{node} is asked what {version} is',
  'next-reply-version':
    '{node} {found, select, no {hears that {peer} does not know {version}} other {is told what {version} is}}',
  'next-request-changes': '{node} is asked for all its changes',
  'next-reply-changes': '{peer}’s changes reach {node}',
  'next-write': 'the {repair, select, yes {repair} other {write}} reaches {node}',
  'next-ack': '{peer} confirms to {node}',
  'next-read': 'the read reaches {node}',
  'next-answer': '{peer}’s answer reaches {node}',
  'next-merge-own': '{node} merges its own change',
  'next-merge': '{node} merges {peer}’s changes',
  'next-publish': 'shard {shard} of {node} switches',
  'next-pull': '{node} pulls from {peer}',
  'next-pull-later': '{time} pass: {node} pulls from {peer}',
  'next-unsent': '{node} cannot ask {peer}, which it believes to be down',
  'next-unsent-later': '{time} pass: {node} cannot ask {peer}, which it believes to be down',
  'next-needless': '{node} need not pull from {peer}',
  'next-needless-later': '{time} pass: {node} need not pull from {peer}',
  'next-timeout': '{node} gives up waiting for {what}',
  'next-timeout-later': '{time} pass: {node} gives up waiting for {what}',
  'next-grace': '{node} forgets {version}, which nothing uses',
  'next-grace-later': '{time} pass: {node} forgets {version}, which nothing uses',
  'next-uptime': '{node} no longer counts as just started',
  'next-uptime-later': '{time} pass: {node} no longer counts as just started',
  'next-announcements': '{count, plural, one {one announcement} other {# announcements}} heard',
  'next-gossip': '{peer} gossips to {node}',
  'next-lost': '{message} is lost',
  'next-none': 'Nothing is on its way. Add a column or let time pass.',
  'dot-shard': 'shard {shard}',
  'dot-merges': 'merges {what}',
  'dot-merges-short': '+ {what}',
  'dot-nothing': '{what}: nothing new',
  'dot-aborts': 'stops',
  'dot-fails': 'merge fails',
  'dot-refuses': 'refuses',
  'dot-asks': 'what is {version}?',
  'dot-asks-short': '{version}?',
  'dot-crash': 'crashes',
  'dot-restart': 'restarts',
  'dot-ends': '{what} {end}',
  'dot-ends-short': '{status, select, timeout {times out} other {fails}}',
  'dot-cut': '{link} cut',
  'dot-heal': '{link} healed',
  'pill-lost': '{text} lost',
  'pill-late': '{text} late',
  'pill-duplicate': '{text} again',
  'stroke-inFlight': '{name}, on the way',
  'stroke-delivered': '{name}, delivered',
  'stroke-lost': '{name}, lost',
  'stroke-late': '{name}, delivered late',
  'stroke-duplicate': '{name}, delivered again',
  'row-start': 'Start of {steps} steps. {sentence}',
  'row-step': 'Step {step} of {steps}. {sentence}',
  'row-step-heard': 'Step {step} of {steps}. {heard} {sentence}',
  'row-bin': 'Steps {first} to {last} of {steps}. {sentence}',
  'row-quiet': '{count, plural, one {# quiet step} other {# quiet steps}}',
  'row-quiet-short': '{count} ×',
  'row-run': 'Steps {first} to {last} of {steps}. {count} quiet steps. {sentence}',
  upgraded:
    '{total, plural, =0 {no entries in memory} one {{current} of # entry at the current version} other {{current} of # entries at the current version}}',
  'upgraded-untagged':
    '{total, plural, one {# entry without a version tag} other {# entries without a version tag}}',
  'source-memtable': 'memtable',
  'source-cache': 'cache',
  'source-sstable': 'sstable {number}',
  'source-on-shard': '{source}, shard {shard}',
  elements: '{count, plural, one {# element} other {# elements}}',
  tombstone: 'deleted @{ts}',
  'tombstone-range': 'range deleted @{ts}',
  'entry-caption': 'Row {row} in {source} of {node}, stored at version {version}',
  'entry-caption-disk': 'Row {row} in {source} of {node}, stored by column names',
  'entry-means': 'means {names}',
  'holder-table': 'table',
  'holder-entries': '{count, plural, one {# entry} other {# entries}}',
  'holder-request': '{what} {statement} that it handles',
  'holder-coordinator': '{what} {statement} that it coordinates',
  'holder-prepared': 'prepared {name}',
  'load-LOADING': 'loading',
  'load-LOADED': 'loaded',
  'sync-NOT_SYNCED': 'not synced',
  'sync-SYNCING': 'syncing',
  'sync-SYNCED': 'synced',
  registry: '{version}: {load}, {sync}; held by {holders}',
  'registry-unheld': '{version}: {load}, {sync}; held by nobody',
  'gossip-same': '{peer} is {state}, digest {digest}, the same',
  'gossip-other': '{peer} is {state}, digest {digest}, another one',
  'gossip-nothing': '{peer} is {state}, no digest of it is known',
  'peer-up': 'up',
  'peer-down': 'down',
  'phase-queued': 'in line',
  'phase-read': 'rows read',
  'phase-publishing': 'switching shards',
  'merge-own': 'Own change {change}: {phase}',
  'merge-push': 'Push {change} from {peer}: {phase}',
  'merge-pull': 'All changes of {peer}: {phase}',
  wait: 'Waits: {what} {statement}. {whys}',
  'wait-load': '{node} asks {source} what {version} is.',
  'wait-sync': '{node} asks {source} for its changes, to have {version} merged.',
  'wait-lock': 'A merge of changes from {source} has the lock.',
  chip: '{name}, {kind}, id {id}, {type}',
  'chip-gone': 'not in this version',
  'kind-partition_key': 'partition key',
  'kind-clustering_key': 'clustering key',
  'kind-static': 'static',
  'kind-regular': 'regular',
  'clock-skewed': '{time} ({error})',
  node: 'Node {node}',
  'node-version': 'Version {version}, {hex}; {state}',
  'node-no-table': 'No such table; {state}',
  'node-dropped': 'Table dropped; {state}',
  ...LABELS_OF_VERSIONS_EN,
  ...ORDERS_LABELS_EN,
  'agreed-all': '{count, plural, one {The node is} other {All # nodes are}} at {version}.',
  'stands-at': '{nodes} at {version}',
  'stands-nowhere': '{nodes} without the table',
  'stands-down': '{nodes} down',
  'value-text': 'Step {step} of {steps}: {sentence}',
  'value-start': 'Start of {steps} steps',
  'promises-hold': 'All promises hold',
  'promises-broken': 'Broken: {title}',
  'promises-broken-n': '{count, plural, one {# promise} other {# promises}} broken',
} as const;
