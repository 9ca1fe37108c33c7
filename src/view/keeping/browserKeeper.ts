// What the browser gives for keeping runs: IndexedDB, which idb-keyval makes four calls of, and a lock for as long as the
// page is open.

import { createStore, del, set, type UseStore, values } from 'idb-keyval';
import type { Keeper } from '../../store/keeping/keptRuns.ts';

const LOCK = 'schemerge page ';

export function browserKeeper(): Keeper {
  const page = freshName();
  const locks = holdLock(page);
  let runs: UseStore | null = null;
  // Opening may throw where a browser keeps nothing: then each call says so.
  const store = (): UseStore => {
    runs ??= createStore('schemerge', 'runs');
    return runs;
  };
  return {
    page,
    now: () => Date.now(),
    read: async () => values(store()),
    write: async (run) => set(run.page, run, store()),
    remove: async (name) => del(name, store()),
    living: async () => (await locks)?.() ?? [],
  };
}

function freshName(): string {
  const parts = crypto.getRandomValues(new Uint32Array(3));
  return [...parts].map((part) => part.toString(36)).join('-');
}

/** Holds the page's lock until it is gone; then whoever asks is told who lives. Nothing where there are no locks. */
async function holdLock(page: string): Promise<(() => Promise<readonly string[]>) | null> {
  const { locks } = navigator;
  if (locks === undefined) {
    return null;
  }
  await new Promise<void>((held) => {
    void locks.request(LOCK + page, () => {
      held();
      return new Promise<never>(() => undefined);
    });
  });
  return async () => {
    const all = (await locks.query()).held ?? [];
    return all.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : []));
  };
}
