// How versions look: twelve hues for three themes, and twenty glyphs. Hue carries nothing alone: text is always neutral,
// every tile has its glyph, every lane its pattern. The stated contrast and distance minima are held by the tests.

export interface Ink {
  /** Tiles, borders, lanes, lines: at least 3:1 against page and own tint. */
  readonly solid: string;
  /** Lane and header fills: neutral text keeps at least 10:1 on it. */
  readonly tint: string;
}

export interface Hue {
  readonly name: string;
  readonly light: Ink;
  readonly dark: Ink;
  /** On white, without tints: a lane is solid. */
  readonly projector: Ink;
}

export type Theme = 'light' | 'dark' | 'projector';

type Row = readonly [name: string, ...inks: readonly [string, string, string, string, string]];

const ROWS: readonly Row[] = [
  ['slate', '#576373', '#E6E9EE', '#CDDFF9', '#233651', '#535760'],
  ['blue', '#0076EB', '#DDEBFE', '#5B80CB', '#273552', '#166EF1'],
  ['ochre', '#A6810C', '#F7EACB', '#E2A104', '#443210', '#966C15'],
  ['green', '#194916', '#D9F2D6', '#7BC5A1', '#163E2D', '#0C3819'],
  ['violet', '#6B19A0', '#F0E3FF', '#BF98F6', '#3A2E4D', '#510081'],
  ['wine', '#451238', '#FEDFF3', '#9F7284', '#4B2937', '#C22BA2'],
  ['petrol', '#0E5275', '#D6EDFD', '#4DA7B9', '#053D46', '#00465E'],
  ['olive', '#63570A', '#F0EBC9', '#F2E065', '#3B3611', '#514603'],
  ['umber', '#8B6C41', '#FCE6C9', '#C6871C', '#463112', '#7D5733'],
  ['teal', '#3C8271', '#CBF4E8', '#18EAC6', '#0C3E34', '#327F6E'],
  ['indigo', '#2C0B76', '#E7E7FD', '#8587F2', '#303251', '#4737C9'],
  ['orchid', '#B251B5', '#FAE0FA', '#EFADF6', '#432B46', '#920294'],
];

/** The twelve hues by index: `identity.hue` points here. */
export const HUES: readonly Hue[] = ROWS.map(([name, light, lightTint, dark, darkTint, projector]) => ({
  name,
  light: { solid: light, tint: lightTint },
  dark: { solid: dark, tint: darkTint },
  projector: { solid: projector, tint: '#FFFFFF' },
}));

export interface Neutrals {
  readonly page: string;
  readonly card: string;
  /** Text, selection outlines, crosses. */
  readonly ink: string;
  readonly muted: string;
  readonly controlBorder: string;
  /** Changed in this step. */
  readonly halo: string;
  /** A broken promise, and nothing else. */
  readonly red: string;
  /** The glyph on a solid tile. */
  readonly glyph: string;
}

export const NEUTRALS: Readonly<Record<Theme, Neutrals>> = {
  light: {
    page: '#FAFAF7',
    card: '#FFFFFF',
    ink: '#1A1D24',
    muted: '#565C68',
    controlBorder: '#8A909C',
    halo: '#FFF1B8',
    red: '#C8102E',
    glyph: '#FFFFFF',
  },
  dark: {
    page: '#12141A',
    card: '#1B1E26',
    ink: '#F2F3F7',
    muted: '#A9AFBD',
    controlBorder: '#6B7280',
    halo: '#4A3E10',
    red: '#FF5A4F',
    glyph: '#12141A',
  },
  projector: {
    page: '#FFFFFF',
    card: '#FFFFFF',
    ink: '#000000',
    muted: '#3A3F49',
    controlBorder: '#5A606C',
    halo: '#000000',
    red: '#C80048',
    glyph: '#FFFFFF',
  },
};

export interface Glyph {
  readonly name: string;
  /** SVG path data in a viewBox of 0 0 16 16, to be filled with fill-rule evenodd. */
  readonly path: string;
}

/** Twenty solid silhouettes; none looks like a control's plus, cross, arrow, letter, bar or bolt. */
export const GLYPHS: readonly Glyph[] = [
  { name: 'disc', path: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13Z' },
  { name: 'triangle', path: 'M8 1.5 15 14H1Z' },
  { name: 'frame', path: 'M1.3 1.3h13.4v13.4H1.3ZM4.6 4.6h6.8v6.8H4.6Z' },
  { name: 'house', path: 'M8 1 14.5 7v7.5h-4.3V10H5.8v4.5H1.5V7Z' },
  { name: 'crescent', path: 'M10.5 1.2A7 7 0 1 0 14.8 10.5 5.6 5.6 0 0 1 10.5 1.2Z' },
  { name: 'hourglass', path: 'M2 1.5h12L9.5 8 14 14.5H2L6.5 8Z' },
  { name: 'diamond', path: 'M8 2.2 15.7 8 8 13.8 .3 8Z' },
  {
    name: 'star',
    path: 'M8 .8 10.1 5.6 15.3 6.1 11.4 9.6 12.5 14.8 8 12.1 3.5 14.8 4.6 9.6.7 6.1 5.9 5.6Z',
  },
  {
    name: 'ring',
    path: 'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1ZM8 4.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 1 1 0-6.8Z',
  },
  {
    name: 'heart',
    path: 'M8 14.5C2 10 1 7.5 1 5.2A3.7 3.7 0 0 1 8 3.6 3.7 3.7 0 0 1 15 5.2C15 7.5 14 10 8 14.5Z',
  },
  { name: 'stairs', path: 'M1.5 14.5V10.5H5.5V6.5H9.5V2.5H14.5V14.5Z' },
  { name: 'checker', path: 'M1.8 1.8H8V8H1.8ZM8 8h6.2v6.2H8Z' },
  { name: 'drop', path: 'M8 .8C11.5 5 13 7.5 13 10a5 5 0 0 1-10 0C3 7.5 4.5 5 8 .8Z' },
  { name: 'halfdisc', path: 'M1 12a7 7 0 0 1 14 0Z' },
  { name: 'bowtie', path: 'M1.2 2.5 8 6.3 14.8 2.5V13.5L8 9.7 1.2 13.5Z' },
  {
    name: 'four dots',
    path:
      'M4.3 1.3a3 3 0 1 0 0 6 3 3 0 1 0 0-6ZM11.7 1.3a3 3 0 1 0 0 6 3 3 0 1 0 0-6Z' +
      'M4.3 8.7a3 3 0 1 0 0 6 3 3 0 1 0 0-6ZM11.7 8.7a3 3 0 1 0 0 6 3 3 0 1 0 0-6Z',
  },
  {
    name: 'three dots',
    path:
      'M8 .9a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 1 0 0-6.6Z' +
      'M4 8.3a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 1 0 0-6.6ZM12 8.3a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 1 0 0-6.6Z',
  },
  {
    name: 'eye',
    path:
      'M.5 8C2.6 4.5 5.1 2.7 8 2.7S13.4 4.5 15.5 8C13.4 11.5 10.9 13.3 8 13.3S2.6 11.5.5 8Z' +
      'M8 5.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 1 0 0-5.4Z',
  },
  { name: 'slab', path: 'M5 4.2H15.6L11 11.8H.4Z' },
  { name: 'crown', path: 'M1.6 13.8.8 4.2 4.9 7.6 8 1.8 11.1 7.6 15.2 4.2 14.4 13.8Z' },
];
