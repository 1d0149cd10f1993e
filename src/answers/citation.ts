import { connectionOf } from '../connection/connection-type.ts';
import { type Row, rowAt, slotValue } from '../execution/row.ts';
import { REDACTED_PART } from '../lineage/fields/redacted-fields.ts';
import { joined } from '../lineage/joined.ts';
import { needs } from '../lineage/need.ts';
import { builder } from '../schema/builder.ts';
import { CitationMatch, CitationProblem, CitationStatus, type ClosedSet } from '../schema/closed-sets.ts';
import { CITATION } from './citation-row.ts';

export const Citation = builder.objectRef<Row>('Citation').implement({
  description:
    "A place in a paper that an answer names: one of the anchors in the payload of a question's record, and what stands there. Anchors name no paper, so it is looked for in those that the answer names (paper_path, papers), else in the index that its run built, else in one that the run took over, else in the papers that the run names. Words count from 0 on each page. Tables workflow.run_records, indexing.vectors.",
});

export const CitationConnection = connectionOf('Citation', Citation, {});

const meaning = (field: string): string => CITATION.columns.get(field)?.description ?? '';

const value = (field: string) => ({
  nullable: true as const,
  description: meaning(field),
  extensions: needs({ kind: 'value', fields: [field] }),
});

/** What could not be had is an error at its field. */
function textIn(row: Row, field: string): string | null {
  const found = row[field];
  if (found instanceof Error) throw found;
  return typeof found === 'string' ? found : null;
}

function numberIn(row: Row, field: string): number | null {
  const found = row[field];
  if (found instanceof Error) throw found;
  return typeof found === 'number' ? found : null;
}

const NUMBERS = ['position', 'page', 'startWord', 'endWord'];
/** Written by a model: what looks like a credential in it is replaced. */
const WRITTEN = ['section', 'note'];
const SETS: Readonly<Record<string, ClosedSet>> = {
  status: CitationStatus,
  why: CitationProblem,
  matchedBy: CitationMatch,
};

builder.objectFields(Citation, (t) => ({
  ...Object.fromEntries(
    NUMBERS.map((name) => [name, t.int({ ...value(name), resolve: (row) => numberIn(row, name) })]),
  ),
  ...Object.fromEntries(
    WRITTEN.map((name) => [
      name,
      t.string({
        ...value(name),
        description: `${meaning(name)} ${REDACTED_PART.says}`,
        resolve: (row) => textIn({ [name]: REDACTED_PART.given(textIn(row, name)) }, name),
      }),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(SETS).map(([name, type]) => [
      name,
      t.field({ type, ...value(name), resolve: (row) => textIn(row, name) }),
    ]),
  ),
  quote: t.string({ ...value('quote'), resolve: (row) => textIn(row, 'quote') }),
  raw: t.field({
    type: 'JSON',
    nullable: true,
    description: `${meaning('raw')} ${REDACTED_PART.says}`,
    extensions: needs({ kind: 'json', field: 'raw' }),
    resolve: (row, _args, _context, info) => REDACTED_PART.given(slotValue(row, info)),
  }),
  document: t.field({
    type: 'Document',
    nullable: true,
    description: 'The paper in which its words were found; null unless that is one.',
    extensions: needs({
      kind: 'rows',
      relation: joined('Citation.document', 'Vector', {
        to: 'Document',
        as: 'one',
        on: { docId: 'docId' },
        description: '',
      }),
    }),
    resolve: (row, _args, _context, info) => rowAt(row, info),
  }),
  question: t.field({
    type: 'RunRecord',
    nullable: true,
    description: 'The record of the answer.',
    extensions: needs({
      kind: 'rows',
      relation: joined('Citation.question', 'RunRecord', {
        to: 'RunRecord',
        as: 'one',
        on: { rowId: 'recordId' },
        description: '',
      }),
    }),
    resolve: (row, _args, _context, info) => rowAt(row, info),
  }),
  run: t.field({
    type: 'WorkflowRun',
    nullable: true,
    description: 'The run of the answer.',
    extensions: needs({
      kind: 'rows',
      relation: joined('Citation.run', 'RunRecord', {
        to: 'WorkflowRun',
        as: 'one',
        on: { runId: 'runId' },
        description: '',
      }),
    }),
    resolve: (row, _args, _context, info) => rowAt(row, info),
  }),
}));
