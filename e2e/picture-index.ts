interface Pictures {
  readonly screens: readonly { readonly mockup: string; readonly name: string }[];
  readonly languages: readonly string[];
  readonly schemes: readonly string[];
  readonly widths: readonly number[];
}

const STYLE = `body { margin: 24px; font: 15px/22px system-ui, sans-serif; background: #dddbd6; color: #23201b; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; }
section { display: flex; flex-wrap: wrap; gap: 16px; }
h2 { flex-basis: 100%; margin: 32px 0 0; }
figure { margin: 0; }
img { display: block; block-size: 370px; background: #fff; }`;

/** A page that shows all pictures, by screen; each opens in its own size. */
export const indexOf = ({ screens, languages, schemes, widths }: Pictures): string => {
  const kinds = languages.flatMap((language) =>
    schemes.flatMap((scheme) => widths.map((width) => `${language}-${scheme}-${width}`)),
  );
  const links = screens.map(({ mockup, name }) => `<a href="#${name}">${mockup} ${name}</a>`);
  const sections = screens.map(({ mockup, name }) => {
    const figures = kinds.map((kind) => {
      const file = `${mockup}-${name}-${kind}.png`;
      return `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${kind}</figcaption></figure>`;
    });
    return `<section id="${name}"><h2>${mockup} ${name}</h2>${figures.join('\n')}</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Screens</title><style>${STYLE}</style></head>
<body><nav>${links.join('\n')}</nav>
${sections.join('\n')}
</body>
</html>
`;
};
