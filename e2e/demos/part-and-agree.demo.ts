// Two nodes add a column at once: they part, the news crosses, and all three come to the same version.

import { expect } from '../fixtures/app.ts';
import { beat, test } from '../fixtures/demo.ts';

test('two nodes add a column at once, and agree', async ({ app }) => {
  await beat(app, /^Three nodes keep copies of one table/, async () => {
    await expect(app.version('V0')).toHaveAccessibleName(/Current on A, B, C\.$/);
  });
  await beat(app, 'A merges its own change: V0 becomes X.', () => app.addColumn('A', 'email'));
  await beat(app, 'B merges its own change: V0 becomes Y.', () => app.addColumn('B', 'phone'));
  await expect(app.onTheWay.getByRole('option')).toHaveCount(4);

  await beat(app, 'B merges A’s change: Y and X become Z.', () => app.next());
  await beat(app, 'C merges A’s change: V0 becomes X.', () => app.next());
  await beat(app, 'C merges B’s change: X and Y become Z.', () => app.next());
  await beat(app, 'A merges B’s change: X and Y become Z.', () => app.next());
  await expect(app.version('Z')).toHaveAccessibleName(
    'Z. Contains X and Y. Columns id, email, name, phone. Current on A, B, C.',
  );

  await beat(app, 'B touches row 1: name moves from box 0 to box 1.', () => app.read('B'));
  await expect(app.answer('B').getByRole('cell')).toHaveText(['1', '–', 'Ada', '–']);
  await expect(app.entry('B', '1')).toHaveAccessibleName(/stored at version Z/);

  const tables = await app.tables();
  expect(new Set(tables.map(({ version }) => version)).size).toBe(1);
  expect(tables.map(({ columns }) => columns.map(({ name }) => name))).toEqual(
    Array(3).fill(['id', 'email', 'name', 'phone']),
  );
  expect((await app.state()).promises.filter(({ held }) => !held)).toEqual([]);
});
