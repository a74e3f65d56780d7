/** How a text begins: so many letters, and a sign that there is more. */
export const excerptOf = (text: string, letters: number): string => {
  const all = Array.from(text);
  return all.length > letters ? `${all.slice(0, letters).join('').trimEnd()}…` : text;
};
