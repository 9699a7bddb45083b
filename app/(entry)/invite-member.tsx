"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { JoinForm } from "#ui/entry/join-form.tsx";

import { useTRPC } from "../trpc.tsx";
import { goTo } from "./next-path.ts";
import { refusalCode } from "./refusal-code.ts";

export function InviteMember({ token, name }: { token: string; name: string }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const join = useMutation(trpc.identity.joinByInvite.mutationOptions({ onSuccess: () => goTo("/") }));
  const signOut = useMutation(
    trpc.identity.signOut.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.identity.me.queryKey() }),
    }),
  );
  return (
    <JoinForm
      name={name}
      busy={join.isPending || join.isSuccess || signOut.isPending}
      refusal={refusalCode(join.error ?? signOut.error)}
      onJoin={() => join.mutate({ token })}
      onOther={() => signOut.mutate()}
    />
  );
}
