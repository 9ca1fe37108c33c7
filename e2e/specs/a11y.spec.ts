// Nothing that axe finds in any theme, at rest and on the way (dialogs, drawers and phones: axe.spec.ts), and the names by which the page is known to a screen reader.

import { type AppPage, expect, test } from '../fixtures/app.ts';
import { findingsOf } from '../fixtures/axe.ts';

type Theme = 'Light' | 'Dark' | 'Projector';

/**
 * Every rule of axe, best practices too; one line per finding. Dark differs from light by its colours only, so only those
 * are looked at again.
 */
async function expectNothingFound(app: AppPage, where: string, theme: Theme): Promise<void> {
  const rules = theme === 'Dark' ? ['color-contrast'] : [];
  const found = await findingsOf(app.page, { rules });
  expect.soft(found, where).toEqual([]);
}

async function part(app: AppPage): Promise<void> {
  for (const [node, name] of [
    ['A', 'email'],
    ['B', 'phone'],
  ] as const) {
    const changes = [{ kind: 'add', name, type: 'text' }] as const;
    await app.ask('do', { kind: 'alter-table', node, keyspace: 'demo', table: 'users', changes });
  }
}

async function agreeAndRead(app: AppPage): Promise<void> {
  await part(app);
  await app.ask('settle');
  await app.read('B');
  await app.settled();
}

for (const theme of ['Light', 'Dark', 'Projector'] as const) {
  test(`axe finds nothing in the theme ${theme}: at rest, half-way, agreed`, async ({ app }) => {
    await app.chooseTheme(theme);
    await expectNothingFound(app, 'at rest', theme);
    await part(app);
    await app.message(/\+email, A to B/).click();
    await app.settled();
    await expectNothingFound(app, 'half-way, a message chosen', theme);
    await app.ask('settle');
    await app.ask('do', {
      kind: 'select',
      node: 'B',
      keyspace: 'demo',
      table: 'users',
      key: { id: 1 },
      consistency: 'ONE',
    });
    await app.settled();
    await expectNothingFound(app, 'agreed', theme);
  });
}

test('a node is an article with its state, columns, entries and buttons', async ({ app }) => {
  await agreeAndRead(app);
  await expect(app.node('B')).toMatchAriaSnapshot(`
    - article "Node B":
      - heading "Node B" [level=3]
      - term: State
      - definition: /Version Z, [0-9a-f]{4}; up/
      - list "Key of users on B":
        - listitem "id, partition key, id 0, int"
      - list "Columns of users on B":
        - listitem "email, regular, id 0, text":
          - button "Drop column email on B"
        - listitem "name, regular, id 1, text":
          - button "Drop column name on B"
        - listitem "phone, regular, id 2, text":
          - button "Drop column phone on B"
      - button "Add column on B"
      - region "memtable of B":
        - table "Row 1 in memtable of B, stored at version Z; means email, name, phone":
          - rowgroup:
            - row "– Ada –"
            - row "box 0 box 1 box 2"
      - table "Result of the read on B":
        - rowgroup:
          - row "id 1"
          - row "email –"
          - row "name Ada"
          - row "phone –"
      - button "Write on B"
      - button "Read on B"
      - button "More about B"
  `);
});

test('the versions are a list of buttons that say what contains what', async ({ app }) => {
  await agreeAndRead(app);
  await expect(app.versionList).toMatchAriaSnapshot(`
    - list "Versions":
      - listitem:
        - button "V0. Columns id, name. Current nowhere."
      - listitem:
        - button "X. Contains V0. Columns id, email, name. Current nowhere."
      - listitem:
        - button "Y. Contains V0. Columns id, name, phone. Current nowhere."
      - listitem:
        - button "Z. Contains X and Y. Columns id, email, name, phone. Current on A, B, C."
  `);
});

test('the history is a listbox of sentences, the present one selected', async ({ app }) => {
  await part(app);
  await app.next();
  await expect(app.history).toMatchAriaSnapshot(`
    - listbox "History":
      - option "Step 1 of 5. A accepts +email and tells B and C."
      - 'option "Step 2 of 5. A merges its own change: V0 becomes X."'
      - option "Step 3 of 5. B accepts +phone and tells A and C."
      - 'option "Step 4 of 5. B merges its own change: V0 becomes Y."'
      - 'option "Step 5 of 5. B receives +email from A. B merges A’s change: Y and X become Z." [selected]'
  `);
  await expect(app.history.getByRole('option', { selected: true })).toHaveCount(1);
  // Step 0 is one place in the history, not two.
  await expect(app.history.getByRole('option', { name: /^Start/ })).toHaveCount(1);
});

test('what is on its way is a listbox with a toolbar for the chosen message', async ({ app }) => {
  await part(app);
  await app.message(/\+email, A to B/).click();
  await expect(app.page.getByRole('region', { name: 'History' })).toMatchAriaSnapshot(`
    - region "History":
      - listbox "On the way (4)":
        - option "Push +email, A to B" [selected]
        - option "Push +email, A to C"
        - option "Push +phone, B to A"
        - option "Push +phone, B to C"
      - toolbar "Message":
        - button "Deliver now"
        - button "Lose"
        - button "Duplicate"
  `);
});

test('how things are comes before how they came to be', async ({ app, page }) => {
  await part(app);
  await app.settled();
  const snapshot = await page.locator('body').ariaSnapshot();
  const parts = [...snapshot.matchAll(/^ *- (?:region|article) "(.+)":?$/gmu)].map(([, name]) => name);
  // Tables that scroll are regions too.
  expect(parts.filter((name) => !/^(?:memtable of|Ids from)/u.test(name ?? ''))).toEqual([
    'Lesson',
    'Cluster',
    'Node A',
    'Node B',
    'Node C',
    'History',
    'Versions',
    'Column ids',
    'Transport',
  ]);
});

test('the column ids are a table between two versions', async ({ app }) => {
  await agreeAndRead(app);
  await expect(app.columnIds.getByRole('table', { name: /moves/ })).toMatchAriaSnapshot(`
    - table "name moves from 0 to 1, phone moves from 1 to 2, email is added at 0":
      - rowgroup:
        - row "Column Y Z"
      - rowgroup:
        - row "name 0 1"
        - row "phone 1 2"
        - row "email not present 0"
  `);
});

test('a step that a person takes is said once, and the visible sentence is not live', async ({
  app,
  page,
}) => {
  await app.addColumn('A', 'email');
  await app.next();
  await expect(page.getByRole('status')).toHaveText('B merges A’s change: V0 becomes X.');
  expect(
    await app.narration().evaluate((sentence) => sentence.closest('[aria-live], [role=status]')),
  ).toBeNull();
  await expect(app.time).toHaveAttribute('aria-valuetext', /^Step 3 of 3: /);
});
