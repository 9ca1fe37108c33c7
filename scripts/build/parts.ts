// The page's code comes in the parts that it is run in (src/view/firstPaint/wake.ts), each of them one file: what is needed
// before the first picture, what draws, what lives. Left to itself the bundler makes two dozen files of them, and each costs
// the browser time of its own.

interface Graph {
  readonly getModuleInfo: (id: string) => { readonly importedIds?: readonly string[] } | null;
}

interface Group {
  readonly name: string | ((id: string, graph: Graph) => string | null);
  readonly test?: RegExp;
}

const BEGINNING = '/src/main.tsx';

/** A module belongs to the first part that needs it; what only waits for the engine must not wait for it to be drawn. */
const PARTS = [
  { name: 'first', root: BEGINNING },
  { name: 'drawing', root: '/src/view/firstPaint/drawAlive.tsx' },
  { name: 'waiting', root: '/src/view/loading/openPage.tsx' },
  { name: 'alive', root: '/src/view/loading/livePage.ts' },
] as const;

export function partsOfPage(root: string): Group[] {
  return [
    // React changes with releases, our code with every commit: apart, the big half stays in the cache.
    { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
    ...PARTS.map((part) => {
      let members: ReadonlySet<string> | null = null;
      return {
        name: (id: string, graph: Graph): string | null => {
          members ??= neededBy(root + part.root, graph);
          // What begins by itself begins in the page that names it only.
          return id !== root + BEGINNING && members.has(id) ? part.name : null;
        },
      };
    }),
  ];
}

/** All that this module imports, and what that imports, but for what is imported only when it is asked for. */
function neededBy(root: string, graph: Graph): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [root];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (!found.has(id)) {
      found.add(id);
      waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
    }
  }
  return found;
}
