import { type GraphQLField, type GraphQLObjectType, getNamedType, isLeafType, isNonNullType } from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** Fields that are shown, and folded, together. */
export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly Field[];
}

/** What names a row and says how it went comes first; the names stand in the order in which they are wanted. */
const FIRST = [/^id$/, /^rowId$/, /(Id|Key)$/, /^(step|recordKind|name|title)$/, /^status$|Status$/];
const PAGE = ['nodes', 'totalCount', 'estimatedCount', 'pageInfo', 'edges'];

const rank = ({ name }: Field): number => FIRST.findIndex((pattern) => pattern.test(name));
const isLeaf = ({ type }: Field): boolean => isLeafType(getNamedType(type));
const isPage = (type: GraphQLObjectType): boolean => type.name.endsWith('Connection');

/** The fields of a type as somebody looks for them: keys and status, times, other columns, and apart from them the edges. */
export function fieldGroups(type: GraphQLObjectType): readonly FieldGroup[] {
  const fields = Object.values(type.getFields());
  if (isPage(type)) {
    const places = new Map(PAGE.map((name, place) => [name, place]));
    const place = ({ name }: Field): number => places.get(name) ?? PAGE.length;
    return [{ title: 'Page', fields: fields.toSorted((a, b) => place(a) - place(b)) }];
  }
  const leaves = fields.filter(isLeaf);
  // The key of the type itself is never null; those of others may be.
  const order = (field: Field): number => 2 * rank(field) + (isNonNullType(field.type) ? 0 : 1);
  const first = leaves.filter((field) => rank(field) >= 0).toSorted((a, b) => order(a) - order(b));
  const times = leaves.filter((field) => rank(field) < 0 && field.name.endsWith('At'));
  const others = fields.filter((field) => !isLeaf(field));
  const isList = ({ type: of }: Field): boolean => getNamedType(of).name.endsWith('Connection');
  return [
    { title: 'Keys and status', fields: first },
    { title: 'Times', fields: times },
    { title: 'Columns', fields: leaves.filter((field) => !first.includes(field) && !times.includes(field)) },
    { title: 'One object', fields: others.filter((field) => !isList(field)) },
    { title: 'Lists', fields: others.filter(isList) },
  ].filter(({ fields: some }) => some.length > 0);
}
