// Numbers of a search as text: thousands apart, and what is too long to read, by its order of magnitude.

const READABLE = 1e9;

/** '2,781', '858,699,768', 'about 4.2 × 10^12'. */
export function countText(count: number): string {
  if (count < READABLE) {
    return grouped(String(Math.round(count)));
  }
  const power = Math.floor(Math.log10(count));
  return `≈ ${(count / 10 ** power).toFixed(1)} × 10${superscript(power)}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function superscript(number: number): string {
  return [...String(number)].map((digit) => SUPERSCRIPTS[Number(digit)] ?? '').join('');
}
