import type { Finding } from "#sandbox/contract.ts";

/** Ends the compilation of a source that cannot become a document; the findings say what its author must change. */
export class RefusedSource extends Error {
  readonly findings: readonly [Finding, ...Finding[]];

  constructor(...findings: [Finding, ...Finding[]]) {
    super(findings.map((finding) => finding.message).join("\n"));
    this.name = "RefusedSource";
    this.findings = findings;
  }
}
