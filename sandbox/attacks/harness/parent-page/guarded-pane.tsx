import { useEffect, useRef } from "react";

import { type FrameReport, useFrame } from "#ui/preview/use-frame.ts";

type Props = {
  index: number;
  url: string;
  onReport: (index: number, url: string, report: FrameReport) => void;
  onLeave: () => void;
};

/** What the labeller did in a frame says nothing about an attack. */
const ignore = (): void => undefined;

/** One interface as the labelling screen shows it: the real hook, in the same nest of clipping boxes. */
export function GuardedPane({ index, url, onReport, onLeave }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const report = useFrame(host, {
    documentUrl: url,
    title: `Interface ${index + 1}`,
    mount: 0,
    onLeave,
    onInteract: ignore,
  });
  useEffect(() => onReport(index, url, report), [onReport, index, url, report]);
  return (
    <div className="clip">
      <div className="clip">
        <div ref={host} className="host" />
      </div>
    </div>
  );
}
