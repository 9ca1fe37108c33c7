import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Scene } from '../scene/shape/scene.ts';
import { pageWords } from '../scene/words/pageWords.ts';
import type { LessonShown } from '../store/lesson/lessonShown.ts';
import type { SessionState } from '../store/state/sessionState.ts';
import { ColumnIdsPanel } from './ids/ColumnIdsPanel.tsx';
import { focusPane } from './keyboard/focusPane.ts';
import { useActionReach, useKeyboard } from './keyboard/useKeyboard.ts';
import { Lesson } from './lesson/Lesson.tsx';
import { useLessonMarks, useLessonPane } from './lesson/useLessonPage.ts';
import { ContentsPage, Late, Palette, ShareDialog } from './loading/lazyDialogs.tsx';
import { usePreloadedDialogs } from './loading/usePreloadedDialogs.ts';
import { TableSwitch } from './node/TableSwitch.tsx';
import { PresenterPlace } from './presenter/PresenterPlace.tsx';
import { usePage, useSession, useSlice } from './session/sessionContext.ts';
import { AgreementStrip } from './shell/AgreementStrip.tsx';
import { Announcer } from './shell/Announcer.tsx';
import { DrawerHost } from './shell/DrawerHost.tsx';
import { Header } from './shell/Header.tsx';
import { useHeirs } from './shell/heirs.ts';
import type { Pane } from './shell/panes.ts';
import { TabBar } from './shell/TabBar.tsx';
import { Toasts } from './shell/Toasts.tsx';
import { useLayout } from './shell/useLayout.ts';
import { SIZE_BEFORE, scaleOf } from './stage/geometry.ts';
import { Stage } from './stage/Stage.tsx';
import { useLoomView } from './stage/useLoomView.ts';
import { useMotion } from './stage/useMotion.ts';
import { usePlaying } from './stage/usePlaying.ts';
import { useScene } from './stage/useScene.ts';
import { applyTheme } from './theme.ts';
import { hasBranches, Transport } from './transport/Transport.tsx';
import { welcome } from './transport/welcome.ts';
import { BrokenContext } from './verdict/brokenContext.ts';
import { VersionDagView } from './versions/VersionDagView.tsx';

const branchOf = (state: SessionState): number => state.current;
const themeOf = (state: SessionState) => state.theme;
const stepOf = (state: SessionState): number => state.playhead.step;
const playingOf = (state: SessionState) => state.playing;
const contentsOf = (state: SessionState) => state.contents;
const hasDrawerOf = (state: SessionState) => state.drawer !== null;

/** The whole page: one scene, drawn. */
export function App() {
  const root = useRef<HTMLDivElement>(null);
  const [pane, setPane] = useState<Pane>('nodes');
  const [help, setHelp] = useState(false);
  const [palette, setPalette] = useState(false);
  const [share, setShare] = useState(false);
  const [size, measured] = useMeasured();
  const page = usePage();
  const lesson = useSlice(page.lesson);
  const theme = useSlice(themeOf);
  const playing = useSlice(playingOf);
  const hasDrawer = useSlice(hasDrawerOf);
  const branching = useSlice(hasBranches);
  const contents = useSlice(contentsOf);
  const layout = useLayout(theme);
  const view = useLoomView(useSlice(stepOf));
  const shown = useScene(size, view);
  const { scene, answer } = shown;
  useLessonMarks(lesson);
  useLessonPane(lesson, layout, setPane);

  const hasDialogs = usePreloadedDialogs(page.alive);
  useEffect(() => applyTheme(theme), [theme]);
  usePlaceOnPage(scene);
  const session = useSession();
  // A drawer stands where the panes stand when there is room for one: whoever picks a pane wants to see it.
  const showPane = (picked: Pane): void => {
    setPane(picked);
    if (layout !== 'full') session.openDrawer(null);
  };
  const reach = useActionReach(scene, {
    pane: (picked) => {
      showPane(picked);
      focusPane(picked);
    },
    help: () => setHelp(true),
    palette: () => setPalette(true),
    share: () => setShare(true),
  });
  useKeyboard(reach);
  useHeirs();
  const drawn = useMotion(root, shown);
  usePlaying(scene);

  return (
    <div
      className="app"
      data-layout={layout}
      data-pane={pane}
      data-fresh={(lesson === null && scene.position.steps === 0) || undefined}
      data-blank={page.blank || undefined}
      {...lessonOnPage(lesson)}
      data-has-drawer={hasDrawer || undefined}
      data-branching={branching || undefined}
      ref={root}
    >
      <a className="skip" href="#lesson">
        {pageWords('skip-to-the-lesson')}
      </a>
      <Header
        lesson={lesson}
        line={lineOf(scene, layout === 'narrow')}
        promises={scene.promises}
        rules={scene.rules}
        fresh={lesson === null && scene.position.steps === 0}
        help={help}
        onHelp={setHelp}
        onShare={() => setShare(true)}
      />
      <Lesson
        narration={scene.narration}
        next={scene.next}
        position={scene.position}
        lesson={lesson}
        welcome={welcome(
          scene.nodes.map((card) => card.node),
          scene.tables.length,
        )}
      />
      <AgreementStrip agreement={scene.agreement} />
      <BrokenContext value={scene.promises.marks}>
        <main className="stage" aria-label={pageWords('stage')}>
          {/* What a drawer lies upon is out of reach while it lies there. */}
          <div className="views" inert={hasDrawer && layout !== 'full'}>
            <Stage
              isNarrow={layout === 'narrow'}
              acts={actsIn(lesson)}
              scene={drawn}
              answer={answer}
              scale={scaleOf(theme)}
              view={view}
              onMeasure={measured}
            />
            <div className="side" inert={hasDrawer && layout === 'full'}>
              <VersionDagView dag={drawn.dag} />
              <ColumnIdsPanel ids={drawn.ids} />
            </div>
          </div>
        </main>
      </BrokenContext>
      <Transport scene={scene} layout={layout} large={theme === 'projector'} inLesson={lesson !== null} />
      <DrawerHost scene={scene} />
      <TabBar pane={pane} onPane={showPane} />
      <Toasts hasDialogs={hasDialogs} />
      <Late>{contents && <ContentsPage />}</Late>
      <Late>
        {palette && <Palette scene={scene} reach={reach} onClose={() => setPalette(false)} />}
        {share && <ShareDialog onClose={() => setShare(false)} />}
      </Late>
      {hasDialogs && <PresenterPlace lesson={lesson} sentence={scene.narration.sentence} />}
      <Announcer scene={scene} playing={playing} lesson={lesson} />
    </div>
  );
}

type Size = typeof SIZE_BEFORE;

/** How large the stage is, and who is told when it has been measured. */
function useMeasured(): readonly [Size, (size: Size) => void] {
  const [size, setSize] = useState(SIZE_BEFORE);
  const measured = useCallback((next: Size) => {
    setSize((old) => (old.width === next.width && old.height === next.height ? old : next));
  }, []);
  return [size, measured];
}

/** Where the run on the screen is, for scripts and styles. */
function usePlaceOnPage({ position: { step } }: Scene): void {
  const branch = useSlice(branchOf);
  useEffect(() => {
    Object.assign(document.documentElement.dataset, { step, branch });
  }, [step, branch]);
}

/** One may act: a challenge is open, or one has left the lesson's path. A slide offers it then too. */
const actsIn = (lesson: LessonShown | null): boolean =>
  lesson !== null && (lesson.challenge !== null || lesson.mode !== 'beat');

/** What styles ask of the lesson. Not by what stands in the page: that would be asked for at each step. */
const lessonOnPage = (lesson: LessonShown | null): Readonly<Record<string, string | boolean | undefined>> =>
  lesson === null
    ? {}
    : {
        'data-lesson': lesson.mode,
        'data-hidden': lesson.hidden.join(' '),
        'data-deep': lesson.deep || undefined,
        'data-task': lesson.challenge !== null || undefined,
        'data-invites': lesson.invites || undefined,
        'data-acts': actsIn(lesson) || undefined,
      };

/** Where there is room for it, the switch of tables; else what the stage is about. */
function lineOf(scene: Scene, isNarrow: boolean): ReactNode {
  if (scene.tables.length > 1 && !isNarrow) {
    return <TableSwitch tables={scene.tables} />;
  }
  const nodes = scene.nodes.map((card) => card.node).join(', ');
  return scene.table === null
    ? pageWords('nodes-nodes', { nodes })
    : pageWords('table-table-on-nodes-nodes', { table: scene.table.table, nodes });
}
