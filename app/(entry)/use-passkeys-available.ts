"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};
const inBrowser = () => window.isSecureContext && "PublicKeyCredential" in window;
const onServer = () => false;

/** Whether this browser can hold passkeys; false until the page is awake. */
export const usePasskeysAvailable = (): boolean => useSyncExternalStore(never, inBrowser, onServer);
