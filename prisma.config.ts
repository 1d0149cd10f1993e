import { defineConfig } from 'prisma/config';

/** For the Prisma CLI only: the schema is a folder. */
export default defineConfig({ schema: 'prisma', migrations: { path: 'prisma/migrations' } });
