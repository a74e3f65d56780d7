/**
 * How an id stands in a path. Ids are 1 to 255 characters of any kind but controls, and each is one
 * segment: percent-encoded, as `encodeURIComponent` does it.
 *
 * Two ids cannot be sent that way. `.` and `..` are steps through the path, not names, and every URL
 * parser takes them, `%2e` and `%2E%2e` as such and removes them (https://url.spec.whatwg.org/#path-state):
 * a request about the shopper `..` would be one about something else. They stand with a tilde before them,
 * `~.` and `~..`; ids which look like that have one more, so that each id has one segment and each segment
 * one id.
 */
export const segmentOf = (id: string): string => encodeURIComponent(id.replace(DOTS, '~$&'));

/** A path of segments, each with a slash before it: `/shoppers/a%23b/export`. */
export const pathOf = (...ids: readonly string[]): string =>
  ids.map((id) => `/${segmentOf(id)}`).join('');

/** The id a segment names; `segment` has been percent-decoded, as routers do it. */
export const idOfSegment = (segment: string): string => segment.replace(MARKED_DOTS, '$1');

const DOTS = /^~*\.\.?$/;
const MARKED_DOTS = /^~(~*\.\.?)$/;
