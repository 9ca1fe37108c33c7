// What is said when something is asked of a lesson that it cannot do, and how its runs are called.

const LESSONS_EN = {
  'none-open': 'No lesson is open: open one from the contents.',
  'no-such-beat': 'There is no beat {beat}: this lesson has beats 0 to {last}.',
  'no-such-lesson': 'There is no lesson called “{id}”: lessons() tells which there are.',
  'nothing-asked': 'Nothing is asked here: answers are given where a question stands.',
  'no-such-option': 'There is no option {option}: choose one of 1 to {length}.',
  'no-challenge': 'This lesson has no challenge to solve.',
  'branch-turn': 'Switched',
  'branch-try': 'Your turn',
  'branch-solution': 'Solution',
} as const;

/** A phrase with its names filled in. */
export function lessonWords(
  id: keyof typeof LESSONS_EN,
  values: Readonly<Record<string, string>> = {},
): string {
  return LESSONS_EN[id].replace(/\{(\w+)\}/g, (_slot, name: string) => values[name] ?? '');
}
