// Stands for the completion that is being checked; its text lives in the language server only.
export {};
