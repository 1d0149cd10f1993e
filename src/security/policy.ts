import type PrismaTypes from '../../prisma/generated/pothos-types.ts';
import type { TABLES, TableType } from '../database/tables.ts';
import type { Scope } from './principal.ts';

/**
 * How the API gives a column:
 * - `open`: as it is stored. Rows can be filtered and sorted by it.
 * - `redacted`: credentials in it are replaced. It can be neither compared nor sorted by, only asked whether it is there:
 *   a filter would spell out what the redaction hides, and a cursor would carry it.
 * - `digest`: only a keyed one-way digest of it.
 * - `never`: not at all.
 */
export type Treatment = 'open' | 'redacted' | 'digest' | 'never';

/** A treatment alone takes the scope of the table. */
export type ColumnPolicy = Treatment | { readonly as: Treatment; readonly scope: Scope };

type Open = 'open' | { readonly as: 'open'; readonly scope: Scope };

/** The project of what names none: to every service of Ragonometrics, null and '' mean this one. */
export const DEFAULT_PROJECT = 'default-shared';

/**
 * Which rows a caller sees who is bound to projects:
 * - `own`: those of their projects by their own `projectId`; one without it is of the project of its run, if `runBy` says
 *   which field names that run, else of the default project.
 * - `of its run`: those whose run, named by `runBy`, is of their projects.
 * - `shared`: all. The rows are made once for all projects.
 * - `none`: none. Nothing tells to which project a row belongs.
 */
type ProjectPolicy<Field extends string> =
  | { readonly project: 'own'; readonly runBy?: Field }
  | { readonly project: 'of its run'; readonly runBy: Field }
  | { readonly project: 'shared' | 'none' };

type FieldOf<Type extends TableType> = keyof PrismaTypes[Type]['Shape'] & string;

/** Keys stand in ids and cursors, so they must be open. */
type ColumnsOf<Type extends TableType> = {
  readonly [Field in FieldOf<Type>]: Field extends (typeof TABLES)[Type]['key'] ? Open : ColumnPolicy;
};

export type TablePolicy<Type extends TableType> = ProjectPolicy<FieldOf<Type>> & {
  /** What it takes to learn anything from a row. */
  readonly scope: Scope;
  readonly columns: ColumnsOf<Type>;
};

/** One for each table, with each of its columns: what is missing does not compile. */
export type Policies = { readonly [Type in TableType]: TablePolicy<Type> };

/** Who asked, wrote or added something. */
export const PERSONAL = { as: 'open', scope: 'auth:read' } as const;

/** Texts of people, papers and models, and JSON in which they may stand. */
export const CONTENT = { as: 'redacted', scope: 'content:read' } as const;
