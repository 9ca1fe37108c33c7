import type { Plugin } from 'vite';

/** The letters of the first sentence: known to be needed long before the style sheet and the first picture ask for them. */
const FIRST_FONT = /inter-latin-wght-normal-[^/]*\.woff2$/;

export const fontPreload: Plugin = {
  name: 'font-preload',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((name) => FIRST_FONT.test(name))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `./${name}` },
          injectTo: 'head' as const,
        })),
  },
};
