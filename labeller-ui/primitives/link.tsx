"use client";

import { type ComponentPropsWithRef, type ComponentType, createContext, useContext } from "react";

type LinkProps = ComponentPropsWithRef<"a"> & { href: string };

/** How links are followed: plain anchors, or what the application's router brings. */
const LinkContext = createContext<ComponentType<LinkProps>>((props) => <a {...props} />);

/** The application gives its router's link once, at its root; components stay free of it. */
export const LinkProvider = LinkContext.Provider;

export function Link(props: LinkProps) {
  const Component = useContext(LinkContext);
  return <Component {...props} />;
}
