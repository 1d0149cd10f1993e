export interface Answered {
  readonly data: unknown;
  /** What the server, or the way to it, says is wrong. */
  readonly problems: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function problemsOf(errors: unknown): readonly string[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown) =>
    isFields(error) && typeof error.message === 'string' ? [error.message] : [],
  );
}

/** Asks the endpoint, which is the address of this page. Never rejects. */
export async function ask(token: string, query: string, variables: Fields): Promise<Answered> {
  try {
    const response = await fetch(location.pathname, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== '' && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const answer: unknown = await response.json();
    if (!isFields(answer)) return { data: null, problems: ['The server gave no answer.'] };
    return { data: answer.data, problems: problemsOf(answer.errors) };
  } catch {
    return { data: null, problems: ['The server does not answer.'] };
  }
}
