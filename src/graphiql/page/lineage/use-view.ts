import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';

/** The part of a picture that is seen: a point of it, in its middle, and how much it is enlarged. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

const STEP = 60;
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};
const FACTOR = 1.25;
/** A large picture can be shrunk to less than what shows all of it. */
const zoomed = (zoom: number, by: number, whole: View): number =>
  Math.min(4, Math.max(Math.min(0.1, whole.zoom / 2), zoom * by));

/** Moves by pointer and by keys: arrows move, + and - enlarge and shrink, 0 shows the whole. */
export function useView(whole: View, first: View) {
  const [moved, setMoved] = useState<View>();
  // Until somebody moves it, the picture follows the size of its frame.
  const view = moved ?? first;
  const setView = (next: View | ((now: View) => View)): void =>
    setMoved((now) => (typeof next === 'function' ? next(now ?? first) : next));
  const [held, hold] = useState<{ x: number; y: number; view: View }>();
  // A drag that ends on a box is no click on it.
  const isDragged = useRef(false);
  const zoom = (by: number): void => setView((now) => ({ ...now, zoom: zoomed(now.zoom, by, whole) }));
  const move = (x: number, y: number): void =>
    setView((now) => ({ ...now, x: now.x + x / now.zoom, y: now.y + y / now.zoom }));
  function onKeyDown(event: KeyboardEvent): void {
    const [x, y] = MOVES[event.key] ?? [];
    if (x !== undefined && y !== undefined) move(x, y);
    else if (event.key === '+' || event.key === '=') zoom(FACTOR);
    else if (event.key === '-') zoom(1 / FACTOR);
    else if (event.key === '0') setView(whole);
    else return;
    event.preventDefault();
  }
  return {
    view,
    zoomIn: () => zoom(FACTOR),
    zoomOut: () => zoom(1 / FACTOR),
    showWhole: () => setView(whole),
    zoomBy: zoom,
    show: (x: number, y: number) => setView((now) => ({ ...now, x, y })),
    handlers: {
      onKeyDown,
      onPointerDown: (event: PointerEvent) => {
        isDragged.current = false;
        hold({ x: event.clientX, y: event.clientY, view });
      },
      onClickCapture: (event: MouseEvent) => isDragged.current && event.stopPropagation(),
      onPointerMove: (event: PointerEvent) => {
        if (!held || event.buttons === 0) return;
        const { view: from } = held;
        if (Math.hypot(event.clientX - held.x, event.clientY - held.y) > 4) isDragged.current = true;
        const x = from.x - (event.clientX - held.x) / from.zoom;
        setView({ ...from, x, y: from.y - (event.clientY - held.y) / from.zoom });
      },
      onPointerUp: () => hold(undefined),
    },
  };
}
