// The words around a lesson: what its buttons say, how a guess and an attempt came out. Apart from messages.en.ts because
// the first screen needs them. The lessons' own words stand with the lessons.

export const COURSE_EN = {
  'lesson-number': 'Lesson {number}',
  'lesson-shelf': 'Incident',
  contents: 'Contents',
  sandbox: 'Sandbox',
  beat: 'Beat {beat} of {beats}',
  'next-key': 'Space',
  'next-reveal': 'see what happens',
  'next-question': 'a question',
  'next-switch': 'now with a switch turned',
  'next-back-to-own': 'back to the rules of 2016',
  'next-try': 'your turn',
  'next-end': 'the next lesson',
  'next-contents': 'the contents',
  return: 'Return to lesson',
  options: 'Keys 1 to {count}',
  'guess-right': 'You saw it coming.',
  'guess-wrong': 'It is: {right}.',
  'guess-none': 'Answer: {right}.',
  goal: 'Goal',
  par: '{count, plural, one {one move is enough} other {# moves are enough}}',
  moves: '{count, plural, =0 {no move yet} one {one move} other {# moves}}',
  hint: 'Hint',
  solution: 'Show a solution',
  again: 'Start over',
  solved: 'Solved in {moves, plural, one {one move} other {# moves}}.',
  'solved-par': 'Nothing shorter exists.',
  'solved-over': 'It can be done in {par}.',
  'next-lesson': 'Next lesson',
  'cql-on': '{node}: {cql}',
} as const;

export type CourseWord = keyof typeof COURSE_EN;
