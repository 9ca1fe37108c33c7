declare module '*.tla?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: that is how Vite hands over a file's text
  export default text;
}
