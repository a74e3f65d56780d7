// OWASP's XSS Filter Evasion Cheat Sheet, by the kinds that could matter to a page that sets text.
export const ATTACKS = [
  '<img src=x onerror="window.hit=1">',
  '<svg/onload=window.hit=1>',
  '</script><script>window.hit=1</script>',
  '"><details open ontoggle=window.hit=1>',
  '<a href="javascript:window.hit=1">x</a>',
  '<iframe srcdoc="<script>parent.hit=1</script>">',
  '{{constructor.constructor("window.hit=1")()}}',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=window.hit=1>',
];
