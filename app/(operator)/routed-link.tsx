"use client";

import Link from "next/link";

import type { PlaceLinkProps } from "#ui/shell/place-link.tsx";

/** Links of the interface, followed by Next's router. */
export const routedLink = (props: PlaceLinkProps) => <Link {...props} />;
