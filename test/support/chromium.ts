/** Debian's package; `.ci/run` installs it. */
export const CHROMIUM = '/usr/bin/chromium';

export const chromiumArgs = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
