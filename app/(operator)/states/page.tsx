import type { Metadata } from "next";

import { StateGallery } from "#ui/console/states/state-gallery.tsx";

export const metadata: Metadata = { title: "Dojo: states", robots: { index: false } };

type Props = { searchParams: Promise<{ name?: string; roles?: string }> };

/** Made-up data in every state of the console, for looking at; no page leads here. */
export default async function StatesPage({ searchParams }: Props) {
  const { name = "tasks", roles = "" } = await searchParams;
  return <StateGallery name={name} roles={roles.split(",")} />;
}
