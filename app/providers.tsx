"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { type ReactNode, useState } from "react";
import { type AbstractIntlMessages, IntlProvider } from "use-intl";

import { createApiClient, TRPCProvider } from "./trpc.tsx";

/** A refusal stays a refusal however often one asks; only what may pass is asked again. */
function shouldRetry(failures: number, error: unknown): boolean {
  const status = error instanceof TRPCClientError ? Number(error.data?.httpStatus ?? 0) : 0;
  return failures < 2 && !(status >= 400 && status < 500);
}

export function Providers(props: {
  locale: string;
  messages: AbstractIntlMessages;
  timeZone: string;
  children: ReactNode;
}) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry: shouldRetry, staleTime: 5_000, refetchOnWindowFocus: false } },
      }),
  );
  const [apiClient] = useState(createApiClient);
  return (
    <IntlProvider locale={props.locale} messages={props.messages} timeZone={props.timeZone}>
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={apiClient} queryClient={queryClient}>
          {props.children}
        </TRPCProvider>
      </QueryClientProvider>
    </IntlProvider>
  );
}
