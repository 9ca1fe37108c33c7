// Keeps the open run as it grows, offers the one that a page before had, and opens run files that are dropped on the page.

import { lessonsOf } from '../../store/automation/automationOfLessons.ts';
import { type Keeper, type KeptRun, keepRun, readKept, runsLeft } from '../../store/keeping/keptRuns.ts';
import { restoreRead } from '../../store/keeping/openFile.ts';
import { isUntouched } from '../../store/runs/openRuns.ts';
import { refuse } from '../../store/state/outcome.ts';
import type { Session, SessionState } from '../../store/state/sessionState.ts';
import { tellerOf } from '../../store/time/timeMoves.ts';
import { courseArrival } from '../lesson/course.ts';
import { openFile } from '../share/openFile.ts';
import { browserKeeper } from './browserKeeper.ts';
import { changeKeeping } from './keeping.ts';

/** A change is kept this much later at the latest, long runs less often: keeping takes at most a twentieth of the time. */
const DELAY_MS = 400;
const SHARE = 20;
/** Where one stands in a run is kept once one has stood there this long: whoever scrubs does not wait for it. */
const REST_MS = 1_000;

export async function keepRuns(session: Session): Promise<void> {
  const keeper = browserKeeper();
  const save = saverOf(session, keeper);
  takeDrops(session);
  save.watch();
  const { openings } = session.store.getState();
  session.store.subscribe((state, before) => {
    if (state.openings === before.openings) return;
    changeKeeping({ offer: null });
    void runsLeft(keeper).then((runs) => changeKeeping({ left: runs }));
  });
  const left = await runsLeft(keeper);
  const goOn = async (run: KeptRun): Promise<void> => {
    const lessons = run.file.lesson === undefined ? [] : await lessonsOf(courseArrival);
    const read = readKept(run, lessons);
    changeKeeping({ offer: null });
    if (typeof read === 'string') {
      tellerOf(session.store)(refuse(read));
      return;
    }
    restoreRead(session, read);
    // The run is kept under this page's name before it is forgotten under the other's.
    if (await save.now()) await forget(run);
  };
  const forget = async (run: KeptRun): Promise<void> => {
    await keeper.remove(run.page).catch(() => undefined);
    changeKeeping({ left: await runsLeft(keeper), offer: null });
  };
  // Whoever has begun something else is not asked any more: the list under Share has it. Nor who has started over.
  const state = session.store.getState();
  const offer = isUntouched(state) && state.openings === openings ? (left[0] ?? null) : null;
  changeKeeping({ left, offer, goOn: (run) => void goOn(run), forget: (run) => void forget(run) });
}

interface Saver {
  readonly watch: () => void;
  /** True when the run is kept now. */
  readonly now: () => Promise<boolean>;
}

function saverOf(session: Session, keeper: Keeper): Saver {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let resting: ReturnType<typeof setTimeout> | null = null;
  let took = 0;
  let told = false;
  const now = async (): Promise<boolean> => {
    if (timer !== null) clearTimeout(timer);
    if (resting !== null) clearTimeout(resting);
    timer = null;
    resting = null;
    const began = performance.now();
    const problem = await keepRun(keeper, session.store.getState());
    took = performance.now() - began;
    if (problem !== null && !told) {
      told = true;
      tellerOf(session.store)(refuse(problem));
    }
    return problem === null;
  };
  const soon = (): void => {
    if (resting !== null) clearTimeout(resting);
    resting = null;
    timer ??= setTimeout(() => void now(), Math.max(DELAY_MS, SHARE * took));
  };
  const atRest = (): void => {
    if (timer !== null) return;
    if (resting !== null) clearTimeout(resting);
    resting = setTimeout(() => void now(), REST_MS);
  };
  return {
    now,
    watch: () => {
      session.store.subscribe((state, before) => {
        if (isOtherwise(state, before)) soon();
        else if (isElsewhere(state, before)) atRest();
      });
      // A page that is hidden may never be shown again.
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden' && (timer ?? resting) !== null) void now();
      });
    },
  };
}

const isOtherwise = (state: SessionState, before: SessionState): boolean =>
  state.branches !== before.branches ||
  state.current !== before.current ||
  state.bookmarks !== before.bookmarks;

const isElsewhere = (state: SessionState, before: SessionState): boolean =>
  state.playhead.step !== before.playhead.step;

function takeDrops(session: Session): void {
  const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
  window.addEventListener('dragover', (event) => {
    if (hasFile(event)) {
      event.preventDefault();
      changeKeeping({ dragged: true });
    }
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) changeKeeping({ dragged: false });
  });
  window.addEventListener('drop', (event) => {
    changeKeeping({ dragged: false });
    const file = event.dataTransfer?.files[0];
    if (hasFile(event)) event.preventDefault();
    if (file !== undefined) void openFile(session, file);
  });
}
