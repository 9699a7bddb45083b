/**
 * Waiting inside the page: on animation frames, without a round trip to the driver per attempt.
 * `withinMs` is wall time, but no fewer than FRAMES_MIN frames: on a busy machine frames become rare, and
 * a document must not fail a check because the verifier was short of CPU.
 */
const FRAMES_MIN = 12;

/** A frame that is not drawn (a hidden one, say) gets no animation frames; waiting must go on. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Ends the CSS transitions that are under way: where something glides to, it is at once. A transition of 150 ms
 * costs ten frames of 5 CPU-ms, after every click. Animations stay: their duration may be part of what
 * the interface does (a countdown, a notice that goes away), a transition's hardly ever is.
 */
export function finishTransitions(): void {
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish();
  }
}

/** Repeats `attempt` until it returns null ("it holds") or the time is over; then its last complaint is returned. */
export async function until(withinMs: number, attempt: () => string | null): Promise<string | null> {
  const start = performance.now();
  for (let frames = 0; ; frames += 1) {
    finishTransitions();
    const complaint = attempt();
    if (complaint === null) return null;
    if (performance.now() - start >= withinMs && frames >= FRAMES_MIN) return complaint;
    await nextFrame();
  }
}

/** Resolves after the load event, the fonts and two frames: then the first picture is on the screen. */
export async function loaded(): Promise<void> {
  if (document.readyState !== "complete") {
    await new Promise<void>((resolve) => addEventListener("load", () => resolve(), { once: true }));
  }
  await document.fonts.ready;
  await nextFrame();
  await nextFrame();
}

/**
 * Resolves once the DOM has not changed for `quietMs`, or after `maxMs`: entrance animations driven by
 * script and simulated loading are over then, while a clock that ticks for ever is not waited for.
 */
export function settled(quietMs: number, maxMs: number): Promise<void> {
  return new Promise((resolve) => {
    const start = performance.now();
    let last = start;
    const observer = new MutationObserver(() => {
      last = performance.now();
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const look = () => {
      const now = performance.now();
      if (now - last < quietMs && now - start < maxMs) return void setTimeout(look, quietMs / 4);
      observer.disconnect();
      resolve();
    };
    look();
  });
}

/** Brings CSS and Web Animations to their end, and repeating ones to their beginning, so that pictures repeat. */
export async function freezeAnimations(): Promise<void> {
  for (const animation of document.getAnimations()) {
    try {
      if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) {
        animation.pause();
        animation.currentTime = 0;
      } else animation.finish();
    } catch {
      // An animation without a timeline or with a playback rate of 0 cannot be moved, and does not move.
    }
  }
  await nextFrame();
  await nextFrame();
}
