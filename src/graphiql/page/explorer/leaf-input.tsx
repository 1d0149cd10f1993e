import { type GraphQLInputType, isEnumType, isScalarType, Kind, type ValueNode } from 'graphql';
import { useState } from 'react';
import { shownValue, typedValue } from './argument-value.ts';

interface Props {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly value: ValueNode;
  readonly onChange: (value: ValueNode) => void;
}

/** A choice for what has few values, a text field for the rest; what is half typed changes nothing yet. */
export function LeafInput({ name, type, value, onChange }: Props) {
  const shown = shownValue(value);
  const [half, setHalf] = useState<string>();
  if (isEnumType(type) && value.kind === Kind.ENUM) {
    return (
      <select
        aria-label={name}
        value={value.value}
        onChange={({ target }) => onChange({ kind: Kind.ENUM, value: target.value })}
      >
        {type.getValues().map((one) => (
          <option key={one.name}>{one.name}</option>
        ))}
      </select>
    );
  }
  if (isScalarType(type) && type.name === 'Boolean' && value.kind === Kind.BOOLEAN) {
    return (
      <select
        aria-label={name}
        value={String(value.value)}
        onChange={({ target }) => onChange({ kind: Kind.BOOLEAN, value: target.value === 'true' })}
      >
        <option>true</option>
        <option>false</option>
      </select>
    );
  }
  const take = (text: string): void => {
    const typed = typedValue(type, text);
    setHalf(typed ? undefined : text);
    if (typed) onChange(typed);
  };
  return (
    <input
      aria-label={name}
      aria-invalid={half !== undefined}
      value={half ?? shown}
      onChange={({ target }) => take(target.value)}
    />
  );
}
