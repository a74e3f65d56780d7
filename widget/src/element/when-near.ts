/** Calls once when an element is in view, or nearly. The answer stops waiting. */
export const whenNear = (host: HTMLElement, come: () => void): (() => void) => {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting && isMeant(host, entry.target))) return;
      observer.disconnect();
      come();
    },
    { rootMargin: '200px' },
  );
  observer.observe(host);
  // A page may hide the element until it is filled: then what it stands in comes near in its place.
  observer.observe(host.parentElement ?? host);
  return () => observer.disconnect();
};

function isMeant(host: HTMLElement, target: Element): boolean {
  return target === host || (!host.hidden && /none|contents/.test(getComputedStyle(host).display));
}
