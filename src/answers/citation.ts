import { connectionOf } from '../connection/connection-type.ts';
import { numberIn, type Row, slotValue, textIn } from '../execution/row.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
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
    description: 'The paper in which its words were found; null unless that is one.',
    ...fromRows(
      joined('Citation.document', 'Vector', {
        to: 'Document',
        as: 'one',
        on: { docId: 'docId' },
        description: '',
      }),
    ),
  }),
  question: t.field({
    type: 'RunRecord',
    description: 'The record of the answer.',
    ...fromRows(
      joined('Citation.question', 'RunRecord', {
        to: 'RunRecord',
        as: 'one',
        on: { rowId: 'recordId' },
        description: '',
      }),
    ),
  }),
  run: t.field({
    type: 'WorkflowRun',
    description: 'The run of the answer.',
    ...fromRows(
      joined('Citation.run', 'RunRecord', {
        to: 'WorkflowRun',
        as: 'one',
        on: { runId: 'runId' },
        description: '',
      }),
    ),
  }),
}));
