import { expect, test } from 'vitest';
import { FIRST_SEED, firstScreen } from '../sandbox/firstScreen.ts';
import { createSession } from '../session.ts';
import { createAutomation } from './automation.ts';

test('T3 a script takes the search at the playhead elsewhere, or is told why not', async () => {
  const session = createSession({ seed: FIRST_SEED, config: firstScreen() });
  const schemerge = createAutomation(session, () => Promise.resolve());
  const [module, cfg] = await schemerge.exportForTlc({ faults: { losses: 1 } });
  expect([module?.name, cfg?.name]).toEqual(['SchemaMerge.tla', 'SchemaMerge.cfg']);
  expect(module?.text).toContain('Written by "Export for TLC"');
  expect(module?.text).toContain('QuietAgrees ==');
  expect(cfg?.text).toContain('LossesMax = 1');
  await expect(schemerge.exportForTlc({ faults: { crashes: 1 } })).rejects.toThrow(
    /^This search cannot be exported\. The model loses messages/,
  );
});
