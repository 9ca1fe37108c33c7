import type { ReactNode } from 'react';
import type { PromisesView, RulesView } from '../../scene/shape/scene.ts';
import { pageWords } from '../../scene/words/pageWords.ts';
import type { LessonShown } from '../../store/lesson/lessonShown.ts';
import { HelpDialog, Late } from '../loading/lazyDialogs.tsx';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';
import { ContentsLink, LessonLine, SandboxLink } from './CourseLinks.tsx';
import { MoreMenu } from './MoreMenu.tsx';

interface Props {
  readonly line: ReactNode;
  readonly lesson: LessonShown | null;
  readonly promises: PromisesView;
  readonly rules: RulesView;
  /** Nothing has been done yet: the way to a cluster of one's own stands open. */
  readonly fresh: boolean;
  readonly help: boolean;
  readonly onHelp: (open: boolean) => void;
  readonly onShare: () => void;
}

export function Header({ line, lesson, promises, rules, fresh, help, onHelp, onShare }: Props) {
  const session = useSession();
  return (
    <header
      className="top"
      data-rules-off={rules.badge !== '' || undefined}
      data-broken={!promises.allHold || undefined}
    >
      <Mark />
      <h1>Schemerge</h1>
      <ContentsLink />
      <div className="lesson-line">{lesson === null ? line : <LessonLine lesson={lesson} />}</div>
      {lesson !== null && <SandboxLink />}
      {fresh && (
        <button
          type="button"
          className="button quiet new-sandbox"
          onClick={() => session.openDrawer('setup')}
        >
          {pageWords('new-sandbox')}
        </button>
      )}
      {rules.badge !== '' && (
        <button
          type="button"
          className="button quiet rules-badge"
          title={rules.title}
          onClick={() => session.openDrawer('protections')}
        >
          <span>{rules.badge}</span>
        </button>
      )}
      <button
        type="button"
        className="button quiet verdict"
        data-broken={!promises.allHold || undefined}
        onClick={() => session.openDrawer('verdict')}
      >
        <Icon name={promises.allHold ? 'check' : 'octagon'} />
        <span>{promises.allHold ? promises.sentence : pageWords('broken-promise')}</span>
      </button>
      <button type="button" className="button quiet share-button" onClick={onShare}>
        <Icon name="share" />
        <span>{pageWords('share')}</span>
      </button>
      <button
        type="button"
        className="button quiet square"
        aria-label={pageWords('help')}
        onClick={() => onHelp(true)}
      >
        <Icon name="help" />
      </button>
      <MoreMenu onShare={onShare} />
      <Late>{help && <HelpDialog onClose={() => onHelp(false)} />}</Late>
    </header>
  );
}

/** Two versions and the one that contains both: the first three glyphs of the first lesson. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path className="x" d="M8 1 15 13H1Z" />
      <path className="y" d="M18 2h12v11H18Z" />
      <path className="z" d="M16 15 30 22v9H2v-9Z" />
    </svg>
  );
}
