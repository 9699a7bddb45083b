"use client";

import { useQuery } from "@tanstack/react-query";

import { LabellerHome } from "#ui/home/labeller-home.tsx";

import { useTRPC } from "../../../trpc.tsx";

export function HomeScreen() {
  const trpc = useTRPC();
  const me = useQuery(trpc.identity.me.queryOptions());
  const history = useQuery(trpc.labelling.history.queryOptions());
  const today = useQuery(trpc.labelling.today.queryOptions());
  return (
    <LabellerHome
      name={me.data?.name ?? ""}
      teams={(me.data?.teams ?? []).filter(({ role }) => role === "labeller")}
      history={history}
      today={today.data?.labels ?? null}
    />
  );
}
