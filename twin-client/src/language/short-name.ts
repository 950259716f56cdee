/** A point's name beside its element's: “V-151A level” under “V-151A” is “level”. Starts with a capital in English. */
export function shortName(point: string, element: string | undefined): string {
  if (element === undefined || !point.startsWith(element)) return point;
  const rest = point.slice(element.length).replace(/^[\s·:：\-–—]+/, '');
  return rest === '' ? point : rest.charAt(0).toUpperCase() + rest.slice(1);
}
