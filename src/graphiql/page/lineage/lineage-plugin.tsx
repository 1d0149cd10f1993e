import { type GraphiQLPlugin, Spinner, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { type FormEvent, useContext, useEffect, useState } from 'react';
import { ask } from '../ask.ts';
import { TokenContext } from '../token-panel.tsx';
import { LINEAGE_QUERY, type LineageGraph, type LineageNode, readGraph } from './graph.ts';
import { layOut, type Picture } from './layout.ts';
import { decodeNodeId, encodeNodeId } from './node-ids.ts';
import { nodeQuery } from './node-query.ts';
import { LineagePicture } from './picture.tsx';
import { more } from './picture-box.tsx';
import { useSubject } from './use-subject.ts';

/** A panel that draws where a node comes from and what was made of it. */
export const LINEAGE_PLUGIN: GraphiQLPlugin = {
  title: 'Lineage',
  icon: () => (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M3 4h6v5H3zm12 5.5h6v5h-6zM3 15h6v5H3zm6-8.500 6 5.500-6 5.500" />
    </svg>
  ),
  content: LineagePanel,
};

type Drawn =
  | { readonly is: 'nothing' | 'drawing' }
  | { readonly is: 'failed'; readonly problem: string }
  | { readonly is: 'drawn'; readonly start: string; readonly graph: LineageGraph; readonly picture: Picture };

async function draw(token: string, id: string): Promise<Drawn> {
  const { data, problems } = await ask(token, LINEAGE_QUERY, { id });
  const graph = readGraph(data);
  if (!graph || graph.nodes.length === 0) {
    return { is: 'failed', problem: problems[0] ?? 'Nothing has this id.' };
  }
  return { is: 'drawn', start: id, graph, picture: await layOut(graph) };
}

const named = (id: string): string => {
  const node = decodeNodeId(id);
  return node ? `${node.type} ${node.key}` : id;
};
/** A run is named by its run id too. */
const idOf = (typed: string): string =>
  decodeNodeId(typed) ? typed : encodeNodeId({ type: 'WorkflowRun', key: typed });

function LineagePanel() {
  const { token } = useContext(TokenContext);
  const { ids, atCursor } = useSubject();
  const wanted = atCursor ?? ids[0];
  const [drawn, setDrawn] = useState<Drawn>({ is: 'nothing' });
  const [subject, setSubject] = useState<string>();
  const openNode = useOpenNode();
  const asked = subject ?? wanted;
  useEffect(() => {
    if (asked === undefined) return;
    let isWanted = true;
    setDrawn({ is: 'drawing' });
    void draw(token, asked)
      .catch((): Drawn => ({ is: 'failed', problem: 'The picture cannot be drawn.' }))
      .then((result) => isWanted && setDrawn(result));
    return () => {
      isWanted = false;
    };
  }, [token, asked]);
  // The cursor in another id asks for another picture.
  useEffect(() => {
    if (atCursor !== undefined) setSubject(undefined);
  }, [atCursor]);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('id');
    if (typeof typed === 'string' && typed.trim() !== '') setSubject(idOf(typed.trim()));
  }
  return (
    <section className="lineage-panel" aria-label="Lineage">
      <h2>Lineage</h2>
      <form onSubmit={submit}>
        <input
          key={asked}
          name="id"
          className="lineage-id"
          list="lineage-ids"
          aria-label="An id of a node, or a run id"
          placeholder="An id of a node, or a run id"
          defaultValue={asked ?? ''}
        />
        <datalist id="lineage-ids">
          {ids.map((id) => (
            <option key={id} value={id}>
              {named(id)}
            </option>
          ))}
        </datalist>
        <button type="submit" className="graphiql-button">
          Draw
        </button>
      </form>
      <p aria-live="polite">{asked === undefined ? HELP : named(asked)}</p>
      {drawn.is === 'drawing' && <Spinner />}
      {drawn.is === 'failed' && <p role="alert">{drawn.problem}</p>}
      {drawn.is === 'drawn' && (
        <>
          <LineagePicture
            key={drawn.start}
            picture={drawn.picture}
            start={drawn.start}
            truncated={drawn.graph.truncated}
            onOpen={openNode}
          />
          <LeftOut graph={drawn.graph} />
        </>
      )}
    </section>
  );
}

const HELP = 'Run a query: the first id in its answer is drawn, or the one in which you set the cursor.';

function LeftOut({ graph: { nodes, truncated, unavailable } }: { graph: LineageGraph }) {
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  const cut = truncated.map((one) => ({
    key: `${one.id} ${one.edge} ${one.type}`,
    text: `${titles.get(one.id) ?? named(one.id)}: ${more(one)} (${one.edge})`,
  }));
  const all = [...cut, ...unavailable.map((text) => ({ key: text, text }))];
  if (all.length === 0) return <p>Nothing was left out within two steps.</p>;
  return (
    <details>
      <summary>Left out at {all.length} places</summary>
      <ul>
        {all.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </details>
  );
}

/** Opens a query for a node in a new tab. */
function useOpenNode(): (node: LineageNode) => void {
  const schema = useGraphiQL((state) => state.schema);
  const query = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const { addTab } = useGraphiQLActions();
  return ({ id, type }) => {
    if (!schema) return;
    addTab();
    query?.setValue(nodeQuery(schema, type));
    variables?.setValue(JSON.stringify({ id }, null, 2));
  };
}
