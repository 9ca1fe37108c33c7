/** Where an element stands, from the top on down: after waking up it may be another one in the same place. */
type Place = readonly number[];

export function placeOf(element: Element): Place {
  const { parentElement: parent } = element;
  return parent === null ? [] : [...placeOf(parent), [...parent.children].indexOf(element)];
}

export const elementAt = (place: Place): Element | undefined =>
  place.reduce<Element | undefined>((at, index) => at?.children[index], document.documentElement);
