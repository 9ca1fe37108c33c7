/** Stands in until the stage is there. */
export function App() {
  return (
    <main>
      <h1>Schemerge</h1>
    </main>
  );
}
