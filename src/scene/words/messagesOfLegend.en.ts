// One sentence for each mark of the grammar that all views share.

export const LEGEND_LABELS_EN = {
  'legend-versions': 'Schema versions',
  'legend-columns': 'Columns and entries',
  'legend-messages': 'Messages',
  'legend-marks': 'Marks',

  'legend-version':
    'A schema version: a hue, a glyph, a name and the first digits of its hash. Equal versions look equal.',
  'legend-lanes': 'A lane is a node; its hue and pattern are those of the version that the node stands at.',
  'legend-knot': 'A knot is something that happens on a node; the words beside it say what.',
  'legend-flag': 'A flag in the diagram of versions stands at the version of its node.',
  'legend-ghost': 'A pale version: the selected node does not know it.',
  'legend-edge': 'A line leads down to a version that contains the one above it.',
  'legend-overwritten':
    'A dashed line: the lower version contains the upper one, yet a later ALTER rewrote its change.',
  'legend-dropped': 'A dropped table: no version has it, and it contains what the dropping node knew.',
  'legend-hard': 'A double line: below it stands another table of the same name.',

  'legend-chip': 'A column; the small number is its id, its place among the columns sorted by name.',
  'legend-leaving': 'A column that is dropped in this step: its cells are read as gone.',
  'legend-entry': 'An entry in memory: values by column id; the tile names the version whose ids they are.',
  'legend-stale': 'The same entry in a table that is at X: it stays at V0 until somebody touches it.',
  'legend-disk': 'In an sstable cells carry their column’s name, and no version.',

  'legend-flying': 'A message on its way: dashed, its envelope on the line of now.',
  'legend-delivered': 'A message that has arrived.',
  'legend-lost': 'A lost message ends in a cross. When a push is lost, nobody notices.',
  'legend-again': 'A second copy of the same message.',
  'legend-late': 'A message that arrives after one that was sent later.',
  'legend-held': 'A held message: Next passes it over until it is released.',
  'legend-cut':
    'A cut link; while nothing can pass between neighbours, dots go on down the gap between their lanes.',
  'legend-centre':
    'A node’s data centre, where there are several: in another one, one node gets a write and hands it on.',

  'legend-halo': 'A pale halo: changed in this step.',
  'legend-selected': 'An ink outline: selected, in every view at once.',
  'legend-broken':
    'Red, an octagon and the word “Broken”: a promise does not hold. Nothing else is ever red.',
} as const;
