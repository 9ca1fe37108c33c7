/** Where one looks: `step` steps are done (0 is the state after setup), and `fraction` of the next, from 0 up to 1. */
export interface Playhead {
  readonly step: number;
  readonly fraction: number;
}
