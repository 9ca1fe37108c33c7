// timestamp (SPEC C9): milliseconds since 1970-01-01 UTC in eight bytes. Text without a zone is read as UTC, so that a
// run means the same on every machine.

const DAY = 86_400_000;
const FORM =
  /^(-?\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?\s*(?:Z|([+-])(\d\d):?(\d\d))?$/u;
/** Years 0 to 9999: what the text form can say. */
const MILLIS_MIN = -62_167_219_200_000n;
const MILLIS_MAX = 253_402_300_799_999n;

/** Milliseconds of '2016-01-11', '2016-01-11 09:30', '2016-01-11T09:30:00.000Z', '… +0100'; null when it is no such moment. */
export function textToMillis(text: string): bigint | null {
  const match = FORM.exec(text);
  if (!match) {
    return null;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const millis = Number((match[7] ?? '').padEnd(3, '0'));
  const offset = (match[8] === '-' ? -1 : 1) * (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0));
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!isDay || hour > 23 || minute > 59 || second > 59) {
    return null;
  }
  const seconds = (hour * 60 + minute - offset) * 60 + second;
  return BigInt(daysFromCivil(year, month, day) * DAY + seconds * 1_000 + millis);
}

/** ISO form in UTC; beyond the years 0 to 9999 the number itself. */
export function millisText(millis: bigint): string {
  if (millis < MILLIS_MIN || millis > MILLIS_MAX) {
    return String(millis);
  }
  const total = Number(millis);
  const days = Math.floor(total / DAY);
  const rest = total - days * DAY;
  const { year, month, day } = civilFromDays(days);
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const time = `${two(rest / 3_600_000)}:${two((rest / 60_000) % 60)}:${two((rest / 1_000) % 60)}`;
  return `${date}T${time}.${String(rest % 1_000).padStart(3, '0')}Z`;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

// Both ways between a day's number and its date, in the proleptic Gregorian calendar: years begin in March, so that the
// leap day comes last, and 400 of them (an era) have 146,097 days.
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilFromDays(days: number): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
