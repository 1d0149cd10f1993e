/**
 * What the name of a value says about it: `secret` is one whatever it looks like; `token` is one unless it is a number,
 * since counts have such names too.
 */
export type SecretName = 'secret' | 'token' | undefined;

/** Names are longer only by mistake or malice. */
const MAX_NAME = 128;

/** Parts of a name that are always of a secret, written in whatever way: `PGPASSWORD`, `password_hash`, `accessKeyId`. */
const ANYWHERE =
  /passw(?:or)?d|passphrase|passcode|credential|apikey|(?:access|private|signing|encryption|secret|account|shared|master|ssh|subscription)key|(?:access|refresh|auth|bearer|session|security|csrf|xsrf)token|secretaccess|clientsecret|sessionid|sessid/;

/** Words that name a secret at the end of a name: `basic_auth`, `X-Amz-Signature`, but not `auth_method`. */
const AT_THE_END: ReadonlySet<string> = new Set(
  'pwd pw cred creds cookie cookies auth authorization bearer jwt jwts signature signatures otp'.split(' '),
);

/** Likewise, but with a number they are counts or levels: tests that pass, significance. */
const UNLESS_NUMBER: ReadonlySet<string> = new Set(['pass', 'sig']);

/** Whose keys end in `_key` and are secrets: `openai_key`, but not `cache_key`. */
const KEYS_OF: ReadonlySet<string> = new Set(
  'api service storage license webhook openai anthropic azure aws gcp google gemini cohere mistral huggingface hf groq pinecone voyage openalex stripe sendgrid github gitlab slack datadog sentry langsmith wandb serp tavily'.split(
    ' ',
  ),
);

/** Before `token` or `tokens`: a count of them, or one of a tokenizer. */
const COUNTED: ReadonlySet<string> = new Set(
  'total max min input output prompt completion cached cache reasoning num n used remaining context budget limit new special stop pad eos bos unk sep cls mask per first last start end'.split(
    ' ',
  ),
);

const wordsOf = (name: string): readonly string[] =>
  name
    .slice(-MAX_NAME)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

const known = new Map<string, SecretName>();
const MAX_KNOWN = 1000;

/** What is said by a name. A text says the same few names again and again, so these are remembered. */
export function secretName(name: string): SecretName {
  if (known.has(name)) return known.get(name);
  const said = readName(name);
  if (known.size >= MAX_KNOWN) known.clear();
  if (name.length <= MAX_NAME) known.set(name, said);
  return said;
}

function readName(name: string): SecretName {
  const words = wordsOf(name);
  const [before = '', last = ''] = [words.at(-2), words.at(-1)];
  const [, unsplit] = /^(.*?)tokens?$/.exec(last) ?? [];
  if (unsplit !== undefined && COUNTED.has(unsplit || before)) return undefined;
  if (ANYWHERE.test(words.join('')) || AT_THE_END.has(last)) return 'secret';
  if (words.some((word) => /secrets?$/.test(word))) return 'secret';
  if (UNLESS_NUMBER.has(last)) return 'token';
  const [, owner] = /^(.*?)keys?$/.exec(last) ?? [];
  if (owner !== undefined && KEYS_OF.has(owner || before)) return 'secret';
  return unsplit === undefined ? undefined : 'token';
}
