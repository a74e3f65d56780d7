// drizzle-kit reads tables from what a module exports by name: here, those of all areas.
module.exports = require('./src/schema.ts').sqliteTables;
