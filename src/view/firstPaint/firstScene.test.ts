import { expect, test } from 'vitest';
import { createTimeline } from '../../engine/index.ts';
import { project } from '../../scene/project.ts';
import { FIRST_SEED, firstScreen } from '../../store/sandbox/firstScreen.ts';
import { visibleParts } from './visibleParts.ts';

// When this fails, the first screen itself has changed: look at it, then `npx vitest run src/view -u`.
test('the picture that the page is drawn from before its engine has arrived is the one that the engine gives', async () => {
  const timeline = createTimeline({ seed: FIRST_SEED, config: firstScreen() });
  if (!timeline.ok) {
    throw new Error(timeline.problem);
  }
  const scene = project(
    timeline.value,
    { step: 0, fraction: 0 },
    { selection: null, tableKey: null, naming: 'lesson' },
  );
  // A line a part: what is indented is sent to everybody.
  const lines = Object.entries(visibleParts(scene)).map(
    ([name, part]) => `"${name}":${JSON.stringify(part)}`,
  );
  const text = `{\n${lines.join(',\n')}\n}\n`;
  await expect(text).toMatchFileSnapshot('./firstScene.txt');
});
