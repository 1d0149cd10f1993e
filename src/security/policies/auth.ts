import type { Policies } from '../policy.ts';

export const auth: Pick<Policies, 'StreamlitUser' | 'StreamlitSession'> = {
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
};
