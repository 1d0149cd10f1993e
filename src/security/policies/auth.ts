import { CONTENT, PERSONAL, type Policies } from '../policy.ts';

export const auth: Pick<
  Policies,
  'StreamlitUser' | 'StreamlitSession' | 'Project' | 'ProjectPaper' | 'ProjectPersona'
> = {
  StreamlitUser: {
    scope: 'auth:read',
    // A user may work in several projects; the table names none.
    project: 'none',
    columns: {
      rowId: 'open',
      username: 'open',
      email: 'open',
      displayName: 'open',
      passwordHash: 'never',
      isActive: 'open',
      lastLoginAt: 'open',
      createdAt: 'open',
      updatedAt: 'open',
    },
  },
  StreamlitSession: {
    scope: 'auth:read',
    // `currentProjectId` is what the user chose last, not whose row it is.
    project: 'none',
    columns: {
      rowId: 'open',
      // Whoever has it is that user.
      sessionId: 'digest',
      userId: 'open',
      username: 'open',
      source: 'open',
      currentProjectId: 'open',
      currentPersonaId: 'open',
      authenticatedAt: 'open',
      revokedAt: 'open',
      createdAt: 'open',
      updatedAt: 'open',
    },
  },
  Project: {
    scope: 'lineage:read',
    project: 'own',
    columns: {
      projectId: 'open',
      name: 'open',
      slug: 'open',
      isActive: 'open',
      createdByUserId: PERSONAL,
      createdAt: 'open',
      updatedAt: 'open',
    },
  },
  ProjectPaper: {
    scope: 'lineage:read',
    project: 'own',
    columns: {
      rowId: 'open',
      projectId: 'open',
      paperId: 'open',
      paperPath: 'redacted',
      addedByUserId: PERSONAL,
      createdAt: 'open',
    },
  },
  ProjectPersona: {
    scope: 'lineage:read',
    project: 'own',
    columns: {
      personaId: 'open',
      projectId: 'open',
      slug: 'open',
      name: 'open',
      systemPromptSuffix: CONTENT,
      defaultModel: 'open',
      retrievalProfileJson: CONTENT,
      isDefault: 'open',
      isActive: 'open',
      createdAt: 'open',
      updatedAt: 'open',
    },
  },
};
