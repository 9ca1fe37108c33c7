// From one picture to the next most of it stays. What is equal stays the same object, so that whoever draws can tell at a
// glance what there is to draw anew. The picture itself is no other: it is equal to the one given, part by part.

type Part = Readonly<Record<string, unknown>>;

/** `now`, with every part that is equal to its part in `before` taken from there. Neither is changed. */
export function withSharedParts<T>(before: unknown, now: T): T {
  return shared(before, now) as T;
}

function shared(before: unknown, now: unknown): unknown {
  if (before === now || typeof now !== 'object' || typeof before !== 'object') {
    return now;
  }
  if (now === null || before === null) {
    return now;
  }
  if (Array.isArray(now)) {
    return Array.isArray(before) ? sharedList(before, now) : now;
  }
  return isPlain(now) && isPlain(before) ? sharedPart(before, now) : now;
}

function sharedPart(before: Part, now: Part): Part {
  const names = Object.keys(now);
  let same = names.length === Object.keys(before).length;
  const parts: Record<string, unknown> = {};
  for (const name of names) {
    const part = shared(before[name], now[name]);
    parts[name] = part;
    same &&= part === before[name] && (part !== undefined || Object.hasOwn(before, name));
  }
  return same ? before : parts;
}

function sharedList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const placeOf = placesOf(before, now);
  const list = now.map((one, i) => shared(before[placeOf(one, i)], one));
  return list.length === before.length && list.every((one, i) => one === before[i]) ? before : list;
}

/** Where a part of the list stood before: parts with a key are found by it, wherever they have gone to. */
function placesOf(
  before: readonly unknown[],
  now: readonly unknown[],
): (one: unknown, index: number) => number {
  if (keyOf(now[0]) === undefined || keyOf(before[0]) === undefined) {
    return (_one, index) => index;
  }
  const places = new Map(before.map((one, i) => [keyOf(one), i]));
  return (one, index) => (keyOf(before[index]) === keyOf(one) ? index : (places.get(keyOf(one)) ?? -1));
}

const keyOf = (one: unknown): string | undefined => {
  const key = typeof one === 'object' && one !== null ? (one as Part)['key'] : undefined;
  return typeof key === 'string' ? key : undefined;
};

/** What the engine and the projection are made of; anything else is taken as it is. */
const isPlain = (value: object): value is Part => Object.getPrototypeOf(value) === Object.prototype;
