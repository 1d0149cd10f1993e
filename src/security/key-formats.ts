/**
 * Keys that say by their form what they are, by the service whose keys look so. To stay linear, a pattern may repeat
 * without bound only at its end: it then never goes back.
 */
export const KEY_FORMATS: Readonly<Record<string, RegExp>> = {
  'OpenAI, Anthropic, OpenRouter, DeepSeek': /(?<![A-Za-z0-9])sk-[\w-]{16,}/g,
  'AWS access key ids': /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}(?![0-9A-Za-z])/g,
  'Google API keys': /(?<![A-Za-z0-9])AIza[\w-]{30,}/g,
  'Google OAuth': /(?<![A-Za-z0-9])(?:ya29\.|GOCSPX-)[\w-]{16,}/g,
  'GitHub tokens': /(?<![A-Za-z0-9])gh[pousr]_\w{20,}/g,
  'GitHub fine-grained tokens': /(?<![A-Za-z0-9])github_pat_\w{20,}/g,
  'GitLab tokens': /(?<![A-Za-z0-9])gl(?:pat|dt|rt|cbt|ptt|ft|soat)-[\w-]{16,}/g,
  'Hugging Face': /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{16,}/g,
  Stripe: /(?<![A-Za-z0-9])[sr]k_(?:live|test)_[A-Za-z0-9]{10,}/g,
  npm: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{20,}/g,
  PyPI: /(?<![A-Za-z0-9])pypi-[\w-]{16,}/g,
  'Slack tokens': /(?<![A-Za-z0-9])xox[abeprs]-[\w-]{10,}/g,
  'Slack webhooks': /hooks\.slack\.com\/services\/[\w/]{8,}/g,
  Groq: /(?<![A-Za-z0-9])gsk_[A-Za-z0-9]{20,}/g,
  Pinecone: /(?<![A-Za-z0-9])pcsk_\w{20,}/g,
  SendGrid: /(?<![A-Za-z0-9])SG\.[\w-]{16,}(?:\.[\w-]{16,})?/g,
  // One of header and one of claims at least: a base64 text of JSON alone begins with eyJ too.
  'JSON Web Tokens': /(?<![A-Za-z0-9])eyJ[\w-]{8,}(?:\.[\w-]*)*/g,
  // All after BEGIN where END was cut off.
  'private keys (PEM)':
    /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----END)[\s\S])*(?:-----END [A-Z0-9 ]{0,40}-----)?/g,
  // `basic assumptions` is no credential.
  'HTTP authorization': /(?<![A-Za-z0-9])(?:bearer|basic)\s{1,8}[\w.~+/=-]{8,}/gi,
};
