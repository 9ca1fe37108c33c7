import { Frames } from './frames.mjs';

/**
 * Parting and agreeing in eight seconds, silent, over and over: the first lesson's run as the page draws it at so many
 * moments between its steps, for README and for whoever cannot run anything.
 */
const FRAMES_A_STEP = 7;
const FRAME_SECONDS = 1 / 10;
const LOOP_SECONDS = 8;

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} address of the built page
 * @param {string} out
 */
export async function loopPicture(page, address, out) {
  await page.setViewportSize({ width: 1460, height: 720 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${address}?lesson=concurrent-add&beat=10`);
  await page.waitForFunction(() => document.documentElement.dataset['settled'] === 'true');
  const zoom = page.getByRole('group', { name: 'Zoom of the history' });
  const hide = () =>
    zoom.evaluateAll((all) => {
      for (const tools of all) tools.style.display = 'none';
    });
  const steps = await page.evaluate(() => window.schemerge.run().commands.length);
  const frames = new Frames();
  /** @param {number} step @param {number} fraction @param {number} seconds */
  const still = async (step, fraction, seconds) => {
    await page.evaluate(
      async ([at = 0, share]) => {
        window.schemerge.seek(at, share);
        await window.schemerge.drawn?.();
      },
      [step, fraction],
    );
    await page.waitForFunction(() => document.documentElement.dataset['settled'] === 'true');
    await hide();
    frames.add(await page.locator('.cluster').screenshot(), seconds);
  };
  try {
    await still(0, 0, 0.7);
    for (let step = 0; step < steps; step++) {
      for (let frame = 1; frame < FRAMES_A_STEP; frame++)
        await still(step, frame / FRAMES_A_STEP, FRAME_SECONDS);
      await still(step + 1, 0, FRAME_SECONDS);
    }
    frames.hold(Math.max(1, LOOP_SECONDS - frames.length));
    await frames.write(out, [
      '-vf',
      'fps=10,tpad=stop_mode=clone:stop_duration=10,scale=720:-1:flags=lanczos',
      '-r',
      '10',
      '-loop',
      '0',
      '-c:v',
      'libwebp_anim',
      '-quality',
      '56',
      '-compression_level',
      '6',
    ]);
  } finally {
    frames.remove();
  }
}
