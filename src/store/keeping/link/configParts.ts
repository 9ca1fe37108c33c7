// A configuration as what is not as usual in it. The setup goes with the commands.

import { type Config, configOf } from '../../../engine/index.ts';

type Fields = Readonly<Record<string, unknown>>;

/** `checkRunShape` fills in what is left out here. */
export function partsOf(config: Config): Fields {
  const usual = configOf({ nodes: config.nodes }) as unknown as Fields;
  const { setup: _setup, ...own } = config as unknown as Fields;
  return { ...differing(own, usual), nodes: config.nodes };
}

const NESTED = new Set(['protections', 'fidelity', 'latency']);

function differing(own: Fields, usual: Fields): Fields {
  return Object.fromEntries(
    Object.entries(own)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(usual[name]))
      .map(([name, value]) => [
        name,
        NESTED.has(name) ? differing(value as Fields, (usual[name] ?? {}) as Fields) : value,
      ]),
  );
}
