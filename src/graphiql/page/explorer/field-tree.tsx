import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
} from 'graphql';
import { type ReactNode, useState } from 'react';
import { ArgumentRows } from './argument-rows.tsx';
import { type FieldGroup, fieldGroups } from './field-groups.ts';
import { newSelection, replaced, withSelections } from './selections.ts';
import { TypeConditions } from './type-conditions.tsx';

interface Selected {
  readonly schema: GraphQLSchema;
  readonly selections: readonly SelectionNode[];
  readonly onChange: (selections: readonly SelectionNode[]) => void;
}

const ofField = (selections: readonly SelectionNode[], { name }: GraphQLField<unknown, unknown>) =>
  selections.filter((one) => one.kind === Kind.FIELD).filter((one) => one.name.value === name);

/** The fields of a type in groups that fold, each field with a box to tick, and what is selected below it. */
export function FieldTree({ type, ...selected }: Selected & { type: GraphQLObjectType }): ReactNode {
  return fieldGroups(type).map((group, place) => (
    <Group key={group.title} group={group} isFirst={place === 0} {...selected} />
  ));
}

function Group({ group, isFirst, ...selected }: Selected & { group: FieldGroup; isFirst: boolean }) {
  const isUsed = group.fields.some((field) => ofField(selected.selections, field).length > 0);
  const [isOpen, setOpen] = useState(isFirst || isUsed);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {group.title} <small>{group.fields.length}</small>
      </summary>
      {isOpen && (
        <ul>
          {group.fields.map((field) => (
            <FieldRows key={field.name} field={field} {...selected} />
          ))}
        </ul>
      )}
    </details>
  );
}

/** A field that is selected twice, under aliases, has two rows. */
function FieldRows({
  field,
  selections,
  onChange,
  ...rest
}: Selected & { field: GraphQLField<unknown, unknown> }) {
  const nodes = ofField(selections, field);
  if (nodes.length === 0) {
    const add = () => onChange([...selections, newSelection(field)]);
    return <FieldRow field={field} label={field.name} isSelected={false} onToggle={add} />;
  }
  return nodes.map((node) => {
    const change = (next: FieldNode | undefined) => onChange(replaced(selections, node, next));
    const label = node.alias ? `${node.alias.value}: ${field.name}` : field.name;
    return (
      <FieldRow key={label} field={field} label={label} isSelected onToggle={() => change(undefined)}>
        <ArgumentRows field={field} node={node} onChange={change} />
        <Below field={field} node={node} onChange={change} {...rest} />
      </FieldRow>
    );
  });
}

interface Row {
  readonly field: GraphQLField<unknown, unknown>;
  readonly label: string;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  readonly children?: ReactNode;
}

function FieldRow({ field, label, isSelected, onToggle, children }: Row) {
  return (
    <li>
      <label title={field.description ?? undefined}>
        <input type="checkbox" checked={isSelected} onChange={onToggle} />
        <span>{label}</span> <small>{String(field.type)}</small>
      </label>
      {children}
    </li>
  );
}

interface BelowProps {
  readonly schema: GraphQLSchema;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly onChange: (node: FieldNode | undefined) => void;
}

function Below({ schema, field, node, onChange }: BelowProps) {
  const type = getNamedType(field.type);
  const selected: Selected = {
    schema,
    selections: node.selectionSet?.selections ?? [],
    onChange: (selections) => onChange(withSelections(node, selections)),
  };
  if (isObjectType(type)) return <FieldTree type={type} {...selected} />;
  if (!isAbstractType(type)) return null;
  return (
    <TypeConditions
      type={type}
      {...selected}
      fields={(possible, selections, change) => (
        <FieldTree schema={schema} type={possible} selections={selections} onChange={change} />
      )}
    />
  );
}
