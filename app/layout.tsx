import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

import { currentLocale, messagesOf } from "./locale.ts";
import { Providers } from "./providers.tsx";
import "./globals.css";

export const metadata: Metadata = { title: "Dojo", description: "Human judgement of live interfaces" };
export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await currentLocale();
  return (
    <html lang={locale}>
      <body>
        <Providers locale={locale} messages={messagesOf(locale)} timeZone="UTC">
          {children}
        </Providers>
      </body>
    </html>
  );
}
