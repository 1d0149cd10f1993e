export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The targets of the issue that were not reached, for the last lines. */
export const missed: string[] = [];

export function check(what: string, value: number, is: '<=' | '>=', target: number): void {
  const reached = is === '<=' ? value <= target : value >= target;
  const line = `${what}: ${Number(value.toFixed(2))}, target ${is} ${Number(target.toFixed(2))}`;
  if (!reached) missed.push(line);
  say(`${reached ? '  ok  ' : '  MISS'} ${line}`);
}
