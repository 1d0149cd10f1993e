import { pino } from 'pino';

/** A logger, and the lines that it wrote. */
export function logLines(): { readonly logger: pino.Logger; readonly lines: string[] } {
  const lines: string[] = [];
  return { logger: pino({ level: 'info' }, { write: (line) => lines.push(line) }), lines };
}
