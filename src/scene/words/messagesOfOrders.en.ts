// What is said of a search through every order: what is asked, how far it has come, what it found.

export const ORDERS_LABELS_EN = {
  'orders-from':
    '{pending, plural, =0 {Nothing is on its way at step {step}.} one {One thing may happen at step {step}.} other {# things may happen at step {step}, in any order.}}',
  'orders-after': 'Commands of this branch after step {step}',
  'orders-so-far':
    '{states}, {depth, plural, one {# step} other {# steps}} deep, {endings}; {waiting} of them still to be looked at.',
  'orders-time': '{ms} ms',
  'orders-seconds': '{seconds} s',

  'verdict-holds': '{states}, {endings}, every promise holds.',
  'verdict-broken':
    'Broken in {depth, plural, one {# step} other {# steps}}: {title}{others, plural, =0 {} one { One other promise breaks, too.} other { # other promises break, too.}}',
  'verdict-holds-so-far': 'Every promise holds in the {states} seen so far; the search is not complete.',
  'verdict-stopped-states': 'The search met its bound of {states} states. What it found so far stands.',
  'verdict-stopped-memory':
    'The search stopped because it took all the memory it may have. What it found so far stands.',
  'verdict-cancelled': 'Stopped by hand. What was found so far stands.',
  'verdict-at-start': 'Broken here already, and not looked for: {titles}.',
  'count-states': '{count, plural, one {# state} other {{text} states}}',
  'count-endings': '{count, plural, =0 {no ending} one {# ending} other {{text} endings}}',
  'count-broken': '{count, plural, one {# state breaks} other {{text} states break}} a promise.',

  'break-steps': '{depth, plural, one {In # step} other {In # steps}}',
  'break-off': 'Switched off: {names}.',
  'break-expected': '2016 promises this only as long as: {conditions}',
  'break-promised': 'This was promised for this run.',
  'break-about': '{promise} broken',

  'ending-agreed': 'All nodes agree on {digest}.',
  'ending-one': 'The node ends at {digest}.',
  'ending-split': 'Nodes end apart: {nodes}.',
  'ending-node': '{nodes} at {digest}',
  'ending-down': '{nodes} down',
  'ending-many-ways': '{ways} orders',
  'ending-states': '{states, plural, one {# state} other {# states}}',
  'ending-shortest': '{depth, plural, one {shortest # step} other {shortest # steps}}',
  'ending-left': '{count, plural, one {One command was never given.} other {# commands were never given.}}',
  'ending-broken': 'Broken there: {titles}',
  'ending-failed': 'Not answered well: {statements}.',
  'ending-statement': '{statement} ({status})',
  'ending-data': 'Data {data}',
  'ending-about': 'ending {digest}',
  'ending-named-link': '{title}: what 2016 did not promise',
  'endings-groups':
    '{count, plural, =0 {No order has come to an end yet.} one {Every order that ends, ends the same.} other {# different endings.}}',
  'endings-more':
    'Of {count}, {shown} are listed: the most frequent, and one for each name in the list “Not promised in 2016”.',
  'ways-explained': 'An order is one sequence of steps from here to the end.',
  'ways-circular': 'Some steps lead back to where they began, so orders cannot be counted.',

  'graph-title': '{states}, {edges, plural, one {# step} other {# steps}} between them',
  'graph-state':
    'State {number}, {depth, plural, =0 {where the search begins} one {# step from there} other {# steps from there}}',
  'graph-pending':
    '{count, plural, =0 {Nothing on its way} one {One message on its way} other {# messages on their way}}',
  'graph-broken': 'breaks {promises}',
  'graph-ends': 'an ending',
  'graph-here': 'the stage is here',
  'graph-about': 'state {number}',
  'edge-deliver': '{message}, arrives',
  'edge-lose': '{message}, is lost',
  'edge-duplicate': '{message}, is doubled',
  'edge-merge': '{node} merges',
  'edge-publish': 'Shard {shard} of {node} switches',
  'edge-gossip': '{from} tells {to} its digest',
  'edge-fire': 'A timer of {node} fires',
  'graph-to': '{command}: to state {number}',

  'square-now': 'Now',
  'square-after': '{what} first',
  'square-end': 'Both done',
  'square-equal': 'Equal: both orders end in the very same state.',
  'square-later': 'Not equal yet, but the same once everything has arrived.',
  'square-unequal': 'Not equal: the order decides.',
  'square-unknown': 'Not equal, and it does not come to rest by itself.',
  'square-impossible': 'Only one order is possible. {why}',
  'square-about': '{what} first',
  'differs-up': 'Whether {node} runs',
  'differs-schema': 'The schema of {node}',
  'differs-data': 'The data of {node}',
  'differs-answers': 'What {node} told its clients',
  'differs-inside': 'What {node} keeps for itself (registry, gossip, open requests)',
  'differs-message': 'Only where {what} is first is on its way: {message}',
} as const;
