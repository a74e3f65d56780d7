/** Markup as a page has it, and what is wrong with it; neither has types of its own. */
declare module '@marbec/web-auto-extractor' {
  export default class WebAutoExtractor {
    constructor(options: { addLocation: boolean; embedSource: readonly string[] });
    parse(page: string): unknown;
  }
}
declare module '@adobe/structured-data-validator' {
  export default class Validator {
    validate(
      found: unknown,
    ): Promise<{ readonly issueMessage: string; readonly severity: 'ERROR' | 'WARNING' }[]>;
  }
}
