// The first sentence of all: what one looks at, and what to do. It stands until the first step is taken.

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'] as const;

export function welcome(nodes: readonly string[], tables: number): string {
  const [first = 'A', second] = nodes;
  if (tables === 0) {
    return 'There is no table yet. The run begins when somebody creates one.';
  }
  const kept = tables === 1 ? 'one table' : `${tables} tables`;
  if (second === undefined) {
    return `One node keeps ${kept}. Change it: press + on ${first}.`;
  }
  const it = tables === 1 ? 'it' : 'them';
  const count = NUMBERS[nodes.length] ?? String(nodes.length);
  return `${count} nodes keep copies of ${kept}. Each may change ${it}: press + on ${first}, then on ${second}.`;
}
