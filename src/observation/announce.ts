import { pino } from 'pino';

/** What the process says of itself: that it starts, serves, or lost one of its processes. */
export type Announce = (text: string, level?: 'info' | 'warn') => void;

/** Whatever LOG_LEVEL says. Text for a person at a terminal; else a line of JSON, as all of the log. */
export function announcer(): Announce {
  if (process.stdout.isTTY) return (text) => void process.stdout.write(`${text}\n`);
  const logger = pino({}, pino.destination({ fd: 1, sync: true }));
  return (text, level = 'info') => logger[level](text);
}
