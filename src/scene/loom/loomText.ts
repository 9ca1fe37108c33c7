// How wide words are when drawn: the scene places labels without a DOM to measure them, so the advances of the page's
// typeface (Inter, weight 500, in hundredths of the type size) stand here as a table.

/** The characters from space to '~'. */
const ADVANCES: readonly number[] = [
  27, 30, 49, 64, 65, 99, 65, 31, 37, 37, 52, 67, 30, 46, 30, 37, 65, 42, 62, 63, 66, 60, 63, 57, 63, 63, 30,
  32, 67, 67, 67, 53, 98, 71, 66, 73, 72, 60, 59, 75, 74, 27, 58, 69, 57, 91, 76, 77, 64, 77, 65, 65, 65, 74,
  71, 100, 70, 70, 64, 37, 37, 37, 48, 46, 34, 57, 62, 58, 62, 59, 38, 62, 60, 25, 25, 56, 25, 89, 60, 60, 62,
  62, 39, 54, 34, 60, 57, 83, 56, 58, 56, 44, 35, 44, 67,
];
const OTHERS: Readonly<Record<string, number>> = { '…': 91, '’': 28, '–': 50, '→': 100, '·': 30 };
const FIRST = 0x20;
/** Letters beyond ASCII are about this wide; from the CJK blocks on they are square. */
const LETTER = 66;
const SQUARE = 100;
const SQUARE_FROM = 0x2e80;

function advance(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return ADVANCES[code - FIRST] ?? OTHERS[character] ?? (code < SQUARE_FROM ? LETTER : SQUARE);
}

/** Width in px of a line of text in type of `size` px. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text) {
    sum += advance(character);
  }
  return (sum * size) / 100;
}

/** The text, or as much of its beginning as fits with an ellipsis; '' when not even three characters fit. */
export function shortened(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) {
    return text;
  }
  const characters = [...text];
  for (let count = characters.length - 1; count >= SHORTEST; count--) {
    const shorter = `${characters.slice(0, count).join('').trimEnd()}…`;
    if (textWidth(shorter, size) <= room) {
      return shorter;
    }
  }
  return '';
}

const SHORTEST = 3;
