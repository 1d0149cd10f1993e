import { costLimitExceeded } from '../errors.ts';

/** The protocol counts parameters in 16 bits. */
const MAX_PARAMETERS = 65_535;

/** Throws COST_LIMIT_EXCEEDED for more parameters than a statement can have. */
export function checkParameters(values: readonly unknown[]): void {
  if (values.length <= MAX_PARAMETERS) return;
  const message = `This query takes ${values.length} values, but a statement can have ${MAX_PARAMETERS}: use in with one list, or ask in parts.`;
  throw costLimitExceeded('parameters', message, values.length, MAX_PARAMETERS);
}
