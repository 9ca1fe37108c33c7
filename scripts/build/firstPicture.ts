import { createHash } from 'node:crypto';
import { build, type Plugin, type Rolldown, runnerImport } from 'vite';

const PICTURE = '/src/view/firstPaint/picture.tsx';
const BEFORE = 'src/view/firstPaint/before.ts';
/** What draws the page once it wakes up: it may be on its way while the picture is painted, as long as it does not hold that up. */
const DRAWING = '/src/view/firstPaint/drawAlive.tsx';
export const BEFORE_NAME = 'assets/before-';
const EMPTY = '<div id="root"></div>';

type Output = Rolldown.OutputChunk | Rolldown.OutputAsset;

/**
 * The page brings its first picture with it: what a newcomer sees is drawn by the page's own components when the page is
 * built, so that it stands before any of its code has run, and the page then wakes up in it. The one script that runs
 * before it is painted fits it to the window (src/view/firstPaint/before.ts).
 */
export const firstPicture = (): Plugin => {
  let script = { fileName: '', source: '' };
  let picture = '';
  return {
    name: 'first-picture',
    apply: 'build',
    async buildStart() {
      const [source, drawn] = await Promise.all([beforeScript(), drawPicture()]);
      const digest = createHash('sha256').update(source).digest('hex').slice(0, 8);
      script = { fileName: `${BEFORE_NAME}${digest}.js`, source };
      picture = drawn;
      this.emitFile({ type: 'asset', ...script });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { path, bundle }) {
        if (!html.includes(EMPTY)) {
          throw new Error(`${path} has no empty root for its first picture.`);
        }
        if (!path.endsWith('/index.html')) {
          return html;
        }
        return {
          html: html.replace(EMPTY, () => `<div id="root">${picture}</div>`),
          tags: [
            { tag: 'script', attrs: { src: `./${script.fileName}` }, injectTo: 'head' },
            ...codeOf(DRAWING, Object.values(bundle ?? {}))
              .filter((href) => !html.includes(href))
              .map((href) => ({
                tag: 'link',
                attrs: { rel: 'modulepreload', crossorigin: '', fetchpriority: 'low', href },
                injectTo: 'head' as const,
              })),
          ],
        };
      },
    },
  };
};

/** The chunk of this module and those that it imports, at their addresses. */
function codeOf(module: string, outputs: readonly Output[]): readonly string[] {
  const chunks = outputs.filter((one) => one.type === 'chunk');
  const names = new Set<string>();
  const add = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (chunk !== undefined && !names.has(chunk.fileName)) {
      names.add(chunk.fileName);
      for (const name of chunk.imports) add(chunks.find(({ fileName }) => fileName === name));
    }
  };
  add(chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module))));
  return [...names].map((name) => `./${name}`);
}

/** Styles in HTML are refused by the page's own policy: they go along as words. */
async function drawPicture(): Promise<string> {
  const { module } = await runnerImport<{ readonly firstPicture: () => string }>(PICTURE, {
    configFile: false,
    logLevel: 'error',
    mode: 'production',
  });
  return module.firstPicture().replaceAll(' style="', ' data-style="');
}

async function beforeScript(): Promise<string> {
  const built = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: BEFORE, formats: ['iife'], name: 'before' } },
  })) as readonly Rolldown.RolldownOutput[];
  const [chunk] = built.flatMap(({ output }) => output);
  if (chunk?.type !== 'chunk') {
    throw new Error(`${BEFORE} was not built.`);
  }
  return chunk.code;
}
