import { collectSubFields } from '@graphql-tools/utils';
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
} from 'graphql';
import { type Need, needOf, type Sum, sumOf } from './need.ts';

/** What a caller asked of one row: the part of the GraphQL document below it, as needs. */
export interface Selection {
  readonly type: string;
  readonly fields: readonly SelectedField[];
}

export interface SelectedField {
  /** The name in the answer: the alias, or the field's own. */
  readonly key: string;
  readonly need: Need;
  /** Where the field's arguments stand in `Request.arguments`; `NO_SITE` for a field that takes none. */
  readonly site: number;
  /** For an edge: what is wanted of the rows there. */
  readonly views: readonly View[];
  /** For a connection: which of its own fields are wanted. */
  readonly parts: ReadonlySet<string>;
  /** For a connection: the names in the answer under which `edges` is asked for. */
  readonly edgeKeys: readonly string[];
  /** For an aggregate: its fields. */
  readonly sums: readonly { readonly name: string; readonly sum: Sum }[];
}

/**
 * One place in the answer where the rows of an edge appear. A connection can have several (`nodes` and `edges { node }`,
 * each aliased), which may ask different things under the same names.
 */
export interface View {
  readonly path: string;
  readonly selection: Selection;
}

/** A field with arguments, in the order in which the selection was read. */
export interface Site {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly need: Need;
}

export const NO_SITE = -1;

type Info = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** Reads the selection below `nodes` as asked of `type`; `sites` gathers the fields whose arguments matter. */
export class SelectionReader {
  readonly sites: Site[] = [];
  readonly #info: Info;

  constructor(info: Info) {
    this.#info = info;
  }

  row(type: GraphQLObjectType, nodes: readonly FieldNode[]): Selection {
    const fields = this.#fields(type, nodes).flatMap(({ key, field, nodes: below }) => {
      const need = needOf(field.extensions);
      return need ? [this.field(key, need, field, below)] : [];
    });
    return { type: type.name, fields };
  }

  /** One field of a row, or the root field that stands for all rows of a type. */
  field(
    key: string,
    need: Need,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
  ): SelectedField {
    const [node] = nodes;
    if (!node) throw new Error(`The field ${field.name} stands nowhere in the document.`);
    const site = field.args.length > 0 ? this.sites.push({ field, node, need }) - 1 : NO_SITE;
    const type = getNamedType(field.type);
    const nothing = { key, need, site, views: [], parts: new Set<string>(), edgeKeys: [], sums: [] };
    if (!isObjectType(type)) return nothing;
    if (need.kind === 'sum') return { ...nothing, sums: this.#sums(type, nodes) };
    if (need.kind !== 'edge') return nothing;
    if (need.edge.as !== 'connection')
      return { ...nothing, views: [{ path: '', selection: this.row(type, nodes) }] };
    return { ...nothing, ...this.#connection(type, nodes) };
  }

  /** A row that is looked up by its key: the answer's type is known although the field may only say `Node`. */
  lookup(key: string, need: Need, type: GraphQLObjectType, nodes: readonly FieldNode[]): SelectedField {
    const views = [{ path: '', selection: this.row(type, nodes) }];
    return { key, need, site: NO_SITE, views, parts: new Set(), edgeKeys: [], sums: [] };
  }

  #connection(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
  ): Pick<SelectedField, 'views' | 'parts' | 'edgeKeys'> {
    const views: View[] = [];
    const edgeKeys: string[] = [];
    const parts = new Set<string>();
    for (const { key, field, nodes: below } of this.#fields(type, nodes)) {
      parts.add(field.name);
      const inner = getNamedType(field.type);
      if (!isObjectType(inner)) continue;
      if (field.name === 'nodes') views.push({ path: key, selection: this.row(inner, below) });
      if (field.name === 'pageInfo')
        for (const part of this.#fields(inner, below)) parts.add(part.field.name);
      if (field.name === 'edges') {
        edgeKeys.push(key);
        views.push(...this.#edges(key, inner, below, parts));
      }
    }
    return { views, parts, edgeKeys };
  }

  #edges(path: string, type: GraphQLObjectType, nodes: readonly FieldNode[], parts: Set<string>): View[] {
    return this.#fields(type, nodes).flatMap(({ key, field, nodes: below }) => {
      parts.add(field.name);
      const inner = getNamedType(field.type);
      return isObjectType(inner) ? [{ path: `${path}.${key}`, selection: this.row(inner, below) }] : [];
    });
  }

  #sums(type: GraphQLObjectType, nodes: readonly FieldNode[]): SelectedField['sums'] {
    const sums = this.#fields(type, nodes).flatMap(({ field }) => {
      const sum = sumOf(field.extensions);
      return sum ? [{ name: field.name, sum }] : [];
    });
    return [...new Map(sums.map((sum) => [sum.name, sum])).values()];
  }

  #fields(type: GraphQLObjectType, nodes: readonly FieldNode[]) {
    const { schema, fragments, variableValues } = this.#info;
    const { fields } = collectSubFields(schema, fragments, variableValues, type, [...nodes]);
    const known = type.getFields();
    return [...fields].flatMap(([key, below]) => {
      const field = known[below[0]?.name.value ?? ''];
      return field ? [{ key, field, nodes: below }] : [];
    });
  }
}
