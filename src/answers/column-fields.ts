import type { ObjectRef } from '@pothos/core';
import type { Column } from '../database/tables.ts';
import { storedValue } from '../errors.ts';
import { flagIn, numberIn, type Row, textIn, valueIn } from '../execution/row.ts';
import { needs } from '../lineage/need.ts';
import type { RowType } from '../lineage/row-type.ts';
import { builder } from '../schema/builder.ts';

/** Gives a type of rows that only an answer has its columns as fields; `except`: those that are given another way. */
export function columnFields(
  ref: ObjectRef<typeof builder.$inferSchemaTypes, Row>,
  { name, columns }: RowType,
  except: readonly string[] = [],
): void {
  builder.objectFields(ref, (t) => {
    const fieldOf = ({ field, kind, nullable, description = '' }: Column) => {
      const options = { description, extensions: needs({ kind: 'value', fields: [field] }) };
      const reading = <Value>(read: (row: Row, field: string) => Value | null) => {
        const resolve = (row: Row): Value | null => read(row, field);
        return nullable
          ? ({ ...options, nullable: true, resolve } as const)
          : { ...options, resolve: (row: Row): Value => required(resolve(row), `${name}.${field}`) };
      };
      switch (kind) {
        case 'Int':
        case 'Float':
          return t.field({ type: kind, ...reading(numberIn) });
        case 'Boolean':
          return t.boolean(reading(flagIn));
        case 'Json':
          return t.field({ type: 'JSON', ...options, nullable: true, resolve: (row) => valueIn(row, field) });
        default:
          return t.field({ type: kind, ...reading(textIn) });
      }
    };
    const given = [...columns.values()].filter(({ field }) => !except.includes(field));
    return Object.fromEntries(given.map((column) => [column.field, fieldOf(column)]));
  });
}

function required<Value>(value: Value | null, field: string): Value {
  if (value === null) throw storedValue(field);
  return value;
}
