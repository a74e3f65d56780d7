/*
 * Which modules of the widget come together. The names are those of `codeSplitting` in `vite.config.ts`; a module in no
 * list comes with whoever imports it.
 */

/** What every page view needs, and what comes with the first intent. */
const FIRST_MODULES =
  /shared\/src\/(currencies|paths|widget-languages)|widget\/src\/(element\/(?!report-setup-errors|put-back|arrival|watch-happenings|element-acts|earn|money|stars|ask-together|when-near)|lib\/(?!ask-posts|count-up|happening)|styles\/sheet|i18n\/(first\.|en\/first|format|languages))|packages\/client\/src\/(device|emitter|last-known|problem|reader|session|to-json|tokens|transport)/;
const CORE_MODULES =
  /preact|shared\/src\/(days|money-format)|widget\/src\/(app\/(?!load-panel|Tile|basics|dialog|page-icons|NextStepCard|next-step|aim-rules|panels-|repeat-event|history-model|PagePanel|App|Header|Home|[Ll]adder)|ui\/(?!Tabs|panel-icons|CopyRow|StatusMessage|Stars|Re(aderActions|portChoice)|Honeypot|ForProduct|TextField|BirthdayField|go-to-missing|use-late)|i18n\/(load\.|fill)|styles\/tokens)/;

/** What panels share and the core has no use for. */
const PANEL_MODULES = /widget\/src\/(app\/load-panel|ui\/(panel-icons|CopyRow|StatusMessage))/;

/** The home, and the next step on it, which stands in few pages by itself. */
const HOME_MODULES =
  /widget\/src\/app\/(PagePanel|App|Header|Home|page-icons|NextStepCard|next-step|aim-rules)\.ts|widget\/src\/app\/dialog/;

/** The icons of rows: what stands in the shop's page does without. */
const ICON_MODULES = /widget\/src\/app\/Tile|shared\/src\/icon-paths/;

/**
 * What draws a part in the shop's page, and what the form of a review has in common with what stands below a product:
 * that page would otherwise ask for both, one after the other.
 */
const PART_MODULES =
  /widget\/src\/(in-page\/(?!follow-part|keep-place|product-parts)|ui\/(Honeypot|Stars|TextField|go-to-missing)|styles\/(reviews|adopt-review)|reviews\/reviews-client)|packages\/client\/src\/reviews/;

/** What a product page says of its reviews, and the questions about it. */
const PRODUCT_MODULES =
  /widget\/src\/(in-page\/product-parts|styles\/(reading|adopt-reading)|app\/basics\.css\?.*apart|ui\/(ReaderActions|ForProduct)|questions\/|reviews\/(ReviewsPanel|ReviewCard|Summary|Photos|shots|language-rules|reviews-model))|packages\/client\/src\/questions/;

/** What elements do beyond being there. */
const ACT_MODULES =
  /widget\/src\/(element\/(element-acts|earn|money|stars|ask-together|when-near)|lib\/ask-posts|in-page\/(follow-part|keep-place)|reviews\/format-average)/;

/** The widget's chunks; where two want a module, the one of higher priority has it. */
export const WIDGET_CHUNKS = [
  { name: 'first', test: FIRST_MODULES, priority: 4 },
  { name: 'core', test: CORE_MODULES, priority: 3 },
  { name: 'panels', test: PANEL_MODULES, priority: 1 },
  { name: 'parts', test: PART_MODULES, priority: 2 },
  { name: 'icons', test: ICON_MODULES, priority: 1 },
  { name: 'home', test: HOME_MODULES, priority: 1 },
  { name: 'product', test: PRODUCT_MODULES, priority: 1 },
  { name: 'acts', test: ACT_MODULES, priority: 3 },
];
