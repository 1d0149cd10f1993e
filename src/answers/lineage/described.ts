import type { GraphQLResolveInfo } from 'graphql';
import { isRow, NO_ROW, type Row, SLOTS } from '../../execution/row.ts';
import { FOUND } from '../../lineage/found.ts';
import type { LineageLoader } from '../../lineage/lineage-loader.ts';
import { countCell, countIn } from './counted.ts';
import { type Described, describe, describingCells, manyOf } from './descriptions.ts';
import type { Step } from './edge-kinds.ts';
import type { Cut, WalkedNode } from './walk.ts';
import type { Prospect } from './walk-arguments.ts';

/** A node as it is shown. */
export interface ShownNode extends Described, Omit<WalkedNode, 'cuts'> {
  readonly title: string;
  readonly many: string;
  readonly cuts: readonly ShownCut[];
  /** What the statement brought of it. */
  readonly row: Row;
}

export interface ShownCut {
  readonly kind: string;
  readonly type: string;
  /** What many of its rows are called. */
  readonly many: string;
  readonly shown: number;
  /** Undefined where there are more than are counted. */
  readonly total: number | undefined;
}

/** Names the nodes, counts what was cut, and reads what is selected of them: the last statement of a walk. */
export async function describeNodes(
  lineage: LineageLoader,
  info: GraphQLResolveInfo,
  nodes: readonly WalkedNode[],
  { cost }: Prospect,
): Promise<readonly ShownNode[]> {
  const cut = new Map<string, Map<string, Step>>();
  for (const { type, cuts } of nodes) {
    const steps = cut.get(type) ?? new Map<string, Step>();
    for (const { step, total } of cuts) if (total === undefined) steps.set(step.relation.name, step);
    cut.set(type, steps);
  }
  const types = [...cut.keys()].sort();
  const counted = (type: string): readonly Step[] => [...(cut.get(type)?.values() ?? [])];
  const cells = (type: string) => [...describingCells(type), ...counted(type).map(countCell)];
  const shape = types.map(
    (type) =>
      `${type} ${counted(type)
        .map(({ relation }) => relation.name)
        .sort()}`,
  );
  const rows = await lineage.found(info, { types, rows: nodes, cells, cost }, shape.join('\n'));
  return nodes.map((node, place) => show(node, rows[place] ?? NO_ROW));
}

function show(node: WalkedNode, row: Row): ShownNode {
  const found = row[SLOTS]?.[FOUND];
  const own = isRow(found) ? found : undefined;
  const cuts = node.cuts.map(({ step, shown, total }: Cut): ShownCut => {
    const { kind, relation } = step;
    const { name: type } = relation.to;
    return { kind, type, many: manyOf(type), shown, total: total ?? countIn(own, step) };
  });
  return { ...node, ...describe(node.type, node.key, own), cuts, row };
}
