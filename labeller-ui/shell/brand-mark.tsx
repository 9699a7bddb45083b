/** The product's mark: four tiles, three at rest and the chosen one lit. */
export function BrandMark({ size = 22, isBare = false }: { size?: number; isBare?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden className="shrink-0">
        <rect x="1" y="1" width="10" height="10" rx="2.5" className="fill-accent" />
        <rect x="13" y="1" width="10" height="10" rx="2.5" className="fill-ink" opacity=".28" />
        <rect x="1" y="13" width="10" height="10" rx="2.5" className="fill-ink" opacity=".18" />
        <rect x="13" y="13" width="10" height="10" rx="2.5" className="fill-ink" opacity=".1" />
      </svg>
      {isBare ? null : <span className="text-[0.9375rem] font-semibold tracking-tight text-ink">Dojo</span>}
    </span>
  );
}
