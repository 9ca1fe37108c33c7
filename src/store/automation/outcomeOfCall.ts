/** What a call made of the run. */
export interface Outcome {
  /** Which branch is on the screen. */
  readonly branch: number;
  /** The playhead after it. */
  readonly step: number;
  /** Id of the last client statement in the run, under which `state().results` tells how it ended; null before any. */
  readonly statement: string | null;
}
