import { importOptions, type ImportFault } from '@okaeri/shared/imports';
import { importReviews, previewImport } from '../../backoffice/imports/import-reviews.ts';
import { importFile } from './import-file.ts';

/** Looks at a file of reviews, or imports it. */
export const importReviewFile = importFile({
  options: importOptions,
  async look(deps, input) {
    const seen = await previewImport(deps, input);
    if ('refused' in seen) return seen;
    const { format, rows, ready, refused, photos, faults } = seen.ok;
    const said = `${rows} rows as of ${format}: ${ready} would come with ${photos} photos, ${refused} would not.`;
    return { ok: { faults: faults.map(toText), said, refused } };
  },
  async take(deps, input) {
    const done = await importReviews(deps, input);
    if ('refused' in done) return done;
    const { id, rows, imported, waiting, refused, faults } = done.ok;
    const said = `${rows} rows: ${imported} imported (${waiting} wait for a person), ${refused} not. Import ${id}.`;
    return { ok: { faults: faults.map(toText), said, refused } };
  },
});

function toText({ line, detail, comes }: ImportFault): string {
  return `line ${line}: ${detail}${comes ? ' The review comes.' : ''}`;
}
