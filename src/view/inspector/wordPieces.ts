/** Pieces of a name such as a Java class's, each with the sign that it ends at: a line may end after it, not in a word. */
export const wordPieces = (text: string): readonly string[] => text.match(/[^.(]*[.(]|[^.(]+/g) ?? [];
