/** What is most likely wrong with a URL that is refused. Its own characters are not repeated: they may be a password. */
export function hintFor(text: string): string | undefined {
  const driver = /^(?:jdbc:)?postgres(?:ql)?\+(\w{1,20}):/.exec(text)?.[1];
  if (driver !== undefined) return `Drop +${driver}, which names a driver of Python.`;
  if (/^jdbc:/.test(text)) return 'Drop jdbc:, and put user and password before the host.';
  if (/^["'].*["']$/s.test(text)) return 'Drop the quotation marks around it.';
  if (!/^postgres(ql)?:\/\//.test(text)) return undefined;
  return 'In a user name or password, @ # / % ? : and spaces must be percent-encoded: %40 %23 %2F %25 %3F %3A %20.';
}
