// Where the stage is marked in red: the marks travel by context to what they mark, by its key.

import { createContext, useContext } from 'react';
import type { BrokenMarks } from '../../scene/shape/scene.ts';

const NONE: BrokenMarks = { nodes: [], entries: [], boxes: [], versions: [], shown: [], steps: [] };

export const BrokenContext = createContext<BrokenMarks>(NONE);

/** True, or undefined, as an attribute wants it. */
type Marked = (key: string) => true | undefined;

export function useBroken(kind: 'nodes' | 'entries' | 'boxes' | 'versions' | 'shown'): Marked {
  const marked: readonly string[] = useContext(BrokenContext)[kind];
  return (key) => marked.includes(key) || undefined;
}
