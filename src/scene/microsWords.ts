// Virtual time in words: microseconds as the unit in which a person would say them.

/** '0 s', '850 µs', '12 ms', '1.2 s', '60 s', '2 min'. */
export function timeText(micros: number): string {
  const size = Math.abs(micros);
  if (size === 0) {
    return '0 s';
  }
  if (size < 1_000) {
    return `${micros} µs`;
  }
  if (size < 1_000_000) {
    return `${trimmed(micros / 1_000)} ms`;
  }
  if (size < 120_000_000) {
    return `${trimmed(micros / 1_000_000)} s`;
  }
  return `${trimmed(micros / 60_000_000)} min`;
}

/** A clock error with its sign: '+5 ms', '−1 s'. */
export function errorText(micros: number): string {
  return `${micros < 0 ? '−' : '+'}${timeText(Math.abs(micros))}`;
}

/** At most one decimal. */
function trimmed(value: number): string {
  return String(Math.round(value * 10) / 10);
}
