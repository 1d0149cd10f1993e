import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { GraphiqlLink } from './graphiql-link.tsx';
import { graphql } from './graphql/index.ts';
import { joined } from './joined-lineage.ts';
import { LineageBox } from './lineage-box.tsx';
import { layOut, type Picture } from './lineage-layout.ts';
import { leftOut } from './lineage-words.ts';
import { Problems } from './problems.tsx';

/** Chunks are left to the pages of papers: a run can have a hundred thousand. */
const LINEAGE = graphql(`
  query Lineage($id: ID!) {
    up: lineage(of: $id, direction: UPSTREAM, depth: 2, limitPerEdge: 4, types: [WorkflowRun, Document, PrepManifest, PipelineRun, IndexShard]) {
      ...Graph
    }
    down: lineage(of: $id, direction: DOWNSTREAM, depth: 1, limitPerEdge: 4, types: [WorkflowRun, PipelineRun, RunRecord, RetrievalEvent, TokenUsage]) {
      ...Graph
    }
  }
  fragment Graph on Lineage {
    nodes {
      id
      type
      title
      depth
      status
      tone
      stage
      truncated {
        type
        shown
        total
      }
      node {
        ... on WorkflowRun {
          runId
        }
        ... on Document {
          docId
        }
      }
    }
    edges {
      from
      to
      kind
      grade
    }
  }
`);

/** What a run or a paper rests on, and what rests on it, as the API tells it. */
export function LineagePicture({ id }: { id: string }) {
  const [{ data, error, fetching }] = useQuery({ query: LINEAGE, variables: { id } });
  const lineage = useMemo(() => joined([data?.up, data?.down]), [data]);
  const [picture, setPicture] = useState<Picture>();
  useEffect(() => {
    let isLeft = false;
    if (lineage) void layOut(lineage).then((placed) => isLeft || setPicture(placed));
    return () => {
      isLeft = true;
    };
  }, [lineage]);
  const [start] = lineage?.nodes ?? [];
  const more = start && leftOut(start);
  if (fetching || (lineage && !picture)) return <p>Drawing …</p>;
  if (!picture) return <Problems error={error} />;
  return (
    <figure className="lineage">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it by keys. */}
      <section className="scrolls" aria-label="Picture of the lineage" tabIndex={0}>
        <div className="plane" style={{ width: picture.width, height: picture.height }}>
          <svg width={picture.width} height={picture.height} aria-hidden="true">
            <defs>
              <marker
                id="arrow"
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="7"
                markerHeight="7"
                orient="auto"
              >
                <path d="M0 0 8 4 0 8z" />
              </marker>
            </defs>
            {picture.lines.map(({ key, path, grade }) => (
              <path key={key} d={path} className={grade.toLowerCase()} markerEnd="url(#arrow)" />
            ))}
          </svg>
          {picture.columns.map(({ title, x }) => (
            <b key={title} style={{ left: x }}>
              {title}
            </b>
          ))}
          {picture.boxes.map(({ node, x, y }) => (
            <LineageBox key={node.id} node={node} x={x} y={y} />
          ))}
        </div>
      </section>
      <figcaption>
        <span className="line available_to">was available to</span>
        <span className="line cited_by">is cited by</span>
        {more && <span>More than the picture shows: {more}.</span>}
        <GraphiqlLink query={LINEAGE} variables={{ id }} />
      </figcaption>
      <Problems error={error} />
    </figure>
  );
}
