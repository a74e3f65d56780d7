import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './drizzle-tables.postgres.cjs',
  out: './src/platform/store/migrations/postgres',
});
