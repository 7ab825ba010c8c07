import { Graph, layout } from '@dagrejs/dagre';
import * as z from 'zod/mini';

/** What the layout needs of a machine in Amazon States Language. */
const transition = z.object({ Next: z.string() });
const machine = z.object({
  StartAt: z.string(),
  States: z.record(z.string(), z.object({
    Type: z.string(),
    Comment: z.optional(z.string()),
    Next: z.optional(z.string()),
    Default: z.optional(z.string()),
    Choices: z.optional(z.array(z.object({ Next: z.string(), Condition: z.optional(z.string()) }))),
    Catch: z.optional(z.array(z.object({ ...transition.shape, ErrorEquals: z.array(z.string()) }))),
  })),
});

export interface MachineLayout {
  /** Pixels of the whole drawing. */
  readonly width: number;
  readonly height: number;
  readonly startAt: string;
  /** x and y are the middle of a state. */
  readonly states: readonly { readonly name: string; readonly type: string; readonly comment: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string; readonly points: readonly { readonly x: number; readonly y: number }[] }[];
}

/**
 * Places the states of a machine for the console's drawing; the same definition gives the same drawing.
 *
 * @param definition ASL as an object
 * @throws ZodError when it is not a machine
 */
export function layOut(definition: unknown): MachineLayout {
  const { StartAt, States } = machine.parse(definition);
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 20, ranksep: 56, edgesep: 14, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const name of Object.keys(States)) graph.setNode(name, { width: 28 + 8.2 * name.length, height: 44 });
  const edges = edgesOf(States).map((edge, index) => ({ ...edge, name: `edge ${index}` }));
  for (const { from, to, label, name } of edges) {
    graph.setEdge(from, to, { width: 7 * label.length, height: label === '' ? 0 : 16, labelpos: 'c' }, name);
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: rounded(width),
    height: rounded(height),
    startAt: StartAt,
    states: Object.entries(States).map(([name, state]) => {
      const node = graph.node(name);
      return { name, type: state.Type, comment: state.Comment ?? '', x: rounded(node.x), y: rounded(node.y), width: rounded(node.width), height: rounded(node.height) };
    }),
    edges: edges.map(({ from, to, label, name }) => ({ from, to, label, points: pointsOf(graph.edge(from, to, name)) })),
  };
}

type States = z.infer<typeof machine>['States'];

/** Every way on, labelled where a state has several: a choice by the value it compares with, a catch by the error. */
function edgesOf(states: States): readonly { readonly from: string; readonly to: string; readonly label: string }[] {
  return Object.entries(states).flatMap(([from, state]) => [
    ...(state.Next === undefined ? [] : [{ from, to: state.Next, label: '' }]),
    ...(state.Default === undefined ? [] : [{ from, to: state.Default, label: '' }]),
    ...(state.Choices ?? []).map((choice) => ({ from, to: choice.Next, label: /= "([^"]+)"/.exec(choice.Condition ?? '')?.[1] ?? '' })),
    ...(state.Catch ?? []).map((caught) => ({ from, to: caught.Next, label: caught.ErrorEquals.join(', ').replaceAll('States.', '') })),
  ]);
}

const placed = z.object({ points: z.array(z.object({ x: z.number(), y: z.number() })) });

function pointsOf(edge: unknown): MachineLayout['edges'][number]['points'] {
  return placed.parse(edge).points.map(({ x, y }) => ({ x: rounded(x), y: rounded(y) }));
}

function rounded(value: number | undefined): number {
  return Math.round(value ?? 0);
}
