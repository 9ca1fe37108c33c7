// The page's first picture as HTML: what a newcomer sees, drawn by the page itself when it is built. The page wakes up in it.

import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { concurrentAdd } from '../../lessons/course/concurrentAdd.ts';
import { FIRST_SEED, firstScreen } from '../../store/sandbox/firstScreen.ts';
import { createSession } from '../../store/session.ts';
import { PageView } from '../PageView.tsx';
import { pageOf } from '../session/sessionPage.ts';

const nothing = (): void => undefined;

export function firstPicture(): string {
  const session = createSession({
    seed: FIRST_SEED,
    config: firstScreen(),
    lesson: { lesson: concurrentAdd, beat: 0 },
  });
  return renderToString(
    <StrictMode>
      <PageView page={pageOf(session)} onTheme={nothing} />
    </StrictMode>,
  );
}
