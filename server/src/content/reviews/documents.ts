/** What a review said before it was edited. */
export interface ReviewText {
  readonly rating: number;
  readonly title: string | null;
  readonly body: string;
  readonly until: number;
}
