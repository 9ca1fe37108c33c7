import type { Searcher } from '../../store/automation/automationOfOrders.ts';
import { createExplorerClient, openExplorerPort } from '../../workers/explorerClient.ts';

/** A worker of its own for scripts, so that they and the drawer do not end each other's searches. */
const client = createExplorerClient(openExplorerPort());

export const searcher: Searcher = {
  explore: (core, options) =>
    new Promise((resolve, reject) => {
      const search = client.explore(core, options, {
        onProgress: () => undefined,
        onRefused: (problem) => reject(new Error(problem)),
        onDone: ({ found }) => {
          const runs = found.breaks.map(async (one) => ({
            ...one,
            commands: await client.runTo(search, one.state),
          }));
          Promise.all(runs).then((breaks) => resolve({ ...found, breaks }), reject);
        },
      });
    }),
  square: (core, a, b) => client.ask('square', { core, commands: [a, b] }),
};
