// What a presenter reads: on the slide, and in the window with the notes. ICU MessageFormat, as in messages.en.ts; apart
// from it because it is fetched when it is asked for.

export const PRESENTER_EN = {
  blank: 'The screen is blank. Any key shows it again.',
  progress: 'Beat {beat} of {beats}',

  'speaker-title': 'Speaker notes',
  'window-title': 'Speaker notes · Schemerge',
  waiting: 'No slide is open. Open Schemerge in another window of this browser: it will be found.',
  'no-lesson': 'No lesson is open there. This is what stands on the slide.',
  away: 'Off the lesson’s path: Return to lesson goes back.',
  'on-slide': 'On the slide',
  say: 'To say',
  answer: 'The answer',
  next: 'Next',
  'next-none': 'This is the last beat.',
  clock: 'Time',
  elapsed: '{elapsed} of {planned}',
  late: '{time} over plan',
  early: '{time} in hand',
  'on-time': 'On time',
  'start-clock': 'Start the clock',
  'stop-clock': 'Stop the clock',
  'reset-clock': 'Back to 0:00',
  'go-on': 'Next',
  'go-back': 'Back',
  'blank-slide': 'Blank the slide',
  'show-slide': 'Show the slide',
} as const;
