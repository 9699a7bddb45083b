/** The shape of the labelling screen before there is a task. */
export function ScreenSkeleton({ label }: { label: string }) {
  return (
    <main className="fixed inset-0 flex flex-col bg-paper" aria-busy>
      <p role="status" className="sr-only">
        {label}
      </p>
      <div aria-hidden className="h-13 border-b border-line bg-surface" />
      <div aria-hidden className="flex min-h-0 grow flex-col xl:flex-row">
        <div className="grid grow gap-2 p-2 xl:grid-cols-2 xl:grid-rows-2">
          {["a", "b", "c", "d"].map((pane) => (
            <div
              key={pane}
              className="animate-pulse rounded-xl border border-line bg-surface max-xl:not-first:hidden"
            />
          ))}
        </div>
        <div className="border-line bg-surface xl:w-96 xl:border-l" />
      </div>
    </main>
  );
}
