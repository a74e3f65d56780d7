import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/platform/store/tables.postgres.ts',
  out: './src/store/migrations/postgres',
});
