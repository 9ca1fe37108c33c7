import { takeAlong } from '../../scene/words/takeAlongWords.ts';

/** Copies a text; the sentence of what came of it. */
export async function copied(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return takeAlong('copied');
  } catch {
    return takeAlong('copy-refused');
  }
}
