import { expect, test } from 'vitest';
import { FIRST_SEED, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import { KEPT_MAX, type Keeper, type KeptRun, keepRun, keptPlace, readKept, runsLeft } from './keptRuns.ts';

interface Browser {
  readonly stored: Map<string, unknown>;
  readonly open: Set<string>;
  time: number;
}

const browser = (): Browser => ({ stored: new Map(), open: new Set(), time: 0 });

function page(of: Browser, name: string): Keeper {
  of.open.add(name);
  return {
    page: name,
    now: () => ++of.time,
    // What is kept is a copy, as it is in a browser.
    write: async (run) => void of.stored.set(run.page, structuredClone(run)),
    read: async () => [...of.stored.values()],
    remove: async (one) => void of.stored.delete(one),
    living: async () => [...of.open],
  };
}

function acted(commands = 1) {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  for (let i = 0; i < commands; i++) {
    session.act({ kind: 'wait', micros: 1 + i });
  }
  return session.store.getState();
}

test('what a page kept can be gone on with when it is gone, and not while it is open', async () => {
  const chrome = browser();
  const one = page(chrome, 'one');
  expect(await keepRun(one, acted(0))).toBeNull();
  expect(chrome.stored.size).toBe(0);
  expect(await keepRun(one, acted(3))).toBeNull();
  const two = page(chrome, 'two');
  expect(await runsLeft(two)).toEqual([]);
  chrome.open.delete('one');
  const [left] = await runsLeft(two);
  expect(left?.page).toBe('one');
  expect(keptPlace(left as KeptRun)).toEqual({ step: 3, steps: 3, branches: 1 });
  const read = readKept(left as KeptRun);
  expect(typeof read === 'string' ? read : read.run.branches[0]?.timeline.steps.length).toBe(3);
});

test('the last run comes first, and only so many are kept', async () => {
  const chrome = browser();
  for (let i = 0; i < KEPT_MAX + 3; i++) {
    await keepRun(page(chrome, `page ${i}`), acted(1));
    chrome.open.clear();
  }
  const left = await runsLeft(page(chrome, 'last'));
  expect(left.map((run) => run.page).slice(0, 2)).toEqual([`page ${KEPT_MAX + 2}`, `page ${KEPT_MAX + 1}`]);
  expect(left).toHaveLength(KEPT_MAX);
  expect(chrome.stored.size).toBe(KEPT_MAX);
});

test('a browser that refuses, is full or holds nonsense is told in one sentence and loses nothing', async () => {
  const chrome = browser();
  const fails = (name: string) => async (): Promise<never> => {
    throw Object.assign(new Error('no'), { name });
  };
  const refusing = { ...page(chrome, 'one'), write: fails('SecurityError'), read: fails('SecurityError') };
  expect(await keepRun(refusing, acted())).toMatch(/^This browser lets the page keep nothing/);
  expect(await runsLeft(refusing)).toEqual([]);
  const full = { ...page(chrome, 'one'), write: fails('QuotaExceededError') };
  expect(await keepRun(full, acted())).toMatch(/^This browser has no room left/);

  chrome.stored.set('junk', { page: 'junk', at: 1, file: { branches: [null] } });
  chrome.stored.set('null', null);
  const broken = {
    kind: 'schemerge-run',
    format: 1,
    title: 'x',
    step: 0,
    current: 0,
    branches: [{ commands: [7] }],
  };
  chrome.stored.set('broken', { page: 'broken', at: 2, file: broken });
  const left = await runsLeft(page(chrome, 'two'));
  expect(left.map((run) => run.page)).toEqual(['broken']);
  expect(readKept(left[0] as KeptRun)).toMatch(
    /^The run that was kept cannot be opened, and stays where it is\. Branch 1/,
  );
  expect(chrome.stored.size).toBe(3);
});
