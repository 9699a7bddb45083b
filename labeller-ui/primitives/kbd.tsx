/** A key as it is printed on the keyboard. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-flex min-w-5 items-center justify-center rounded border border-line bg-sunken px-1 font-mono text-[0.6875rem] leading-5 text-muted">
      {children}
    </kbd>
  );
}
