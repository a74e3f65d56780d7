import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/platform/store/tables.sqlite.ts',
  out: './src/store/migrations/sqlite',
});
