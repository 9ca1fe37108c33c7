// Every lesson of the course, made from the lesson's own data: one beat, one caption, the question answered rightly.

import { stateAt, stateHash } from '../../src/engine/index.ts';
import { LESSONS } from '../../src/lessons/catalogue.ts';
import { isChallenge, type Lesson } from '../../src/lessons/lesson.ts';
import { playedLesson } from '../../src/lessons/playedLesson.ts';
import { type AppPage, expect } from '../fixtures/app.ts';
import { type Film, test } from '../fixtures/film.ts';

for (const lesson of LESSONS) {
  test.describe(() => {
    test.use({ address: `./?lesson=${lesson.id}` });
    test(lesson.id, ({ app, film }) => play(lesson, app, film));
  });
}

async function play(lesson: Lesson, app: AppPage, film: Film): Promise<void> {
  const { page } = app;
  const text = textsOf(lesson);
  await film.begin(text('title'), text('point'));
  for (const [at, beat] of lesson.beats.entries()) {
    await film.chapter(beat.chapter);
    await film.caption(text(beat.id), async () => {
      if (at > 0) await app.press(app.nextButton);
      const beats = isChallenge(beat) ? new RegExp(`^(?:trying|${at})$`) : String(at);
      await expect(page.locator('html')).toHaveAttribute('data-beat', beats);
      await app.settled();
      if (beat.ask === undefined) {
        const said = app.lesson.locator('.narration');
        await expect(isChallenge(beat) ? app.lesson : said).toContainText(
          isChallenge(beat) ? text('goal') : text(beat.id),
        );
      }
    });
    if (beat.ask !== undefined) {
      const right = page.getByRole('radio', { name: text(`${beat.id}.${beat.ask.answer + 1}`) });
      await film.ponder();
      await app.press(right);
      await expect(right).toBeChecked();
    }
    const place = playedLesson(lesson).places[at];
    expect(await app.step()).toBe(place?.step);
  }
  expect(await app.ask('hash')).toBe(lastHash(lesson));
  await film.end();
}

const textsOf =
  ({ texts }: Lesson) =>
  (id: string): string =>
    (texts[id] ?? '').replaceAll("''", "'");

/** The state in which the lesson ends, played without a page. */
function lastHash(lesson: Lesson): string {
  const { runs, places } = playedLesson(lesson);
  const place = places.at(-1);
  const run = runs.find(({ id }) => id === place?.run);
  if (run === undefined || place === undefined) throw new Error(`Lesson ${lesson.id} has no beat.`);
  return stateHash(stateAt(run.timeline, place.step).core);
}
