// Where the arrow keys lead in the DAG: up and down along its edges, left and right among versions of one height.

import type { DagNode, VersionDag } from '../../scene/shape/scene.ts';

export function neighbour(dag: VersionDag, node: DagNode, key: string): DagNode | undefined {
  const find = (version: string | undefined): DagNode | undefined =>
    dag.nodes.find((other) => other.identity.version === version);
  const beside = (sign: number): DagNode | undefined =>
    dag.nodes
      .filter((other) => other.layer === node.layer && (other.column - node.column) * sign > 0)
      .sort((a, b) => (a.column - b.column) * sign)
      .at(0);
  switch (key) {
    case 'ArrowUp':
      return find(node.parents[0]);
    case 'ArrowDown':
      return find(node.children[0]);
    case 'ArrowLeft':
      return beside(-1);
    case 'ArrowRight':
      return beside(1);
    case 'Home':
      return dag.nodes[0];
    case 'End':
      return dag.nodes.at(-1);
    default:
      return undefined;
  }
}
