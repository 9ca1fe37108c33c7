// A stored small run that shows one thing: what a protection is for, or what 2016 did not promise.

import type { Config } from '../../config/config.ts';
import type { Result } from '../../plain/result.ts';
import type { Timeline } from '../timeline.ts';
import type { Script } from './script.ts';
import { playScript } from './script.ts';

export interface Showcase {
  readonly config: Config;
  readonly script: Script;
}

const SHOWCASE_SEED = 1;

export function playShowcase({ config, script }: Showcase): Result<Timeline> {
  return playScript({ seed: SHOWCASE_SEED, config }, script);
}
