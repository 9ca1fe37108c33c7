export const PART_TOOLBAR = 'part-toolbar';

/** To the first action of the column or row that is chosen; false when none is. */
export function focusPartToolbar(): boolean {
  const first = document.getElementById(PART_TOOLBAR)?.querySelector('button');
  first?.focus();
  return first !== null && first !== undefined;
}
