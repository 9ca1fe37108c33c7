// Equality of plain data in content, for states that share structure: what is one object is equal at once, and a pair that
// was found equal is remembered, so that comparing two runs step by step costs what changed in each step.

const equalTo = new WeakMap<object, object>();

/** Equal in content; a key whose value is undefined is not there. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return false;
  }
  if (equalTo.get(a) === b) {
    return true;
  }
  const isSame =
    Array.isArray(a) || Array.isArray(b)
      ? Array.isArray(a) &&
        Array.isArray(b) &&
        a.length === b.length &&
        a.every((one, i) => isSameData(one, b[i]))
      : isSameRecord(a as Fields, b as Fields);
  if (isSame) {
    equalTo.set(a, b);
  }
  return isSame;
}

type Fields = Readonly<Record<string, unknown>>;

function isSameRecord(a: Fields, b: Fields): boolean {
  return (
    Object.keys(a).every((key) => isSameData(a[key], Object.hasOwn(b, key) ? b[key] : undefined)) &&
    Object.keys(b).every((key) => Object.hasOwn(a, key) || b[key] === undefined)
  );
}
