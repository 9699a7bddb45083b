import { DomainError } from "#server/errors.ts";

import type { Operator } from "./operator.ts";
import { buttonToDiv } from "./operators/accessibility/button-to-div.ts";
import { focusRingRemoved } from "./operators/accessibility/focus-ring-removed.ts";
import { headingFlattened } from "./operators/accessibility/heading-flattened.ts";
import { keyboardSkipped } from "./operators/accessibility/keyboard-skipped.ts";
import { labelDetached } from "./operators/accessibility/label-detached.ts";
import { labelInvisible } from "./operators/accessibility/label-invisible.ts";
import { looksDisabled } from "./operators/accessibility/looks-disabled.ts";
import { nameRemoved } from "./operators/accessibility/name-removed.ts";
import { stateUnannounced } from "./operators/accessibility/state-unannounced.ts";
import { targetShrunk } from "./operators/accessibility/target-shrunk.ts";
import { addedTwice } from "./operators/behaviour/added-twice.ts";
import { comparisonFlipped } from "./operators/behaviour/comparison-flipped.ts";
import { conditionNegated } from "./operators/behaviour/condition-negated.ts";
import { derivedStale } from "./operators/behaviour/derived-stale.ts";
import { eventMismatched } from "./operators/behaviour/event-mismatched.ts";
import { filterInverted } from "./operators/behaviour/filter-inverted.ts";
import { handlerDropped } from "./operators/behaviour/handler-dropped.ts";
import { handlersSwapped } from "./operators/behaviour/handlers-swapped.ts";
import { keyMistaken } from "./operators/behaviour/key-mistaken.ts";
import { offByOne } from "./operators/behaviour/off-by-one.ts";
import { orderReversed } from "./operators/behaviour/order-reversed.ts";
import { resetIncomplete } from "./operators/behaviour/reset-incomplete.ts";
import { toggleStuck } from "./operators/behaviour/toggle-stuck.ts";
import { updateLost } from "./operators/behaviour/update-lost.ts";
import { validationRemoved } from "./operators/behaviour/validation-removed.ts";
import { emptyStateMissing } from "./operators/content/empty-state-missing.ts";
import { entryRepeated } from "./operators/content/entry-repeated.ts";
import { fillerText } from "./operators/content/filler-text.ts";
import { headingRemoved } from "./operators/content/heading-removed.ts";
import { labelGeneric } from "./operators/content/label-generic.ts";
import { labelsSwapped } from "./operators/content/labels-swapped.ts";
import { textCut } from "./operators/content/text-cut.ts";
import { unitWrong } from "./operators/content/unit-wrong.ts";
import { alignmentBroken } from "./operators/layout/alignment-broken.ts";
import { breakpointDropped } from "./operators/layout/breakpoint-dropped.ts";
import { containerSqueezed } from "./operators/layout/container-squeezed.ts";
import { directionFlipped } from "./operators/layout/direction-flipped.ts";
import { elementsOverlap } from "./operators/layout/elements-overlap.ts";
import { heightFixed } from "./operators/layout/height-fixed.ts";
import { spacingCollapsed } from "./operators/layout/spacing-collapsed.ts";
import { textClipped } from "./operators/layout/text-clipped.ts";
import { wideMinimum } from "./operators/layout/wide-minimum.ts";
import { clicksThrottled } from "./operators/performance/clicks-throttled.ts";
import { handlerSlow } from "./operators/performance/handler-slow.ts";
import { renderSlow } from "./operators/performance/render-slow.ts";
import { responseDelayed } from "./operators/performance/response-delayed.ts";
import { timerDrifts } from "./operators/performance/timer-drifts.ts";
import { transitionSluggish } from "./operators/performance/transition-sluggish.ts";
import { clampRemoved } from "./operators/robustness/clamp-removed.ts";
import { cleanupDropped } from "./operators/robustness/cleanup-dropped.ts";
import { defaultKept } from "./operators/robustness/default-kept.ts";
import { fallbackDropped } from "./operators/robustness/fallback-dropped.ts";
import { trimDropped } from "./operators/robustness/trim-dropped.ts";
import { zeroGuardDropped } from "./operators/robustness/zero-guard-dropped.ts";
import { coloursClash } from "./operators/visual/colours-clash.ts";
import { contrastLowered } from "./operators/visual/contrast-lowered.ts";
import { cornersMixed } from "./operators/visual/corners-mixed.ts";
import { emphasisLost } from "./operators/visual/emphasis-lost.ts";
import { fontShrunk } from "./operators/visual/font-shrunk.ts";
import { iconMissized } from "./operators/visual/icon-missized.ts";
import { surfaceFlattened } from "./operators/visual/surface-flattened.ts";

/** Every operator there is, by hand: what is not named here is not used. */
export const OPERATORS: readonly Operator[] = [
  addedTwice,
  comparisonFlipped,
  conditionNegated,
  derivedStale,
  eventMismatched,
  filterInverted,
  handlerDropped,
  handlersSwapped,
  keyMistaken,
  offByOne,
  orderReversed,
  resetIncomplete,
  toggleStuck,
  updateLost,
  validationRemoved,
  coloursClash,
  contrastLowered,
  cornersMixed,
  emphasisLost,
  fontShrunk,
  iconMissized,
  surfaceFlattened,
  alignmentBroken,
  breakpointDropped,
  containerSqueezed,
  directionFlipped,
  elementsOverlap,
  heightFixed,
  spacingCollapsed,
  textClipped,
  wideMinimum,
  emptyStateMissing,
  entryRepeated,
  fillerText,
  headingRemoved,
  labelGeneric,
  labelsSwapped,
  textCut,
  unitWrong,
  buttonToDiv,
  focusRingRemoved,
  headingFlattened,
  keyboardSkipped,
  labelDetached,
  labelInvisible,
  looksDisabled,
  nameRemoved,
  stateUnannounced,
  targetShrunk,
  clampRemoved,
  cleanupDropped,
  defaultKept,
  fallbackDropped,
  trimDropped,
  zeroGuardDropped,
  clicksThrottled,
  handlerSlow,
  renderSlow,
  responseDelayed,
  timerDrifts,
  transitionSluggish,
];

export function operatorNamed(name: string): Operator {
  const operator = OPERATORS.find((each) => each.name === name);
  if (!operator) throw new DomainError("not-found", "degradation.no-operator", `there is no operator ${name}`);
  return operator;
}
