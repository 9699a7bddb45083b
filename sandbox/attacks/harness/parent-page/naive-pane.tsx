import { useEffect, useRef } from "react";

import { parseFrameMessage } from "#ui/preview/frame-message.ts";
import type { FrameReport } from "#ui/preview/use-frame.ts";

type Props = {
  index: number;
  url: string;
  onReport: (index: number, url: string, report: FrameReport) => void;
};

/**
 * The positive control: the same document without any protection, and a page that believes every
 * message. What leaks here and not in a guarded pane was stopped by us and not by the harness.
 */
export function NaivePane({ index, url, onReport }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    let report: FrameReport = { state: "loading", stopReason: null, errors: [] };
    const say = (change: Partial<FrameReport>) => {
      report = { ...report, ...change };
      onReport(index, url, report);
    };
    const onLoad = () => say({ state: "ready" });
    const onMessage = (event: MessageEvent) => {
      const message = parseFrameMessage(event.data);
      if (message) say({ errors: [...report.errors, `spoofed ${message.k}`].slice(0, 20) });
    };
    const element = frame.current;
    element?.addEventListener("load", onLoad);
    window.addEventListener("message", onMessage);
    return () => {
      element?.removeEventListener("load", onLoad);
      window.removeEventListener("message", onMessage);
    };
  }, [index, url, onReport]);
  return <iframe ref={frame} src={url} title={`Interface ${index + 1}`} className="host" />;
}
