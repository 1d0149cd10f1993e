import { defineConfig } from 'prisma/config';

/**
 * For the Prisma CLI only: the schema is a folder. `prisma generate` needs no database. `prisma migrate deploy` takes
 * that of DATABASE_URL; any that is neither empty nor of our own making it refuses (P3005).
 */
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
