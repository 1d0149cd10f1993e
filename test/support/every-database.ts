import { describe } from 'vitest';
import type { Content } from './databases.ts';
import { NEEDS_REAL_RUNS, realRunsAsWrittenPresent, realRunsPresent } from './real-runs.ts';
import { useServer } from './use-server.ts';

const CONTENTS: readonly (readonly [title: string, content: Content, isPresent: boolean])[] = [
  ['demo', 'demo', true],
  [`real-runs (${NEEDS_REAL_RUNS})`, 'real-runs', realRunsPresent],
  [`real-runs-as-written (${NEEDS_REAL_RUNS})`, 'real-runs-as-written', realRunsAsWrittenPresent],
];

/** The same tests over the demo, and where they are present, over the rows of a real database in both forms. */
export function describeEveryDatabase(
  tests: (api: ReturnType<typeof useServer>, content: Content) => void,
): void {
  for (const [title, content, isPresent] of CONTENTS) {
    describe.skipIf(!isPresent)(`over ${title}`, () => {
      tests(useServer(content), content);
    });
  }
}
