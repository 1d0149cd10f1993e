import { Client, cacheExchange, fetchExchange } from 'urql';

/** VITE_LINEAGE_URL names another server, which must then allow this page's origin (CORS_ORIGINS). */
export const endpoint: string = import.meta.env.VITE_LINEAGE_URL ?? '/graphql';

export const createClient = (token: string): Client =>
  new Client({
    url: endpoint,
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    fetchOptions: token === '' ? {} : { headers: { authorization: `Bearer ${token}` } },
  });
