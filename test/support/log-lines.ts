import { pino } from 'pino';

/** A logger, and the lines that it wrote. */
export function logLines(level = 'info'): { readonly logger: pino.Logger; readonly lines: string[] } {
  const lines: string[] = [];
  return { logger: pino({ level }, { write: (line) => lines.push(line) }), lines };
}
