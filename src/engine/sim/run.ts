// A run is its seed, its configuration and its commands; everything else is derived (SPEC N8).

import type { Config } from '../config/config.ts';
import type { Command } from './command.ts';

export const RUN_FORMAT = 1;

export interface Run {
  readonly format: typeof RUN_FORMAT;
  readonly seed: number;
  readonly config: Config;
  readonly commands: readonly Command[];
  /** Hash of the core after the last command, when known: replay compares it. */
  readonly hash?: string;
  /** Two hex digits of the state hash at the start and after each command (of a long run: each nth), when known. */
  readonly trail?: string;
}
