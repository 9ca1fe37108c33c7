// The page's own styles as one text that needs nothing else: rules of media that do not match left out, because a picture
// has another width than the page, and the faces of the type inside.

/** Kept: they do not change while the page is open, but for the media that match. */
const faces = new Map<string, Promise<string>>();

/** Everything that decides how the page looks now. */
export async function pageStyles(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].flatMap(matching));
  const texts = await Promise.all(
    rules.map((rule) => (rule instanceof CSSFontFaceRule ? faceText(rule) : rule.cssText)),
  );
  return texts.join('\n');
}

function matching(rule: CSSRule): readonly CSSRule[] {
  if (rule instanceof CSSMediaRule) {
    return matchMedia(rule.conditionText).matches ? [...rule.cssRules].flatMap(matching) : [];
  }
  if (rule instanceof CSSImportRule) {
    return [...(rule.styleSheet?.cssRules ?? [])].flatMap(matching);
  }
  return rule instanceof CSSKeyframesRule ? [] : [rule];
}

const ADDRESS = /url\("?([^")]+)"?\)/;

async function faceText(rule: CSSFontFaceRule): Promise<string> {
  const address = ADDRESS.exec(rule.cssText)?.[1];
  if (address === undefined || address.startsWith('data:')) {
    return rule.cssText;
  }
  const from = new URL(address, rule.parentStyleSheet?.href ?? document.baseURI).href;
  const inlined = faces.get(from) ?? asData(from);
  faces.set(from, inlined);
  return rule.cssText.replace(ADDRESS, `url("${await inlined}")`);
}

async function asData(address: string): Promise<string> {
  const response = await fetch(address);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = '';
  for (const byte of bytes) {
    binary += String.fromCharCode(byte);
  }
  return `data:font/woff2;base64,${btoa(binary)}`;
}
