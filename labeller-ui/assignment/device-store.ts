import type { AssignmentView } from "#server/pipeline/assignment/schema.ts";
import type { LabelSubmission } from "#server/pipeline/labelling/schema.ts";

type DraftState = NonNullable<AssignmentView["draft"]>["state"];

/** What this device remembers by itself: drafts that no server has yet, and labels that were sent but not answered. */
export type DeviceDraft = { assignmentId: string; state: DraftState; baseRevision: number; changed: boolean };

const DATABASE = "dojo";
const STORES = { drafts: "assignmentId", outbox: "assignmentId" } as const;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(STORES)) request.result.createObjectStore(name, { keyPath });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run<T>(
  store: keyof typeof STORES,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** IndexedDB of this browser. Where there is none (private windows), nothing is remembered and nothing breaks. */
const orNothing = async <T>(work: Promise<T>, nothing: T): Promise<T> => work.catch(() => nothing);

export const deviceStore = {
  saveDraft: (draft: DeviceDraft) =>
    orNothing(
      run("drafts", "readwrite", (store) => store.put(draft)).then(() => true),
      false,
    ),
  loadDraft: (assignmentId: string): Promise<DeviceDraft | undefined> =>
    orNothing(
      run("drafts", "readonly", (store): IDBRequest<DeviceDraft | undefined> => store.get(assignmentId)),
      undefined,
    ),
  forgetDraft: (assignmentId: string) =>
    orNothing(
      run("drafts", "readwrite", (store) => store.delete(assignmentId)),
      undefined,
    ),
  /** Put here before it is sent; taken away when the server has answered. */
  queue: (submission: LabelSubmission) =>
    orNothing(
      run("outbox", "readwrite", (store) => store.put(submission)).then(() => true),
      false,
    ),
  queued: (): Promise<LabelSubmission[]> =>
    orNothing(
      run("outbox", "readonly", (store): IDBRequest<LabelSubmission[]> => store.getAll()),
      [],
    ),
  unqueue: (assignmentId: string) =>
    orNothing(
      run("outbox", "readwrite", (store) => store.delete(assignmentId)),
      undefined,
    ),
};
