import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { badRequest, costLimitExceeded } from '../errors.ts';
import { LIMITS } from './document-size.ts';

const OPENS: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSES: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Reads the tokens of a document before it is parsed: the parser, and all that walk what it makes, call themselves for
 * each level, and would run out of stack. Throws COST_LIMIT_EXCEEDED, BAD_USER_INPUT, or a syntax error.
 */
export function checkTokens(source: string | Source): void {
  const lexer = new Lexer(typeof source === 'string' ? new Source(source) : source);
  let [count, depth] = [0, 0];
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    count += 1;
    if (count > LIMITS.tokens) {
      const message = `A document takes ${LIMITS.tokens} tokens at most.`;
      throw costLimitExceeded('tokens', message, count, LIMITS.tokens);
    }
    if (OPENS.has(token.kind)) depth += 1;
    if (CLOSES.has(token.kind)) depth -= 1;
    if (depth > LIMITS.nesting)
      throw badRequest(400, `A document may be nested ${LIMITS.nesting} levels deep at most.`);
    // Set on an object, it changes what the object is: values under this name would vanish without a word.
    if (token.kind === TokenKind.NAME && token.value === '__proto__')
      throw new GraphQLError('No name may be __proto__.', { source: lexer.source, positions: [token.start] });
  }
}
