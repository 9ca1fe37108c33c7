/** Resolves when what the page brought with it has been painted; at once where nobody looks. */
export const painted = (): Promise<void> =>
  document.visibilityState === 'hidden'
    ? Promise.resolve()
    : new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
