import type { Plugin } from 'graphql-yoga';
import { budgetSpent } from '../errors.ts';
import type { Budget } from '../limits/budget.ts';
import { recordOf } from './use-observation.ts';
import { principalOf } from './use-principal.ts';

/** Refuses queries of callers whose budget of the minute is spent. */
export function useBudget(perMinute: number | undefined, redisUrl: string | undefined): Plugin {
  if (perMinute === undefined) return {};
  // Loaded only where budgets are wanted: it takes a tenth of the start.
  const opened: Promise<Budget> = import('../limits/budget.ts').then(({ openBudget }) =>
    openBudget(perMinute, redisUrl),
  );
  return {
    async onExecute({ args: { contextValue }, setResultAndStopExecution }) {
      const { cost = 1 } = recordOf(contextValue.request);
      const { caller } = principalOf(contextValue.request);
      const wait = await (await opened).spend(caller, cost);
      if (wait !== undefined) setResultAndStopExecution({ errors: [budgetSpent(perMinute, wait)] });
    },
    onDispose: async () => (await opened).close(),
  };
}
