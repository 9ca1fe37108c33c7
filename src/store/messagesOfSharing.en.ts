// Words of links and run files: what is wrong with one, and what to do. Whole phrases with names in braces.

const SHARING_EN = {
  'link-none': 'This is no link to a run: such a link has “#run=1.” in it, and the run behind that.',
  'link-format':
    'This link is of format {format}, and this page reads format 1: open it with the page that made it, or ask for the run file.',
  'link-sign': 'No link has “{sign}” in it (sign {place}): copy it once more, whole and without spaces.',
  'link-cut': 'The link is cut short or changed, so its run cannot be read: copy it once more, whole.',
  'link-line': 'The link is changed: command {line} of its run cannot be read. Copy it once more, whole.',
  'link-huge': 'The link is {length} characters long; no link of a run has more than {max}.',
  'link-run': 'The run of this link cannot be opened. {problem}',
  'title-link': 'Run of a link',
} as const;

export type SharingWord = keyof typeof SHARING_EN;

/** A phrase with its names filled in. */
export function sharingWords(
  id: SharingWord,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return SHARING_EN[id].replace(/\{(\w+)\}/g, (_slot, name: string) => String(values[name] ?? ''));
}
