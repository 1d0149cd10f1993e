import type { ObjectRef } from '@pothos/core';
import { type Connection, type Row, rowAt, rowsAt } from '../execution/row.ts';
import { remember } from '../remember.ts';
import { builder, type TypeName } from '../schema/builder.ts';
import type { ClosedSet } from '../schema/closed-sets.ts';
import { redact } from '../security/redact.ts';

type Builder = typeof builder.$inferSchemaTypes;
export type ConnectionRef = ObjectRef<Builder, Connection>;

/** A type of rows: by its name, or for rows that only an answer has, by its ref. */
export type RowRef = TypeName | ObjectRef<Builder, Row>;

/** Rows of mixed type. */
type NodeRef = ReturnType<typeof builder.nodeInterfaceRef>;

/** A column of the edge, e.g. a distance; its value stands on the edge under its name. */
export interface EdgeColumn {
  readonly type: 'Int' | 'Float' | 'String' | 'Boolean' | ClosedSet;
  readonly list?: true;
  readonly nullable?: true;
  /** A text in which credentials are replaced. */
  readonly redacted?: true;
  readonly description: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

export type EdgeColumns = Readonly<Record<string, EdgeColumn>>;

const connections = new Map<string, ConnectionRef>();

/** `<Type>Connection`: one per type of row, shared by all fields that give pages of it, so that fragments fit them all. */
export const connectionType = (type: TypeName): ConnectionRef => connectionOf(type, type, {});

/** Pages of rows of mixed type. */
export const nodeConnection = (): ConnectionRef => connectionOf('Node', builder.nodeInterfaceRef(), {});

/** `<name>Connection`, whose edges have columns of their own; of a name that is known, the same as before. */
export function connectionOf(name: string, type: RowRef | NodeRef, columns: EdgeColumns): ConnectionRef {
  return remember(connections, name, () => {
    const ref = builder.objectRef<Connection>(`${name}Connection`);
    return implement(ref, name, type, columns);
  });
}

type NewConnection = ReturnType<typeof builder.objectRef<Connection>>;

function implement(
  ref: NewConnection,
  name: string,
  type: RowRef | NodeRef,
  columns: EdgeColumns,
): ConnectionRef {
  return ref.implement({
    description: `A page of ${name}, in a total order; stable while rows are added.`,
    fields: (t) => ({
      nodes: t.field({
        type: [type],
        description: 'The rows of the page.',
        resolve: (page, _args, _context, info) => rowsAt(page, info),
      }),
      edges: t.field({
        type: [edgeType(name, type, columns)],
        description: 'The rows of the page, each with its cursor.',
        resolve: (page, _args, _context, info) => rowsAt(page, info),
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Where the page stands in the list.',
        resolve: ({ pageInfo }) => pageInfo ?? NO_PAGE,
      }),
      totalCount: t.field({
        type: 'SafeInt',
        description:
          'How many rows match in all, exactly. Counted when asked for; costs a scan of the matching rows.',
        resolve: ({ totalCount }) => totalCount ?? 0,
      }),
      estimatedCount: t.field({
        type: 'SafeInt',
        nullable: true,
        description:
          "About how many rows match in all: the database planner's estimate, at once on any size. Null where there is none (withoutHeader), and for a token that is bound to projects, since the statistics are of all projects.",
        resolve: (page, _args, { lineage }) => lineage.estimate(page),
      }),
    }),
  });
}

const NO_PAGE = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };

function edgeType(name: string, type: RowRef | NodeRef, columns: EdgeColumns): ObjectRef<Builder, Row> {
  const ref = builder.objectRef<Row>(`${name}Edge`).implement({
    description: `A ${name} in a page.`,
    fields: (t) => ({
      node: t.field({
        type,
        description: 'The row.',
        nullable: true,
        resolve: (edge, _args, _context, info) => rowAt(edge, info),
      }),
      cursor: t.string({
        description: 'Where the row stands: pass it as after or before. Holds for the orderBy it came from.',
        resolve: ({ cursor }) => String(cursor),
      }),
    }),
  });
  for (const [
    field,
    { type: scalar, list, nullable = false, redacted = false, ...options },
  ] of Object.entries(columns)) {
    builder.objectField(ref, field, (t) => {
      if (typeof scalar !== 'string')
        return t.field({ ...options, type: [scalar], nullable, resolve: (edge) => textsIn(edge[field]) });
      if (list) return t.stringList({ ...options, nullable, resolve: (edge) => textsIn(edge[field]) });
      if (scalar === 'String')
        return t.string({
          ...options,
          nullable: true,
          resolve: (edge) => textIn(redacted ? redact(edge[field]) : edge[field]),
        });
      if (scalar === 'Boolean')
        return t.boolean({ ...options, nullable: true, resolve: (edge) => edge[field] === true });
      const resolve = (edge: Row): number | null => numberIn(edge[field]);
      return scalar === 'Int'
        ? t.int({ ...options, nullable: true, resolve })
        : t.float({ ...options, nullable: true, resolve });
    });
  }
  return ref;
}

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const textIn = (value: unknown): string | null => (value == null ? null : String(value));
const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);
