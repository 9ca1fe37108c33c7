// The whole page as one HTML file that works from a disk or a mail (`npm run build:single`): script, styles, type and icon
// inside. Its policy names the very script and styles by their digests, so that it runs these and nothing else.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';
import { BEFORE_NAME } from './firstPicture.ts';

const FILE = 'schemerge.html';

export const singleFile: Plugin = {
  name: 'single-file',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') {
        throw new Error('The single file is made of index.html, which was not built.');
      }
      const source = wholePage(String(page.source), Object.values(bundle));
      for (const name of Object.keys(bundle)) {
        delete bundle[name];
      }
      this.emitFile({ type: 'asset', fileName: FILE, source });
    },
  },
};

type Output = Rolldown.OutputChunk | Rolldown.OutputAsset;

function wholePage(page: string, outputs: readonly Output[]): string {
  const scripts = outputs.filter((one) => one.type === 'chunk');
  if (scripts.length !== 1) {
    throw new Error(`The single file has one script; ${scripts.length} were built.`);
  }
  // Nothing in it may end the element that it stands in.
  const script = withWorkers(scripts[0]?.code ?? '', outputs)
    .replaceAll('</script', '<\\/script')
    .replaceAll('<!--', '<\\!--');
  // The script that runs before the page is painted, where its tag stands: behind the styles.
  const before = outputs
    .filter((one) => one.type === 'asset' && isBefore(one))
    .map((one) => String((one as Rolldown.OutputAsset).source))
    .join('\n');
  const styles = outputs
    .filter((one) => one.type === 'asset' && one.fileName.endsWith('.css'))
    .map((one) => String((one as Rolldown.OutputAsset).source))
    .join('\n');
  const icon = `data:image/svg+xml;base64,${readFileSync('public/favicon.svg').toString('base64')}`;
  const policy = [
    "default-src 'none'",
    `script-src '${digestOf(before)}' '${digestOf(script)}'`,
    `style-src '${digestOf(styles)}'`,
    'img-src data: blob:',
    'font-src data:',
    'media-src blob:',
    'worker-src blob:',
    'connect-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return page
    .replace(/<link rel="(?:stylesheet|modulepreload|manifest|apple-touch-icon)"[^>]*>\s*/g, '')
    .replace(/<meta (?:property="og:|name="twitter:)[^>]*>\s*/g, '')
    .replace(/<script [^>]*><\/script>\s*/g, '')
    .replace(/(<link rel="icon" href=")[^"]*/, (_whole, before: string) => before + icon)
    .replace(
      /(http-equiv="Content-Security-Policy" content=")[^"]*/,
      (_whole, before: string) => before + policy,
    )
    .replace('</head>', () => `<style>${styles}</style><script>${before}</script></head>`)
    .replace('</body>', () => `<script type="module">${script}</script></body>`);
}

const isBefore = ({ fileName }: Output): boolean => fileName.startsWith(BEFORE_NAME);

/** A worker is a script of its own, which one file has not: its text stands in the page's script. */
function withWorkers(code: string, outputs: readonly Output[]): string {
  let whole = code;
  for (const one of outputs) {
    if (one.type === 'asset' && one.fileName.endsWith('.js') && !isBefore(one)) {
      const name = (one.fileName.split('/').at(-1) ?? '').replaceAll('.', '\\.');
      const address = new RegExp(
        `new URL\\(new URL\\(.${name}.,import\\.meta\\.url\\)\\.href,..\\+import\\.meta\\.url\\)`,
      );
      if (!address.test(whole)) {
        throw new Error(`The single file does not know how its page begins the worker ${one.fileName}.`);
      }
      const text = JSON.stringify(String(one.source));
      whole = whole.replace(
        address,
        () => `URL.createObjectURL(new Blob([${text}],{type:"text/javascript"}))`,
      );
    }
  }
  return whole;
}

const digestOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
