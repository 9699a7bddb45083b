import type { ComponentPropsWithRef } from "react";

export type ButtonTone = "primary" | "plain" | "quiet" | "danger";

const tones: Record<ButtonTone, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  plain: "border border-line bg-raised text-ink hover:border-line-strong",
  quiet: "text-muted hover:bg-sunken hover:text-ink",
  danger: "border border-bad text-bad hover:bg-bad-soft",
};
const sizes = {
  small: "min-h-9 px-3 text-sm touch:min-h-11",
  normal: "min-h-11 px-4 text-sm",
  large: "min-h-12 px-6 text-base",
};

type Props = ComponentPropsWithRef<"button"> & { tone?: ButtonTone; size?: keyof typeof sizes };

export function Button({ tone = "plain", size = "normal", className = "", type = "button", ...rest }: Props) {
  return (
    <button
      type={type}
      className={`inline-flex items-center justify-center gap-2 rounded-lg font-medium transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-50 ${tones[tone]} ${sizes[size]} ${className}`}
      {...rest}
    />
  );
}

/** A square button with a picture; its name is for everybody who does not see the picture. */
export function IconButton({ label, className = "", ...rest }: ComponentPropsWithRef<"button"> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted transition-colors duration-100 hover:bg-sunken hover:text-ink disabled:opacity-40 aria-pressed:bg-accent-soft aria-pressed:text-accent touch:size-11 ${className}`}
      {...rest}
    />
  );
}
