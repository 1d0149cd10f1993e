import { describe } from 'vitest';
import type { Content } from './databases.ts';
import { realRunsAsWrittenPresent, realRunsPresent } from './real-runs.ts';
import { useServer } from './use-server.ts';

const CONTENTS: readonly (readonly [Content, boolean])[] = [
  ['demo', true],
  ['real-runs', realRunsPresent],
  ['real-runs-as-written', realRunsAsWrittenPresent],
];

/** The same tests over the demo, and where they are present, over the rows of a real database in both forms. */
export function describeEveryDatabase(
  tests: (api: ReturnType<typeof useServer>, content: Content) => void,
): void {
  for (const [content, isPresent] of CONTENTS) {
    describe.skipIf(!isPresent)(`over ${content}${isPresent ? '' : ', which is absent here'}`, () => {
      tests(useServer(content), content);
    });
  }
}
