// The first sentence of all: what one looks at, and what to do. It stands until the first step is taken.

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'] as const;

export function welcome(nodes: readonly string[]): string {
  const [first, second] = nodes;
  const count = NUMBERS[nodes.length] ?? String(nodes.length);
  const turn = second === undefined ? `press + on ${first}` : `press + on ${first}, then on ${second}`;
  return `${count} nodes keep copies of one table. Each may change it: ${turn}.`;
}
