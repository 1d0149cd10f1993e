/** What a URL of PostgreSQL says, read as libpq reads it. */
export interface PostgresUrl {
  /** A host name, an address, or the folder of a socket; undefined where libpq's default holds. */
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly database: string | undefined;
  /** The rest, such as sslmode. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Stands in for a host that is left out: WHATWG URLs take no user without one. */
const NO_HOST = 'host.invalid';

/**
 * Undefined for what is no URL of PostgreSQL, and for one in which a character of the password may have cut it: an
 * unescaped `@`, `#`, `/`, `%` or `?` would silently make another host, database or parameter of the rest.
 */
export function readPostgresUrl(text: string): PostgresUrl | undefined {
  const [, rest] = /^postgres(?:ql)?:\/\/([!-~]*)$/.exec(text) ?? [];
  if (rest === undefined || rest.includes('#')) return undefined;
  const [authority = ''] = rest.split(/[/?]/, 1);
  const behind = rest.slice(authority.length);
  const at = authority.indexOf('@');
  if (at !== authority.lastIndexOf('@') || behind.includes('@')) return undefined;
  const [login, hostAndPort] = [authority.slice(0, at + 1), authority.slice(at + 1)];
  const named = /^(:\d*)?$/.test(hostAndPort) ? `${NO_HOST}${hostAndPort}` : hostAndPort;
  const whole = `postgres://${login}${named}${behind}`;
  return URL.canParse(whole) ? readParts(new URL(whole)) : undefined;
}

function readParts(url: URL): PostgresUrl | undefined {
  const { hostname, port, username, password, pathname, searchParams } = url;
  try {
    const parameters = new Map(searchParams);
    const given = (name: string, inUrl: string): string | undefined =>
      parameters.get(name) || decodeURIComponent(inUrl) || undefined;
    const host = given('host', hostname === NO_HOST ? '' : hostname.replace(/^\[|\]$/g, ''));
    const portText = given('port', port);
    if (portText !== undefined && !(/^\d+$/.test(portText) && Number(portText) <= 65_535)) return undefined;
    return {
      host,
      port: portText === undefined ? undefined : Number(portText),
      user: given('user', username),
      password: given('password', password),
      database: given('dbname', pathname.slice(1)),
      parameters,
    };
  } catch {
    // A percent sign that begins no escape.
    return undefined;
  }
}
