import { PAPERS, paperId } from '../papers.ts';
import { at } from '../random.ts';
import type { DemoRows } from '../rows.ts';

/** The project of every row that names none. */
const SHARED_PROJECT = 'default-shared';
export const LABOR = 'labor';
/** The persona of project labor. */
export const REFEREE = 'referee';

/** Three projects, their papers and personas. The user who made the last one was deleted. */
export function addProjects(rows: DemoRows): void {
  const project = (id: string, name: string, creator: number | null, papers: readonly number[]): void => {
    rows.add('auth.projects', {
      project_id: id,
      name,
      slug: id,
      is_active: true,
      created_by_user_id: creator,
      created_at: at(30),
      updated_at: at(31, 4),
    });
    for (const index of papers) {
      const paper = PAPERS[index];
      if (!paper) continue;
      rows.number('auth.project_papers', {
        project_id: id,
        paper_id: paperId(paper),
        paper_path: paper.path,
        added_by_user_id: creator,
        created_at: at(100 + index),
      });
    }
  };
  project(SHARED_PROJECT, 'Default Shared Project', null, []);
  project(LABOR, 'Labor markets', 1, [0, 1, 2, 5]);
  project('trade', 'Trade and credit', null, [3, 4, 5, 9, 11]);
  const persona = (id: string, projectId: string, name: string, suffix: string, model: string): void => {
    rows.add('auth.project_personas', {
      persona_id: id,
      project_id: projectId,
      slug: id === REFEREE ? id : 'default',
      name,
      system_prompt_suffix: suffix,
      default_model: model,
      retrieval_profile_json: model ? { top_k: 6 } : {},
      is_default: id !== REFEREE,
      is_active: true,
      created_at: at(32),
      updated_at: at(33),
    });
  };
  persona('default-shared-persona', SHARED_PROJECT, 'Default Persona', '', '');
  persona(REFEREE, LABOR, 'Referee', 'Answer as a referee would: name the weakest assumption.', 'gpt-5');
  persona('trade-default', 'trade', 'Policy reader', 'Answer for a reader who sets policy.', 'gpt-5-nano');
}
