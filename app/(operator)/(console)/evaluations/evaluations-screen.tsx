"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname, useRouter, useSearchParams } from "next/navigation";

import { choiceOf, queryOf } from "#ui/console/evaluations/evaluation-choice.ts";
import { EvaluationsPage } from "#ui/console/evaluations/evaluations-page.tsx";

import { useTRPC } from "../../../trpc.tsx";

export function EvaluationsScreen() {
  const router = useRouter();
  const path = usePathname();
  const evaluations = useQuery(useTRPC().evaluations.list.queryOptions());
  return (
    <EvaluationsPage
      evaluations={evaluations}
      choice={choiceOf(useSearchParams())}
      onChoice={(choice) => router.replace(`${path}${queryOf(choice)}`, { scroll: false })}
    />
  );
}
