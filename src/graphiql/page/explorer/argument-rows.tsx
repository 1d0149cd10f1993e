import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  Kind,
  type NameNode,
  type ValueNode,
} from 'graphql';
import { emptyValue } from './argument-value.ts';
import { LeafInput } from './leaf-input.tsx';

/** An argument, or a field of an input object. */
interface Input {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly type: GraphQLInputType;
}
interface Entry {
  readonly name: NameNode;
  readonly value: ValueNode;
}
type Change = (entries: readonly Entry[]) => void;

interface FieldProps {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly onChange: (node: FieldNode) => void;
}

/** The arguments of a selected field; folded, unless some are given. */
export function ArgumentRows({ field, node, onChange }: FieldProps) {
  if (field.args.length === 0) return null;
  const entries = node.arguments ?? [];
  const change: Change = (next) =>
    onChange({ ...node, arguments: next.map((entry) => ({ ...entry, kind: Kind.ARGUMENT })) });
  return (
    <details className="explorer-arguments">
      <summary>
        Arguments <small>{entries.map(({ name }) => name.value).join(', ')}</small>
      </summary>
      <Entries inputs={field.args} entries={entries} onChange={change} />
    </details>
  );
}

interface EntriesProps {
  readonly inputs: readonly Input[];
  readonly entries: readonly Entry[];
  readonly onChange: Change;
}

function Entries({ inputs, entries, onChange }: EntriesProps) {
  return (
    <ul>
      {inputs.map((input) => {
        const entry = entries.find(({ name }) => name.value === input.name);
        const others = entries.filter((one) => one !== entry);
        const set = (value: ValueNode): void => {
          const name = { kind: Kind.NAME, value: input.name } as const;
          const changed = entries.map((one) => (one === entry ? { ...one, value } : one));
          onChange(entry ? changed : [...entries, { name, value }]);
        };
        const toggle = () => (entry ? onChange(others) : set(emptyValue(input.type)));
        return (
          <li key={input.name}>
            <label title={input.description ?? undefined}>
              <input type="checkbox" checked={entry !== undefined} onChange={toggle} />
              <span>{input.name}</span> <small>{String(input.type)}</small>
            </label>
            {entry && <Value input={input} value={entry.value} onChange={set} />}
          </li>
        );
      })}
    </ul>
  );
}

interface ValueProps {
  readonly input: Input;
  readonly value: ValueNode;
  readonly onChange: (value: ValueNode) => void;
}

/** Of a list, its first entry can be edited here. */
function Value({ input, value, onChange }: ValueProps) {
  const type = getNullableType(input.type);
  if (isListType(type) && value.kind === Kind.LIST) {
    const [first = emptyValue(type.ofType), ...others] = value.values;
    const change = (next: ValueNode) => onChange({ ...value, values: [next, ...others] });
    return <Value input={{ ...input, type: type.ofType }} value={first} onChange={change} />;
  }
  if (isInputObjectType(type) && value.kind === Kind.OBJECT) {
    const change: Change = (entries) =>
      onChange({ ...value, fields: entries.map((entry) => ({ ...entry, kind: Kind.OBJECT_FIELD })) });
    return <Entries inputs={Object.values(type.getFields())} entries={value.fields} onChange={change} />;
  }
  return <LeafInput name={input.name} type={type} value={value} onChange={onChange} />;
}
