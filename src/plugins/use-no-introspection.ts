import { NoSchemaIntrospectionCustomRule, validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Refuses questions about the schema, and does not answer them by suggesting names in errors ("Did you mean ..."). */
export function useNoIntrospection(): Plugin {
  return {
    onValidate({ addValidationRule, setValidationFn }) {
      addValidationRule(NoSchemaIntrospectionCustomRule);
      setValidationFn((schema, document, rules, options, typeInfo) =>
        validate(schema, document, rules, { ...options, hideSuggestions: true }, typeInfo),
      );
    },
  };
}
