"use client";

import { useQuery } from "@tanstack/react-query";

import type { Role } from "#ui/shell/navigation.ts";

import { useTRPC } from "../trpc.tsx";

/** Whether the signed-in person has a role; decides what is offered, never what is allowed. */
export function useHolds(role: Role): boolean {
  const me = useQuery(useTRPC().identity.me.queryOptions());
  return me.data?.roles.includes(role) ?? false;
}
