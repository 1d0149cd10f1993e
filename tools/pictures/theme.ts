/** Colours for light and for dark pages: a picture in a README follows its reader. */
export const STYLE = `
  svg { --page: #fff; --ink: #1a212c; --soft: #566170; --edge: #c6ccd5; --line: #8a94a3; --cited: #1f5fbf;
    --good: #2f9e66; --bad: #cf4a40; --open: #c98a10; --none: #a7b0bc; --start: #e3f0ea; --group: #f4f6f8; }
  @media (prefers-color-scheme: dark) {
    svg { --page: #0d1117; --ink: #e8ecf2; --soft: #a3afbd; --edge: #3a4452; --line: #76818f; --cited: #8ab8ff;
      --good: #3fb27b; --bad: #e5675d; --open: #dba43a; --none: #5e6a79; --start: #14301f; --group: #161c25; }
  }
  text { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: var(--ink); }`;

/** For text and attributes of XML; characters that XML has not are left out. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out.
    .replace(/[\u0000-\u001f\ufffe\uffff]/g, ' ')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
