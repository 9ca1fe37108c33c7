// Arrowheads as part of a path, so that many of one colour are one element.

interface Tip {
  readonly x: number;
  readonly y: number;
  /** In degrees, 0 = to the right, clockwise. */
  readonly angle: number;
}

const DECIMALS = 100;

/** A closed triangle with its tip there, `length` long and twice `half` wide, in px. */
export function arrowHead({ x, y, angle }: Tip, length: number, half: number): string {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const corner = (side: number): string =>
    [x - length * cos - side * sin, y - length * sin + side * cos]
      .map((at) => Math.round(at * DECIMALS) / DECIMALS)
      .join(' ');
  return `M${x} ${y}L${corner(half)}L${corner(-half)}Z`;
}
