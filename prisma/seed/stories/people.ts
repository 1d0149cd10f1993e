import { at } from '../random.ts';
import type { DemoRows } from '../rows.ts';

/** Whoever has this text is Ada: it must never leave the API, only its digest. */
export const ADA_SESSION = 'demo-session-ada-3f9c2b7e';
export const BELA_SESSION = 'demo-session-bela-77d1';
export const PASSWORD_HASH = '$2b$12$demoHashThatMustNeverLeaveTheApi';

/** Users and sessions: one signed in, one revoked, one whose user was deleted. */
export function addPeople(rows: DemoRows): void {
  const written = { created_at: at(10), updated_at: at(20, 5) };
  const user = (username: string, active: boolean): number =>
    rows.number('auth.streamlit_users', {
      username,
      email: `${username}@example.org`,
      display_name: username,
      password_hash: PASSWORD_HASH,
      is_active: active,
      last_login_at: active ? at(190_000, 77) : null,
      ...written,
    });
  const ada = user('ada', true);
  const bela = user('bela', true);
  user('carol', false);
  const session = (sessionId: string, userId: number | null, username: string, revoked: boolean): void => {
    rows.number('auth.streamlit_sessions', {
      session_id: sessionId,
      user_id: userId,
      username,
      source: 'password',
      current_project_id: userId === null ? null : 'labor',
      current_persona_id: username === 'ada' ? 'referee' : null,
      authenticated_at: at(190_000, 8),
      revoked_at: revoked ? at(191_000) : null,
      ...written,
    });
  };
  session(ADA_SESSION, ada, 'ada', false);
  session(BELA_SESSION, bela, 'bela', true);
  session('demo-session-gone-0a4e', null, 'dora', false);
}
