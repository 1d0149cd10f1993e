import type PrismaTypes from '../../prisma/generated/pothos-types.ts';
import type { TableType } from '../database/tables.ts';
import type { Edge, Hop } from './edges/edge.ts';
import { EDGES } from './edges.ts';
import type { COMPUTED_OF_JOB } from './job-run.ts';
import type { COMPUTED_OF_TOKEN_USAGE } from './pipeline-steps.ts';
import type { COMPUTED_OF_RECORD } from './reused-from.ts';

/** What edges start from: rows of a table, or a run, of which its id is known. */
export type Start = TableType | 'WorkflowRun';

/** What rows have beside the columns of their table, where edges use it. */
interface Computed {
  readonly RunRecord: keyof typeof COMPUTED_OF_RECORD;
  readonly AsyncJob: keyof typeof COMPUTED_OF_JOB;
  readonly TokenUsage: keyof typeof COMPUTED_OF_TOKEN_USAGE;
  /** What its header holds. */
  readonly WorkflowRun: keyof PrismaTypes['RunRecord']['Shape'] & string;
}

type FieldOf<Type> =
  | (Type extends TableType ? keyof PrismaTypes[Type]['Shape'] & string : never)
  | (Type extends keyof Computed ? Computed[Type] : never);

/** Fields of the child, each with a field of the parent. */
type Pairs<Child, Parent, On> = {
  readonly [Field in keyof On]: Field extends FieldOf<Child> ? FieldOf<Parent> : never;
};

/** Each hop starts where the one before it ended. */
type Hops<From, Via> = Via extends readonly [infer First extends Hop, ...infer Rest]
  ? readonly [
      { readonly to: TableType; readonly on: Pairs<First['to'], From, First['on']> },
      ...Hops<First['to'], Rest>,
    ]
  : readonly [];

type EndOf<From, E> = E extends { readonly via: readonly [...Hop[], infer Last extends Hop] }
  ? Last['to']
  : From;

type CheckedEither<From, To, End, Either> = {
  readonly [At in keyof Either]: Either[At] extends { readonly when: infer When; readonly on: infer On }
    ? {
        readonly when: { readonly [Field in keyof When]: Field extends FieldOf<From> ? string : never };
        readonly on: Pairs<To, End, On>;
      }
    : never;
};

type CheckedEdge<From, E extends Edge> = {
  readonly to: Start;
  readonly on: Pairs<E['to'], EndOf<From, E>, E['on']>;
} & (E extends { readonly orElseOfRun: string } ? { readonly orElseOfRun: FieldOf<From> } : unknown) &
  (E extends { readonly via: infer Via } ? { readonly via: Hops<From, Via> } : unknown) &
  (E extends { readonly unlike: infer Unlike }
    ? { readonly unlike: Pairs<E['to'], EndOf<From, E>, Unlike> }
    : unknown) &
  (E extends { readonly either: infer Either }
    ? { readonly either: CheckedEither<From, E['to'], EndOf<From, E>, Either> }
    : unknown) &
  (E extends { readonly where: infer Where }
    ? { readonly where: { readonly [Field in keyof Where]: Field extends FieldOf<E['to']> ? string : never } }
    : unknown) &
  (E extends { readonly orderBy: unknown }
    ? { readonly orderBy: readonly { readonly field: FieldOf<E['to']> }[] }
    : unknown);

/** A table of edges as the compiler accepts it: every type and every column that it names is there. */
export type CheckedEdges<Edges extends Readonly<Record<string, Readonly<Record<string, Edge>>>>> = {
  readonly [From in keyof Edges]: From extends Start
    ? { readonly [Name in keyof Edges[From]]: CheckedEdge<From, Edges[From][Name]> }
    : never;
};

export const CHECKED_EDGES: CheckedEdges<typeof EDGES> = EDGES;
