import type { Plugin } from 'graphql-yoga';
import { untilStopped } from '../deadline.ts';
import { budgetSpent } from '../errors.ts';
import { principalOf, type ServerContext } from '../http/request-facts.ts';
import type { Budget } from '../limits/budget.ts';

/** Refuses queries of callers whose budget of the minute is spent. */
export function useBudget(perMinute: number, redisUrl: string | undefined): Plugin<ServerContext> {
  // Loaded only where budgets are wanted: it takes a tenth of the start.
  const opened: Promise<Budget> = import('../limits/budget.ts').then(({ openBudget }) =>
    openBudget(perMinute, redisUrl),
  );
  return {
    async onExecute({ args: { contextValue }, setResultAndStopExecution }) {
      const { facts } = contextValue;
      const { cost = 1 } = facts.record;
      const { caller } = principalOf(facts);
      const wait = await untilStopped((await opened).spend(caller, cost), facts.stop);
      if (wait !== undefined) setResultAndStopExecution({ errors: [budgetSpent(perMinute, wait)] });
    },
    onDispose: async () => (await opened).close(),
  };
}
