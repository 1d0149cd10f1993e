import type { ObjectRef } from '@pothos/core';
import type { Column } from '../database/tables.ts';
import { storedValue } from '../errors.ts';
import type { Row } from '../execution/row.ts';
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
      const reading = <Value>(read: (value: unknown) => Value | null) => {
        const resolve = (row: Row): Value | null => read(cell(row, field));
        return nullable
          ? ({ ...options, nullable: true, resolve } as const)
          : { ...options, resolve: (row: Row): Value => required(resolve(row), `${name}.${field}`) };
      };
      switch (kind) {
        case 'Int':
        case 'Float':
          return t.field({ type: kind, ...reading(number) });
        case 'Boolean':
          return t.boolean(reading(flag));
        case 'Json':
          return t.field({ type: 'JSON', ...options, nullable: true, resolve: (row) => cell(row, field) });
        default:
          return t.field({ type: kind, ...reading(text) });
      }
    };
    const given = [...columns.values()].filter(({ field }) => !except.includes(field));
    return Object.fromEntries(given.map((column) => [column.field, fieldOf(column)]));
  });
}

/** A value that could not be had is an Error, to be reported where it was asked for. */
function cell(row: Row, field: string): unknown {
  const value = row[field];
  if (value instanceof Error) throw value;
  return value;
}

function required<Value>(value: Value | null, field: string): Value {
  if (value === null) throw storedValue(field);
  return value;
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
