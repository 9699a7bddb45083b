"use client";

import { type AriaAttributes, type ComponentType, createContext, type ReactNode, useContext } from "react";

export type PlaceLinkProps = Pick<AriaAttributes, "aria-label" | "aria-current"> & {
  href: string;
  className?: string;
  onClick?: () => void;
  children: ReactNode;
};

function PlainLink(props: PlaceLinkProps) {
  return <a {...props} />;
}

const LinkContext = createContext<ComponentType<PlaceLinkProps>>(PlainLink);

/** Whoever routes says here how to go to another page without loading everything again. */
export const PlaceLinkProvider = LinkContext.Provider;

/** A link to another page of the product. Without a router it is a link like any other. */
export function PlaceLink(props: PlaceLinkProps) {
  const Link = useContext(LinkContext);
  return <Link {...props} />;
}
