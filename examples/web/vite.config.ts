import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The page asks its own origin, and Vite passes that on: no CORS in development. LINEAGE_SERVER names another server.
// GraphiQL and its files lie beside the endpoint.
const server = process.env.LINEAGE_SERVER ?? 'http://127.0.0.1:4000';
const proxy = { '/graphql': server, '/graphiql': server };

export default defineConfig({ plugins: [react()], server: { proxy }, preview: { proxy } });
