import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './drizzle-tables.sqlite.cjs',
  out: './src/platform/store/migrations/sqlite',
});
