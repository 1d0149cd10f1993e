import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import { isTypeName, type TypeName } from '../../schema/builder.ts';
import { scopeOfColumn, scopeOfType } from '../../security/policies.ts';
import type { Scope } from '../../security/principal.ts';
import { rowsNamed } from '../joined.ts';
import { needOf } from '../need.ts';
import { edgesOf } from '../related.ts';

/** One place in the schema where a caller meets a scope. */
export interface Scoped {
  readonly type: string;
  readonly field: string;
  readonly scope: Scope;
  /** Sorting and filtering by a column take the scope that reading it takes. */
  readonly as: 'field' | 'filter or order';
  readonly definition: GraphQLField<unknown, unknown> | GraphQLInputField;
}

const rowTypeOf = (name: string, suffix: RegExp): TypeName | undefined => {
  const type = name.replace(suffix, '');
  return isTypeName(type) ? type : undefined;
};

/** All fields, filters and orders with their scopes; paging (`PageInfo`), `node` and `nodes` have that of what they lead to. */
export function scopesOf(schema: GraphQLSchema): readonly Scoped[] {
  return Object.values(schema.getTypeMap()).flatMap((type): readonly Scoped[] => {
    if (isObjectType(type)) {
      const fields = Object.entries(type.getFields());
      return fields.flatMap(([field, definition]) => {
        const scope = scopeOfField(type.name, definition);
        return scope ? [{ type: type.name, field, scope, as: 'field', definition }] : [];
      });
    }
    const of = isInputObjectType(type) ? rowTypeOf(type.name, /(Where|OrderBy)$/) : undefined;
    if (of === undefined || !isInputObjectType(type)) return [];
    return Object.entries(type.getFields())
      .filter(([field]) => !['AND', 'OR', 'NOT'].includes(field))
      .map(([field, definition]) => {
        const scope = scopeOfFilter(of, field);
        return { type: type.name, field, scope, as: 'filter or order', definition };
      });
  });
}

/** Of a column, or of the rows that an edge leads to. */
function scopeOfFilter(type: TypeName, field: string): Scope {
  const edge = edgesOf(rowsNamed(type))[field];
  if (!edge) return scopeOfColumn(type, field);
  return strictest([...(edge.via ?? []), edge].map(({ to }) => scopeOfType(to)));
}

function scopeOfField(type: string, field: GraphQLField<unknown, unknown>): Scope | undefined {
  const need = needOf(field.extensions);
  if (need?.kind === 'value' && isTypeName(type))
    return strictest(need.fields.map((column) => scopeOfColumn(type, column)));
  if (need?.kind === 'json' && isTypeName(type)) return scopeOfColumn(type, need.field);
  if (need?.kind === 'rows' && need.relation.reads.length > 0)
    return strictest(need.relation.reads.map(scopeOfRead));
  const leadsTo = type === 'Query' ? field.type.toString() : type;
  const of = rowTypeOf(leadsTo.replace(/[![\]]/g, ''), /(Connection|Edge)$/);
  return of === undefined ? undefined : scopeOfType(of);
}

/** Of a type, or of a column of one. */
function scopeOfRead(read: string): Scope {
  const [type = '', column] = read.split('.');
  return column === undefined ? scopeOfType(type) : scopeOfColumn(type, column);
}

const strictest = (scopes: readonly Scope[]): Scope =>
  scopes.find((scope) => scope !== 'lineage:read') ?? 'lineage:read';

/** Ends each description with the scope, so that it is known before it is missed. */
export function nameScopes(schema: GraphQLSchema): GraphQLSchema {
  for (const { definition, scope, as } of scopesOf(schema)) {
    if (as === 'field' || scope !== 'lineage:read') {
      definition.description = `${definition.description ?? ''} Scope: ${scope}.`.trim();
    }
  }
  return schema;
}
