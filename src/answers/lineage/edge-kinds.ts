import { EDGES } from '../../lineage/edges.ts';
import { joined } from '../../lineage/joined.ts';
import type { Relation } from '../../lineage/relation.ts';
import { builder } from '../../schema/builder.ts';
import { PAPERS, RUNS } from '../papers.ts';
import { CITED_CHUNKS, CITED_PAPERS, CITING_A_CHUNK, CITING_A_PAPER } from './citation-ties.ts';
import { EDGE_FLOWS } from './edge-flows.ts';
import { REUSED_RUNS, REUSING_RUNS } from './reuse-ties.ts';

export type Direction = 'UPSTREAM' | 'DOWNSTREAM';

/** What an edge says of the use that was made of what it comes from. */
export type Grade = 'AVAILABLE_TO' | 'CITED_BY';

/** A step that a walk can take from a row of a type. */
export interface Step {
  readonly from: string;
  readonly relation: Relation;
  readonly direction: Direction;
  readonly kind: string;
  /** Followed from the start only, unless the caller names its kind. */
  readonly isDear: boolean;
}

interface Declared {
  /** As `edge-flows.ts` has it. */
  readonly flow: string;
  readonly relation: Relation;
}

/** Answers that a walk follows as it follows edges. */
const ANSWERS: Readonly<Record<string, Declared>> = {
  'Document.citedBy': { flow: 'DOWNSTREAM', relation: CITING_A_PAPER },
  'Document.runs': { flow: 'DOWNSTREAM', relation: RUNS },
  'RunRecord.citedDocuments': { flow: 'inverse of Document.citedBy', relation: CITED_PAPERS },
  'RunRecord.citedVectors': { flow: 'inverse of Vector.citedBy', relation: CITED_CHUNKS },
  'Vector.citedBy': { flow: 'DOWNSTREAM', relation: CITING_A_CHUNK },
  'WorkflowRun.papers': { flow: 'inverse of Document.runs', relation: PAPERS },
  'WorkflowRun.reusingRuns': { flow: 'DOWNSTREAM', relation: REUSING_RUNS },
  'WorkflowRun.reusedRuns': { flow: 'inverse of WorkflowRun.reusingRuns', relation: REUSED_RUNS },
};

/** The index held it when the run was made. */
const AVAILABLE_TO: readonly string[] = [
  'Document.runs',
  'Document.workflowRuns',
  'IndexShard.workflowRun',
  'PipelineRun.workflowRun',
  'Vector.workflowRun',
];
/** An answer names it. */
const CITED_BY: readonly string[] = ['Document.citedBy', 'Vector.citedBy'];

/**
 * What is too dear to be followed from every row of a level: each reads the answers and the chunks of a run, or of all
 * runs that read a paper. It is followed from the start of a walk, and from elsewhere if the caller names its kind.
 */
const DEAR: readonly string[] = [
  'Document.citedBy',
  'RunRecord.citedDocuments',
  'RunRecord.citedVectors',
  'Vector.citedBy',
];

function* declared(): Generator<readonly [string, Declared]> {
  const flows: Readonly<Record<string, Readonly<Record<string, string>>>> = EDGE_FLOWS;
  for (const [type, edges] of Object.entries(EDGES)) {
    for (const [name, edge] of Object.entries(edges)) {
      const relation = joined(`${type}.${name}`, type, edge);
      const flow = flows[type]?.[name];
      if (flow === undefined) throw new Error(`edge-flows.ts has no ${type}.${name}.`);
      yield [relation.name, { flow, relation }];
    }
  }
  yield* Object.entries(ANSWERS);
}

const ALL: ReadonlyMap<string, Declared> = new Map(declared());

/** `Document.vectors` as a name of an enum: DOCUMENT_VECTORS. */
const inCapitals = (name: string): string =>
  name
    .replace('.', '_')
    .replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`)
    .toUpperCase();

const INVERSE = 'inverse of ';
const OPPOSITE = { UPSTREAM: 'DOWNSTREAM', DOWNSTREAM: 'UPSTREAM' } as const;

function stepOf(name: string, { flow, relation }: Declared): Step {
  const [from = ''] = name.split('.');
  const isDear = DEAR.includes(name);
  if (flow === 'UPSTREAM' || flow === 'DOWNSTREAM')
    return { from, relation, direction: flow, kind: inCapitals(name), isDear };
  const other = flow.slice(INVERSE.length);
  const declared = ALL.get(other);
  if (!declared) throw new Error(`${name} is the inverse of ${other}, which is no edge.`);
  const { direction, kind } = stepOf(other, declared);
  return { from, relation, direction: OPPOSITE[direction], kind, isDear };
}

/** Every step, in the order of edges.ts. */
export const STEPS: readonly Step[] = [...ALL].map(([name, one]) => stepOf(name, one));

const grades: ReadonlyMap<string, Grade> = new Map([
  ...AVAILABLE_TO.map((name): [string, Grade] => [inCapitals(name), 'AVAILABLE_TO']),
  ...CITED_BY.map((name): [string, Grade] => [inCapitals(name), 'CITED_BY']),
]);
export const gradeOf = (kind: string): Grade | undefined => grades.get(kind);

/** What a kind is: said by the edge that has its name. */
const KINDS = new Map(
  [...ALL]
    .filter(([, { flow }]) => !flow.startsWith(INVERSE))
    .map(([name, { relation }]) => [inCapitals(name), { name, relation }]),
);

export const EdgeKind = builder.enumType('EdgeKind', {
  description:
    'What ties two nodes. The same from both ends: an edge and the edge back are one kind, named after the one that is told first.',
  values: Object.fromEntries(
    [...KINDS].map(([kind, { name, relation }]) => [
      kind,
      { value: kind, description: `${name}. ${relation.description}`.trim() },
    ]),
  ),
});
