import { addPapers } from './papers.ts';
import { DemoRows } from './rows.ts';
import { addApp } from './stories/app.ts';
import { addAsWritten } from './stories/as-written.ts';
import { addEveryday } from './stories/everyday.ts';
import { addFamily } from './stories/family.ts';
import { addHeadless } from './stories/headless.ts';
import { addJobsAndCaches } from './stories/jobs-and-caches.ts';
import { addPeople } from './stories/people.ts';
import { addProjects } from './stories/projects.ts';
import { addReuse } from './stories/reuse.ts';
import { addUnfinished } from './stories/unfinished.ts';
import { addWalk } from './stories/walk.ts';
import { addWorkstream } from './stories/workstream.ts';

/** The demo data, the same every time: a dozen papers and some forty runs, with every case that real databases show. */
export function demo(): DemoRows {
  const rows = new DemoRows();
  for (const add of [
    addPapers,
    addPeople,
    addProjects,
    addEveryday,
    addFamily,
    addWorkstream,
    addHeadless,
    addWalk,
    addReuse,
    addUnfinished,
    addAsWritten,
    addJobsAndCaches,
    addApp,
  ]) {
    add(rows);
  }
  return rows;
}
