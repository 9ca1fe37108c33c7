// What is said of taking a run along: the dialog Share, run files, pictures, kept runs. ICU MessageFormat, as in
// messages.en.ts; apart from it because it is fetched when it is asked for.

export const TAKE_ALONG_EN = {
  title: 'Share',
  lead: '{title}: {branches, plural, one {step} other {branch {branch}, step}} {step} of {steps}. Nothing is sent anywhere: what you copy or save holds the run itself.',

  'link-title': 'Link',
  'link-name': 'Link to this moment',
  'link-copy': 'Copy link',
  'link-about':
    '{length, plural, one {One character} other {# characters}}. It opens this branch at this step, and plays it again to the same states.',
  'link-long':
    '{length} characters: many programs cut a link that is longer than 2,000. A run file is safer.',
  'link-local': 'It begins with the address of your own machine: others need a page that they can reach.',
  'link-file': 'It begins with a file on your own machine: others put their own page’s address before the #.',
  copied: 'Copied.',
  'copy-refused': 'The browser does not allow it: select the text and copy it by hand.',

  'qr-name': 'QR code of the link',
  'qr-large': 'Show it large',
  'qr-much': 'The link is too long for a QR code, which holds 2,953 characters.',
  'qr-scan': 'Point a phone’s camera at it.',

  'file-title': 'Run file',
  'file-about':
    'All branches and bookmarks of this run. Opening one, or dropping it on the page, keeps the run that is open.',
  'file-save': 'Save run file',
  'file-open': 'Open run file',
  'file-drop': 'Drop the run file to open it.',
  'file-unreadable': 'The file cannot be read: {problem}',

  'picture-title': 'Picture',
  'picture-about': 'As it is on the screen now, with its colours and its type inside the file.',
  'picture-view': 'View',
  'picture-page': 'Whole page',
  'picture-stage': 'History and nodes',
  'picture-versions': 'Versions',
  'picture-ids': 'Column ids',
  'picture-svg': 'Save SVG',
  'picture-png': 'Save PNG',
  'picture-unknown': 'There is no view “{view}”: there are {views}.',
  'picture-hidden': '{view} is not on the screen now: show it first.',
  'picture-failed':
    'This browser cannot draw the page into a picture ({problem}). A screenshot shows the same.',
  'png-failed': 'This browser cannot turn the page into a PNG. The SVG holds the same picture.',

  'text-title': 'Text',
  'text-about': 'The steps of this branch as a Mermaid sequence diagram, or the run for a script.',
  'text-mermaid': 'Copy Mermaid',
  'text-json': 'Copy JSON',

  'embed-open': 'Open in Schemerge',
  'embed-title': 'Figure',
  'embed-about':
    'For a page of your own: this moment as a frame, with Back, Play and Next. docs/embedding.md tells the rest.',
  'embed-frame': 'A moment of a Schemerge run',
  'embed-copy': 'Copy the HTML of a frame',

  'film-title': 'Film',
  'film-about':
    'Steps of this branch as a WebM of 1920 by 1080, each with its sentence below, and the sentences as subtitles.',
  'film-of': 'What is filmed',
  'film-of-lesson': 'The lesson',
  'film-of-run': 'The run',
  'film-from': 'From step',
  'film-to': 'To step',
  'film-from-beat': 'From beat',
  'film-to-beat': 'To beat',
  'film-make': 'Make film',
  'film-stop': 'Stop',
  'film-progress': 'How much of the film is made',
  'film-made': 'The film is made.',
  'film-stopped': 'Stopped: no film was made.',
  'film-impossible': 'This browser cannot write a WebM: make the film in a current Chrome, Edge or Firefox.',
  'film-captions': 'Save subtitles',
  'film-lesson': 'Schemerge · Lesson {number}',
  'film-schemerge': 'Schemerge',
  'chapter-setup': 'Setup',
  'chapter-part': 'Part',
  'chapter-predict': 'Predict',
  'chapter-agree': 'Agree',
  'chapter-switch': 'Switch',
  'chapter-challenge': 'Challenge',

  'kept-title': 'Kept by this browser',
  'kept-about': 'Runs of pages that were closed or reloaded. They never leave this machine.',
  'kept-place': 'step {step} of {steps}{branches, plural, one {} other {, # branches}}',
  'kept-open': 'Go on with {title}',
  'kept-forget': 'Forget',
  'kept-forget-name': 'Forget {title}, {place}',
  'kept-offer': 'The run that you had here is kept: {title}, {place}.',
  'kept-go-on': 'Go on where you were',
} as const;
