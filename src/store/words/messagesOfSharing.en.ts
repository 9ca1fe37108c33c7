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
  'file-huge': 'The file has {length} characters; no run file has more than {max}.',
  'file-json': 'This file is no run file: it is not JSON ({problem}).',
  'file-other':
    'This file is no run file: the one that is meant was saved by Schemerge and ends in .schemerge.json.',
  'file-format':
    'This run file is of format {format}, and this page reads format 1: open it with the page that saved it.',
  'file-branches': 'A run file has 1 to {max} branches; this one has not.',
  'file-branch': 'Branch {number} of {of} of this file cannot be opened: {problem}',
  'file-keeps': 'it goes on from a step that the branch which it left has not: that one has {steps}.',
  'file-steps': 'it has more than {max} steps.',
  'file-many': 'This file holds {count} commands; at most {max} are played again.',
  'file-differs': '{name}: {problem}',
  'lesson-unnamed': 'What is said of the lesson cannot be read: the run is shown without it.',
  'lesson-unknown':
    'It belongs to a lesson called “{id}”, and this page has none of that name: it is shown without its lesson.',
  'lesson-changed':
    'The lesson “{title}” is another one by now: the run is shown without it, and the lesson is in the contents.',
  'call-protocol': 'This figure speaks protocol {protocol} (docs/embedding.md).',
  'call-unknown': 'There is no such call; there are {calls}.',
  'call-seek': 'seek goes to `at`, a whole number from 0 on, and a `fraction` from 0 up to 1.',
  'call-open': 'open takes the `link` of a run, a text of at most {max} characters.',
  'call-theme': 'theme is one of {themes}.',
  'title-file': 'Run of a file',
  'title-link': 'Run of a link',

  'keep-refused':
    'This browser lets the page keep nothing: after a reload this run would be gone. Save it as a run file (Share).',
  'keep-full':
    'This browser has no room left to keep this run: save it as a run file (Share), or forget saved runs there.',
  'kept-unreadable': 'The run that was kept cannot be opened, and stays where it is. {problem}',
} as const;

export type SharingWord = keyof typeof SHARING_EN;

/** A phrase with its names filled in. */
export function sharingWords(
  id: SharingWord,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return SHARING_EN[id].replace(/\{(\w+)\}/g, (_slot, name: string) => String(values[name] ?? ''));
}
