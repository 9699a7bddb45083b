"use client";

import { useQuery } from "@tanstack/react-query";

import { HealthPage } from "#ui/console/operations/health-page.tsx";

import { useTRPC } from "../../../trpc.tsx";

const REFRESH_MS = 5_000;

export function HealthScreen() {
  const health = useQuery(
    useTRPC().operations.health.queryOptions(undefined, { refetchInterval: REFRESH_MS, staleTime: 0 }),
  );
  return <HealthPage health={health} />;
}
