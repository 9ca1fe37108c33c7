// Virtual time in words: microseconds as the unit in which a person would say them.

import { label } from './say.ts';

/** '0 s', '850 µs', '12 ms', '1.2 s', '60 s', '2 min'. */
export function timeText(micros: number): string {
  const size = Math.abs(micros);
  if (size === 0) {
    return label('time-s', { value: '0' });
  }
  if (size < 1_000) {
    return label('time-us', { value: String(Math.round(micros)) });
  }
  if (size < 1_000_000) {
    return label('time-ms', { value: trimmed(micros / 1_000) });
  }
  if (size < 120_000_000) {
    return label('time-s', { value: trimmed(micros / 1_000_000) });
  }
  return label('time-min', { value: trimmed(micros / 60_000_000) });
}

/** A clock error with its sign: '+5 ms', '−1 s'. */
export function errorText(micros: number): string {
  return `${micros < 0 ? '−' : '+'}${timeText(Math.abs(micros))}`;
}

/** At most one decimal. */
function trimmed(value: number): string {
  return String(Math.round(value * 10) / 10);
}
