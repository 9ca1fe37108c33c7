// Words of what may be done with a selected column, row or version.

export const PARTS_EN = {
  'part-column': 'Column {column} on {node}',
  'part-row': 'Row {row} in {source} of {node}',
  'part-cell': '{column} of row {row} in {source} of {node}',
  'part-fallen': '{column} of row {row} in {source} of {node}, discarded',
  'part-drop': 'Drop',
  'part-type': 'Change type',
  'part-rename': 'Rename',
  'part-read': 'Read',
  'part-write': 'Write',
  'part-delete-cell': 'Delete {column}',
  'part-delete-row': 'Delete row',
  'part-evict': 'Evict',
  'part-flush': 'Flush',
  'part-let-go': 'Let go of {what}',
  'part-toolbar-column': 'Column',
  'part-toolbar-row': 'Row',
} as const;
