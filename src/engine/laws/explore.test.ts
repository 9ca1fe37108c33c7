import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { play, healAndSettle, breaksOf, randomPicks, playCommands } from './play.test-support.ts';
import { worldOf, setupOf } from './world.test-support.ts';
import { checkPromises } from '../sim/promises/promises.ts';

const net = { next: 8, any: 20, lose: 2, duplicate: 1 };
const faults = { cut: 1, heal: 1 };
const storage = { flush: 1, compact: 1, evict: 1 };
const data = { insert: 5, update: 2, delete: 2, select: 4, prepare: 1 };
const profiles: Record<string, any> = {
  calm0: { mix: { ...net, ...data, ...storage, add: 3, wait: 1, comment: 0 } },
  calmFaults: { mix: { ...net, ...data, ...storage, ...faults, add: 3 } },
  losesPulls: { losesPulls: true, mix: { ...net, ...data, ...storage, ...faults, add: 3 } },
  drops: { mix: { ...net, ...data, ...storage, ...faults, add: 3, drop: 2 } },
  readd: { namesOnce: false, mix: { ...net, ...data, ...storage, ...faults, add: 3, drop: 2 } },
  types: { mix: { ...net, ...data, ...storage, ...faults, add: 3, type: 2 } },
  addConflict: { namesOnce: false, mix: { ...net, ...data, ...storage, ...faults, add: 3 } },
  comment: { mix: { ...net, ...data, ...storage, ...faults, add: 3, comment: 2 } },
  rename: { mix: { ...net, ...data, ...storage, ...faults, add: 3, rename: 2 } },
  drawn: { stamps: 'drawn', mix: { ...net, ...data, ...storage, ...faults, add: 3 } },
  expire: { mix: { ...net, ...data, ...storage, ...faults, add: 3, expire: 2 } },
  dropExpire: { mix: { ...net, ...data, ...storage, ...faults, add: 3, drop: 2, expire: 2 } },
  tables: { config: { setup: setupOf(2) }, mix: { ...net, ...data, ...storage, ...faults, add: 3, 'create-table': 1 } },
  dropTables: { config: { setup: setupOf(2) }, mix: { ...net, ...data, ...storage, ...faults, add: 3, 'drop-table': 1 } },
  shards2: { config: { shards: 2 }, mix: { ...net, ...data, ...storage, ...faults, add: 3 } },
  rf1: { config: { replicationFactor: 1 }, mix: { ...net, ...data, ...storage, ...faults, add: 3 } },
  dc2: { config: { nodes: ['A', 'B', 'C'], dataCentres: { A: 'dc1', B: 'dc2', C: 'dc2' } }, mix: { ...net, ...data, ...storage, ...faults, add: 3 } },
};
const only = (process.env.ONLY ?? '').split(',').filter(Boolean);
for (const [name, part] of Object.entries(profiles)) {
if (only.length && !only.includes(name)) continue;
it(name, () => {
  const world = worldOf({ names: ['a', 'c', 'e', 'f', 'g', 'h'], ...part });
  const counts: Record<string, number> = {};
  const first: Record<string, any> = {};
  const N = Number(process.env.N ?? 40);
  for (let s = 0; s < N; s++) {
    const played = play(world, randomPicks(s + 1000, Number(process.env.LEN ?? 200)));
    const all = healAndSettle(played);
    for (const b of breaksOf(all)) { if (b.id === 'I10') continue; counts[b.id] = (counts[b.id] ?? 0) + 1; first[b.id] ??= { s, b, all }; }
  }
  console.log(name, counts);
  for (const [id, { s, b, all }] of Object.entries(first)) {
    let commands = all.steps.slice(0, b.step + 1).map((x: any) => x.command);
    const broken = (cs: any) => { const p = playCommands(world.config, cs); return p.steps.some((st: any) => checkPromises(st.state.core).some((x) => x.id === id && !x.held)); };
    for (let size = Math.ceil(commands.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let i = 0; i < commands.length; ) {
        const cut = [...commands.slice(0, i), ...commands.slice(i + size)];
        if (broken(cut)) commands = cut; else i += size;
      }
    }
    const p = playCommands(world.config, commands);
    console.log(name, id, 'seed', s, b.sentence, '\n' + p.steps.map((st: any) => '   ' + JSON.stringify(st.command)).join('\n'));
  }
}, 300000);
}
