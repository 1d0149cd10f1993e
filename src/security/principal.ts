/** What a token may let its holder read: structure and usage, texts, users and sessions. */
export const SCOPES = ['lineage:read', 'content:read', 'auth:read'] as const;

export type Scope = (typeof SCOPES)[number];

/** Who asks, and what they may read. */
export interface Principal {
  /** The name under which the log knows them: the token's subject. */
  readonly caller: string;
  readonly scopes: ReadonlySet<Scope>;
  /** The `project_id`s whose rows they may read; all if undefined. */
  readonly projects: readonly string[] | undefined;
}

/** Every caller of a server without tokens, which listens on loopback only. */
export const EVERYTHING: Principal = {
  caller: 'anyone',
  scopes: new Set(SCOPES),
  projects: undefined,
};
