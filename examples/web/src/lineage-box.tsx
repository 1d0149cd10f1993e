import { paperAddress, runAddress } from './address.ts';
import { BOX, type Node } from './lineage-layout.ts';
import { leftOut, oneOf } from './lineage-words.ts';

/** Runs and papers have pages of their own. */
function addressOf({ node }: Node): string | undefined {
  if (node && 'runId' in node) return runAddress(node.runId);
  return node && 'docId' in node ? paperAddress(node.docId) : undefined;
}

export function LineageBox({ node, x, y }: { node: Node; x: number; y: number }) {
  const { type, title, status, tone, depth } = node;
  const more = leftOut(node);
  const about = [oneOf(type), status, more && `+ ${more}`].filter(Boolean).join(' · ');
  const style = { left: x, top: y, ...BOX };
  const className = `box ${tone.toLowerCase()}${depth === 0 ? ' start' : ''}`;
  const content = (
    <>
      <strong>{title}</strong>
      <small>{about}</small>
    </>
  );
  const href = addressOf(node);
  const whole = `${title}\n${about}`;
  return href && depth > 0 ? (
    <a className={className} style={style} href={href} title={whole}>
      {content}
    </a>
  ) : (
    <div className={className} style={style} title={whole}>
      {content}
    </div>
  );
}
