"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";

import type { Role } from "#ui/shell/navigation.ts";
import { NotForYou } from "#ui/shell/not-for-you.tsx";

import { useTRPC } from "../trpc.tsx";

/** Shows a page to those who have one of its roles. A courtesy: what counts are the checks of the server. */
export function RoleGate({ roles, children }: { roles: readonly Role[]; children: ReactNode }) {
  const me = useQuery(useTRPC().identity.me.queryOptions());
  if (!me.data) return null;
  const held = me.data.roles;
  if (!roles.some((role) => held.includes(role))) return <NotForYou needed={roles} held={held} />;
  return children;
}
