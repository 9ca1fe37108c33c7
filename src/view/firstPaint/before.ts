// Runs before anything is painted, as a script of its own: the page is given its theme, and the picture that it brings is
// fitted to the window; where address or memory say that something else is to be shown, it is taken away.

import { readProgress } from '../../store/lesson/progress.ts';
import { isFirstLesson, isSpeakerWindow, startingPoint } from '../../store/lesson/startingPoint.ts';
import { rememberedTheme } from '../keeping/theme.ts';
import { applyTheme } from '../theme.ts';
import { keepPresses } from './earlyPresses.ts';
import { fitPicture } from './fitPicture.ts';

const storage = () => window.localStorage;
const theme = rememberedTheme();
const isPictured =
  !isSpeakerWindow(location) && isFirstLesson(startingPoint(location, readProgress(storage)));

applyTheme(theme);
if (isPictured) keepPresses();

const onMore = (): void => {
  if (isPictured) fitPicture(theme);
  else document.getElementById('root')?.replaceChildren();
};
const observer = new MutationObserver(onMore);
observer.observe(document, { childList: true, subtree: true });
document.addEventListener('DOMContentLoaded', () => observer.disconnect());
