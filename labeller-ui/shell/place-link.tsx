"use client";

import { type AriaAttributes, createContext, type ReactNode, useContext } from "react";

export type PlaceLinkProps = Pick<AriaAttributes, "aria-label" | "aria-current"> & {
  href: string;
  className?: string;
  onClick?: () => void;
  children: ReactNode;
};

type RenderLink = (props: PlaceLinkProps) => ReactNode;

const LinkContext = createContext<RenderLink>(({ children, ...rest }) => <a {...rest}>{children}</a>);

/** Whoever routes says here how to go to another page without loading everything again. */
export const PlaceLinkProvider = LinkContext.Provider;

/** A link to another page of the product. Without a router it is a link like any other. */
export function PlaceLink(props: PlaceLinkProps) {
  const renderLink = useContext(LinkContext);
  return renderLink(props);
}
