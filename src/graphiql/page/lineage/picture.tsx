import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LineageNode, Truncated } from './graph.ts';
import { BOX, type Picture } from './layout.ts';
import { PictureBox } from './picture-box.tsx';
import { titleOf } from './stages.ts';
import { useView } from './use-view.ts';

interface Props {
  readonly picture: Picture;
  readonly start: string;
  readonly truncated: readonly Truncated[];
  readonly onOpen: (node: LineageNode) => void;
}
interface Size {
  readonly width: number;
  readonly height: number;
}

function useSize(of: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 600, height: 400 });
  useLayoutEffect(() => {
    const { current } = of;
    if (!current) return;
    const measure = (): void => setSize({ width: current.clientWidth, height: current.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [of]);
  return size;
}

/** The drawing, in a frame in which it is moved and enlarged. */
export function LineagePicture({ picture, start, truncated, onOpen }: Props) {
  const frame = useRef<HTMLElement>(null);
  const size = useSize(frame);
  const middle = picture.boxes.find(({ id }) => id === start);
  const fits = Math.min(size.width / picture.width, size.height / picture.height, 1);
  const whole = { x: picture.width / 2, y: picture.height / 2, zoom: fits };
  // What cannot be read when seen as a whole starts at the node that was asked for.
  const first =
    fits < 0.6 && middle ? { x: middle.x + BOX.width / 2, y: middle.y + BOX.height / 2, zoom: 0.8 } : whole;
  const { view, handlers, zoomBy, zoomIn, zoomOut, showWhole, show } = useView(whole, first);
  useEffect(() => {
    const { current } = frame;
    // React listens to the wheel passively, and the page would scroll along.
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      zoomBy(Math.exp(-event.deltaY / 400));
    };
    current?.addEventListener('wheel', turn, { passive: false });
    return () => current?.removeEventListener('wheel', turn);
  });
  const width = size.width / view.zoom;
  const height = size.height / view.zoom;
  return (
    <>
      <div className="lineage-tools">
        <button type="button" className="graphiql-button" aria-label="Enlarge" onClick={zoomIn}>
          +
        </button>
        <button type="button" className="graphiql-button" aria-label="Shrink" onClick={zoomOut}>
          −
        </button>
        <button type="button" className="graphiql-button" onClick={showWhole}>
          Show all
        </button>
        <small>Drag or use the arrow keys; + and − zoom; Tab goes from box to box, Enter opens one.</small>
      </div>
      <section
        ref={frame}
        className="lineage-frame"
        aria-label="Picture of the lineage"
        // Moved by keys, so that it must be reachable by them.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is reachable by keys
        tabIndex={0}
        {...handlers}
      >
        <svg viewBox={`${view.x - width / 2} ${view.y - height / 2} ${width} ${height}`}>
          <title>Lineage</title>
          <defs>
            <marker
              id="lineage-arrow"
              viewBox="0 0 8 8"
              refX="8"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              orient="auto"
            >
              <path d="M0 0 8 4 0 8z" className="lineage-arrow" />
            </marker>
          </defs>
          {picture.columns.map(({ stage, x }) => (
            <text key={stage} x={x} y={24} className="lineage-stage">
              {titleOf(stage)}
            </text>
          ))}
          {picture.lines.map(({ from, to, kind, grade, path }) => (
            <path
              key={`${from} ${to} ${kind}`}
              d={path}
              className={`lineage-line ${grade?.toLowerCase() ?? ''}`}
              markerEnd="url(#lineage-arrow)"
            >
              <title>{kind}</title>
            </path>
          ))}
          {picture.boxes.map((box) => (
            <PictureBox
              key={box.id}
              box={box}
              isStart={box.id === start}
              truncated={truncated.filter(({ id }) => id === box.id)}
              onOpen={() => onOpen(box)}
              onReached={() => show(box.x + BOX.width / 2, box.y + BOX.height / 2)}
            />
          ))}
        </svg>
      </section>
    </>
  );
}
