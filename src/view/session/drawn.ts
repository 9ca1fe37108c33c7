const FRAMES_MAX = 600;

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** Resolves when the page shows what the session holds: fonts loaded, motion and transitions over, two frames painted. */
export async function drawn(): Promise<void> {
  await document.fonts.ready;
  await frame();
  await frame();
  for (let i = 0; i < FRAMES_MAX && document.documentElement.dataset['settled'] !== 'true'; i++) {
    await frame();
  }
  await Promise.allSettled(
    document
      .getAnimations()
      .filter(hasEnd)
      .map(({ finished }) => finished),
  );
}

/** What pulses as long as it is shown, as a button does when it is one's turn, is not waited for, nor what a hand scrolls. */
const hasEnd = ({ effect, timeline }: Animation): boolean =>
  timeline === document.timeline && effect?.getComputedTiming().endTime !== Infinity;
