import { scaleLinear } from 'd3-scale';

/** A number, and a bar that compares it with the most of its column. */
export function SparkBar({ value, most, text }: { value: number; most: number; text: string }) {
  const width = scaleLinear([0, Math.max(most, Number.MIN_VALUE)], [0, 100]).clamp(true);
  return (
    <div className="spark">
      <span>{text}</span>
      <i style={{ width: `${width(value)}%` }} aria-hidden="true" />
    </div>
  );
}
