// Virtual time in words: microseconds as the unit in which a person would say them.

import { label } from './say.ts';

/** '0 s', '850 µs', '12 ms', '1.2 s', '60 s', '2 min'. */
export function timeText(micros: number): string {
  const size = Math.abs(micros);
  if (size === 0) {
    return label('time-s', { value: '0' });
  }
  if (size < 999.5) {
    return label('time-us', { value: signed(Math.round(micros)) });
  }
  if (size < 999_950) {
    return label('time-ms', { value: trimmed(micros / 1_000) });
  }
  if (size < 119_950_000) {
    return label('time-s', { value: trimmed(micros / 1_000_000) });
  }
  return label('time-min', { value: trimmed(micros / 60_000_000) });
}

/** A clock error with its sign: '+5 ms', '−1 s'. */
export function errorText(micros: number): string {
  return `${micros < 0 ? '−' : '+'}${timeText(Math.abs(micros))}`;
}

/** With a minus, not a hyphen. */
const signed = (value: number): string => `${value < 0 ? '−' : ''}${Math.abs(value)}`;

/** At most one decimal, in the unit that it is rounded to: never 1000 ms. */
function trimmed(value: number): string {
  return signed(Math.round(value * 10) / 10);
}
